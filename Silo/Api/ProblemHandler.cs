using Ganchao.Contracts.Refusals;
using Ganchao.Grains.Boards;
using Ganchao.Grains.Ledger;
using Microsoft.AspNetCore.Diagnostics;

namespace Ganchao.Silo.Api;

/// <summary>The edge of the API: what went wrong becomes a problem document; the process stays up.</summary>
internal sealed partial class ProblemHandler(ILogger<ProblemHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, refusal) = exception switch
        {
            BadHttpRequestException bad => BrokenRequests.Of(bad),
            NotSupportedException unsupported when BrokenRequests.OfMissingType(unsupported) is { } missing =>
                (StatusCodes.Status400BadRequest, missing),
            FormatException format => (StatusCodes.Status400BadRequest, new Refusal("request-broken", "address", format.Message)),
            StreamMovedException or LedgerUnavailableException or TimeoutException or SiloUnavailableException or
                OrleansMessageRejectionException => (StatusCodes.Status503ServiceUnavailable, new Refusal(
                    "outcome-unknown", "request",
                    "The database or a server did not answer in time; whether the list was recorded is not known. " +
                    "Send the same list with the same ids again.")),
            FinalStandingMissingException missing =>
                (StatusCodes.Status500InternalServerError, new Refusal("final-missing", "board", missing.Message)),
            _ => (StatusCodes.Status500InternalServerError, new Refusal(
                "internal-error", "request",
                "Something failed on the server; nothing that was acknowledged is lost. Send the same list " +
                "again, and tell the administrator.")),
        };
        if (status >= StatusCodes.Status500InternalServerError)
        {
            LogFailed(httpContext.Request.Method, httpContext.Request.Path, exception);
        }

        httpContext.Response.StatusCode = status;
        await Results.Problem(Problems.Details(status, [refusal])).ExecuteAsync(httpContext);
        return true;
    }

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed")]
    private partial void LogFailed(string method, string path, Exception exception);
}
