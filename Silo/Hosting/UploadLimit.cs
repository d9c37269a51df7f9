using Ganchao.Silo.Identity;
using Microsoft.AspNetCore.Http.Metadata;

namespace Ganchao.Silo.Hosting;

/// <summary>
/// A form that says beforehand that it is larger than its page takes is turned away unread: to whoever looks for a token in it,
/// it would only be one without.
/// </summary>
internal static class UploadLimit
{
    public static void UseUploadLimit(this WebApplication app) => app.Use(static (context, next) =>
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize;
        if (!HttpMethods.IsPost(context.Request.Method) || !(context.Request.ContentLength > limit))
        {
            return next(context);
        }

        context.RequestServices.GetRequiredService<IdentityMeter>().Refused("upload-large");
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    });
}
