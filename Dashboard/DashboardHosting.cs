using System.Text.Encodings.Web;
using System.Text.Unicode;
using Ganchao.Client.Walls;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Pictures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Ganchao.Dashboard;

/// <summary>What a host says to show the pages. It registers an <see cref="Boards.IBoardReader"/> and an
/// <see cref="IEntryDesk"/>.</summary>
public static class DashboardHosting
{
    public static void AddDashboard(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();    // else only a published folder has the style sheet
        builder.Services.AddRazorComponents().AddInteractiveWebAssemblyComponents();
        builder.Services.AddDashboardEncoding();
        builder.Services.AddSingleton<ReceiptSeal>();
    }

    /// <summary>All pages and the style sheet.</summary>
    public static void MapDashboard(this WebApplication app)
    {
        app.UseExpiredForm();
        app.MapStaticAssets();
        app.MapPictures();
        app.MapRazorComponents<App>()
            .AddInteractiveWebAssemblyRenderMode()
            .AddAdditionalAssemblies(typeof(LiveWall).Assembly);
    }

    /// <summary>Chinese is written as it is; by default each character becomes eight.</summary>
    internal static IServiceCollection AddDashboardEncoding(this IServiceCollection services) =>
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
}
