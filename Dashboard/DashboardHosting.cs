using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ganchao.Dashboard;

/// <summary>What a host says to show the pages; it also registers an <see cref="Boards.IBoardReader"/>.</summary>
public static class DashboardHosting
{
    public static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddDashboardEncoding();
        return services;
    }

    /// <summary>The style sheet and all pages; each page answers for itself when its data cannot be read.</summary>
    public static void MapDashboard(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapStaticAssets();
        endpoints.MapRazorComponents<App>();
    }

    /// <summary>Chinese is written as it is; by default each character becomes eight of <c>&amp;#x8D76;</c>.</summary>
    internal static IServiceCollection AddDashboardEncoding(this IServiceCollection services) =>
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
}
