using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Walls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace Ganchao.Dashboard.Offline;

/// <summary>
/// The service worker of the entry pages: the list of files that this build needs without a network, then the worker itself.
/// Whoever has it keeps it when a sign-in expires; where the offer is withdrawn it goes away by itself.
/// </summary>
internal static class WorkerEndpoint
{
    public const string Address = "/entry/worker.js";

    private const string GoAway = "self.addEventListener('install', () => self.skipWaiting());\n" +
        "self.addEventListener('activate', () => self.registration.unregister());\n";

    public static void MapWorker(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Address, Tell).WithMetadata(new NeedsAttribute(Right.Open)).ExcludeFromDescription();

    private static IResult Tell(HttpContext context, IOfflineOffer offer, EndpointDataSource endpoints)
    {
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers["Service-Worker-Allowed"] = "/entry";
        return Results.Text(offer.IsWithdrawn ? GoAway : Script(endpoints), "text/javascript", Encoding.UTF8);
    }

    private static string Script(EndpointDataSource endpoints)
    {
        var routeByLabel = RoutesByLabel(endpoints);
        string[] files = [.. OutboxFiles.Kept.Select(file => $"/{routeByLabel[OutboxFiles.LabelOf(file)]}")];
        var worker = routeByLabel[OutboxFiles.LabelOf(OutboxFiles.Worker)];
        string[] pages = [.. new[] { "zh", "en" }.Select(language => $"{OfflinePage.Address}?lang={language}")];
        var version = Convert.ToHexStringLower(SHA256.HashData(
            Encoding.UTF8.GetBytes(string.Join('\n', [.. files, worker, PageBuild.Version, OutboxFiles.Build]))))[..16];
        return $"self.precache = {JsonSerializer.Serialize(new { version, pages, files })};\nimportScripts('/{worker}');\n";
    }

    // Of a file that is served under several addresses the one with the fingerprint: it names the content.
    private static Dictionary<string, string> RoutesByLabel(EndpointDataSource endpoints) => endpoints.Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
        .OfType<StaticAssetDescriptor>()
        .Where(asset => asset.Selectors.Count == 0)
        .Select(asset => (asset.Route, Label: asset.Properties.FirstOrDefault(property => property.Name == "label")?.Value))
        .Where(asset => asset.Label is not null)
        .DistinctBy(asset => asset.Label)
        .ToDictionary(asset => asset.Label!, asset => asset.Route);
}
