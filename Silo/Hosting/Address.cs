using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Ganchao.Silo.Hosting;

/// <summary>Where the system is found: what ASPNETCORE_URLS or --urls say, else this machine only.</summary>
internal static class Address
{
    private const string Default = "http://127.0.0.1:5080";

    public static void AddAddress(this WebApplicationBuilder builder, string[] args)
    {
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
        {
            builder.WebHost.UseUrls(DeskStart.IsDesk(args) ? DeskStart.Address : Default);
        }
    }

    public static void PrintAddress(this WebApplication app) =>
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            foreach (var address in app.BoundAddresses())
            {
                Console.WriteLine($"赶超 Ganchao: {address}");
            }
        });

    /// <summary>Where the started system listens.</summary>
    public static IReadOnlyList<string> BoundAddresses(this WebApplication app) => BoundAddresses(app.Services);

    public static IReadOnlyList<string> BoundAddresses(IServiceProvider services) =>
        [.. services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];
}
