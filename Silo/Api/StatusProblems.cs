using System.Text;
using Ganchao.Contracts.Refusals;
using Microsoft.Net.Http.Headers;

namespace Ganchao.Silo.Api;

/// <summary>Problem documents for what never reaches an endpoint, or is turned away before its body is read.</summary>
internal static class StatusProblems
{
    private static readonly PathString Api = "/api";

    public static void UseStatusProblems(this WebApplication app) =>
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(Api),
            branch =>
            {
                branch.UseStatusCodePages(status => Write(status.HttpContext));
                branch.Use((context, next) => IsInUtf8(context.Request) ? next(context) : Refuse(context));
            });

    /// <summary>The refusal that a bare status stands for; null where it says no more than that.</summary>
    public static Refusal? Of(int status) => status switch
    {
        StatusCodes.Status404NotFound => new Refusal(
            "unknown-address", "address", "There is nothing at this address; /openapi/v1.json lists all that there is."),
        StatusCodes.Status405MethodNotAllowed => new Refusal(
            "wrong-method", "method", "This address takes another method; /openapi/v1.json lists them."),
        StatusCodes.Status413PayloadTooLarge => new Refusal(
            "body-too-large", "body", "The body is larger than 1 MB. Send the entries of one sheet at a time."),
        StatusCodes.Status415UnsupportedMediaType => new Refusal(
            "wrong-content-type", "Content-Type", "The body is JSON in UTF-8: send it with Content-Type: application/json."),
        StatusCodes.Status429TooManyRequests => new Refusal(
            "too-many-requests", "address", "Too many in one minute. Wait as long as the header Retry-After says, then go on."),
        _ => null,
    };

    private static Task Write(HttpContext context) =>
        Of(context.Response.StatusCode) is { } refusal
            ? Results.Problem(Problems.Details(context.Response.StatusCode, [refusal])).ExecuteAsync(context)
            : Task.CompletedTask;

    private static bool IsInUtf8(HttpRequest request) =>
        !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.Charset.HasValue ||
        type.Charset.Equals(Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase);

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        return Task.CompletedTask;
    }
}
