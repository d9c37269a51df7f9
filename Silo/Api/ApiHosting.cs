using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Json;
using Ganchao.Silo.Hosting;
using Ganchao.Silo.Identity;

namespace Ganchao.Silo.Api;

/// <summary>The HTTP API under /api, its OpenAPI document and its problem documents.</summary>
internal static class ApiHosting
{
    private const long MaxBodyBytes = 1_000_000;

    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = MaxBodyBytes);
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(options => GanchaoJson.Configure(options.SerializerOptions));
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<ProblemHandler>();
        builder.Services.AddApiDocument();
        builder.Services.AddHealth();
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api");
        api.MapSheets();
        api.MapEvidence();
        api.MapExclusions();
        api.MapLines();
        api.MapRulebooks();
        api.MapDecisions();
        api.MapBoards();
        api.MapPlants();
        app.MapOpenApi("/openapi/{documentName}.json").Needs(Right.Open);
    }
}
