using Ganchao.Contracts.Json;
using Ganchao.Silo.Hosting;
using Microsoft.AspNetCore.RateLimiting;

namespace Ganchao.Silo.Api;

/// <summary>The HTTP API under /api, its OpenAPI document and its problem documents.</summary>
internal static class ApiHosting
{
    /// <summary>What reads every fact of a board goes through one queue, so that it cannot starve entries.</summary>
    public const string Heavy = "heavy";

    private const long MaxBodyBytes = 1_000_000;
    private const int MaxWaiting = 20;

    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = MaxBodyBytes);
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(options => GanchaoJson.Configure(options.SerializerOptions));
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<ProblemHandler>();
        builder.Services.AddRateLimiter(limits => limits
            .AddConcurrencyLimiter(Heavy, heavy => (heavy.PermitLimit, heavy.QueueLimit) = (1, MaxWaiting))
            .OnRejected = async (rejected, _) => await Problems.Of(
                StatusCodes.Status503ServiceUnavailable, "too-busy", "request",
                "Too many recounts and explanations are waiting. Ask again in a few seconds.")
                .ExecuteAsync(rejected.HttpContext));
        builder.Services.AddApiDocument();
        builder.Services.AddHealth();
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api");
        api.MapSheets();
        api.MapLines();
        api.MapDecisions();
        api.MapBoards();
        api.MapPlants();
        app.MapOpenApi("/openapi/{documentName}.json");
    }
}
