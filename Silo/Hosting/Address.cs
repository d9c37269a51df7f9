using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Ganchao.Silo.Hosting;

/// <summary>Where the system is found: what ASPNETCORE_URLS or --urls say, else this machine only.</summary>
internal static class Address
{
    private const string Default = "http://127.0.0.1:5080";

    public static void AddAddress(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
        {
            builder.WebHost.UseUrls(Default);
        }
    }

    public static void PrintAddress(this WebApplication app) =>
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
            foreach (var address in addresses)
            {
                Console.WriteLine($"赶超 Ganchao: {address}");
            }
        });
}
