using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Ganchao.Dashboard.Entry;

/// <summary>
/// A form whose cookie is gone, or that none of our pages made, is turned away before any page is drawn: its sender gets
/// <see cref="ExpiredFormPage"/> in its place.
/// </summary>
internal static class ExpiredForm
{
    private static readonly PathString[] Forms = ["/entry", "/registers"];

    public static void UseExpiredForm(this WebApplication app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false } &&
            HttpMethods.IsPost(context.Request.Method) &&
            Forms.Any(form => context.Request.Path.StartsWithSegments(form)))
        {
            // The page that says so is asked for; nothing is posted to it, and nothing was answered yet.
            context.Request.Method = HttpMethods.Get;
            (context.Response.ContentType, context.Response.ContentLength) = (null, null);
            context.Features.GetRequiredFeature<IStatusCodePagesFeature>().Enabled = true;
        }
    });
}
