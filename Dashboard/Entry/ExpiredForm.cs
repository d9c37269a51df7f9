using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Entry;

/// <summary>
/// A form whose cookie is gone, or that none of our pages made, is turned away before any page is drawn: this is what
/// its sender reads, in both languages.
/// </summary>
internal static class ExpiredForm
{
    private static readonly PathString Entry = "/entry";

    public static void UseExpiredForm(this WebApplication app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false } &&
            HttpMethods.IsPost(context.Request.Method) && context.Request.Path.StartsWithSegments(Entry))
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(
                $"{EntryTexts.FormExpired.Zh}\n\n{EntryTexts.FormExpired.En}\n", context.RequestAborted);
        }
    });
}
