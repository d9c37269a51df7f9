using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Ganchao.Dashboard.Entry;

/// <summary>
/// A form whose cookie is gone, or that none of our pages made, is turned away before any page is drawn, and so is one that is
/// too large or comes too often: its sender gets <see cref="ExpiredFormPage"/> or <see cref="TooMuchPage"/> in its place.
/// </summary>
internal static class ExpiredForm
{
    private static readonly PathString[] Forms = ["/entry", "/registers"];

    public static void UseExpiredForm(this WebApplication app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (!context.Response.HasStarted && IsTurnedAway(context.Response) &&
            HttpMethods.IsPost(context.Request.Method) &&
            Forms.Any(form => context.Request.Path.StartsWithSegments(form)))
        {
            // The page that says so is asked for; nothing is posted to it, and nothing was answered yet.
            context.Request.Method = HttpMethods.Get;
            (context.Response.ContentType, context.Response.ContentLength) = (null, null);
            context.Features.GetRequiredFeature<IStatusCodePagesFeature>().Enabled = true;
        }
    });

    // A page that looked into the file says itself that it is too large.
    private static bool IsTurnedAway(HttpResponse response) => response.StatusCode switch
    {
        StatusCodes.Status400BadRequest => true,
        StatusCodes.Status413PayloadTooLarge or StatusCodes.Status429TooManyRequests => response.ContentType is null,
        _ => false,
    };
}
