using Ganchao.Grains;
using Ganchao.Silo.Demo.Season;
using Ganchao.Silo.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Ganchao.Silo.Demo;

/// <summary>Tells whoever started the demo where to look, and who else can.</summary>
internal static class DemoGreeting
{
    public static void PrintDemo(this WebApplication app)
    {
        if (app.Configuration.IsDemo())
        {
            app.Lifetime.ApplicationStarted.Register(() => Print(app.Services));
        }
    }

    /// <summary>Whether an address is served to other machines too.</summary>
    public static bool IsOpenToNetwork(string address) =>
        !PlantNetwork.IsThisMachineOnly(BindingAddress.Parse(address).Host);

    private static Uri Here(BindingAddress address) => new UriBuilder(address.Scheme, address.Host, address.Port).Uri;

    private static void Print(IServiceProvider services)
    {
        var bookmark = services.GetRequiredService<DemoBookmarks>().Read()!;
        var today = DemoSeason.DateAt(services.GetRequiredService<PlantClock>().GetUtcNow());
        var board = new DemoSeason(bookmark.FirstDay).MonthOf(today).Board;
        var bound = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        var reachable = PlantNetwork.Reachable(bound, PlantNetwork.OfThisMachine());
        foreach (var address in reachable.Count > 0 ? reachable : [.. bound.Select(BindingAddress.Parse).Select(Here)])
        {
            Console.WriteLine($"  看板 wall:  {new Uri(address, $"wall/{board}")}");
            Console.WriteLine($"  填报 entry: {new Uri(address, "entry")}");
        }

        if (bound.Any(IsOpenToNetwork))
        {
            Console.WriteLine("  演示对全厂网络开放,包括填报页,不需要密钥。");
            Console.WriteLine("  The demo is open to the plant's network, entry page included; no key is needed.");
        }
    }
}
