using System.Text.Encodings.Web;
using System.Text.Unicode;
using Ganchao.Client.Walls;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Offline;
using Ganchao.Dashboard.Pictures;
using Ganchao.Dashboard.Registers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Ganchao.Dashboard;

/// <summary>What a host says to show the pages. It registers an <see cref="Boards.IBoardReader"/> and an
/// <see cref="IEntryDesk"/>.</summary>
public static class DashboardHosting
{
    private static readonly PathString[] Programs = ["/api", "/hubs", "/health", "/openapi", "/_framework", "/_content"];

    public static void AddDashboard(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();    // else only a published folder has the style sheet
        builder.Services.AddRazorComponents().AddInteractiveWebAssemblyComponents();
        builder.Services.AddDashboardEncoding();

        // Tokens against forged forms are other ones in each answer, so that a page's length says nothing of them.
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html"];
        });
        builder.Services.AddSingleton<ReceiptSeal>();
        builder.Services.AddSingleton<TypedSheetDesk>();
        builder.Services.AddSingleton<IOfflineOffer, OfflineOffer>();
    }

    /// <summary>A reader who asks for an address without a page gets one that says so; programs get their own answers.</summary>
    public static void UseNotFoundPage(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.Use((context, next) =>
        {
            if (!HttpMethods.IsGet(context.Request.Method) || IsForPrograms(context.Request.Path))
            {
                context.Features.GetRequiredFeature<IStatusCodePagesFeature>().Enabled = false;
            }

            return next(context);
        });
        app.UseExpiredForm();
    }

    /// <summary>All pages and the style sheet.</summary>
    public static void MapDashboard(this WebApplication app)
    {
        app.UseResponseCompression();
        app.MapStaticAssets().WithMetadata(new NeedsAttribute(Right.Open));
        app.MapPictures();
        app.MapOutbox();
        app.MapWorker();
        app.MapRegisterFiles();
        app.MapRazorComponents<App>()
            .AddInteractiveWebAssemblyRenderMode()
            .AddAdditionalAssemblies(typeof(LiveWall).Assembly);
    }

    /// <summary>Chinese is written as it is; by default each character becomes eight.</summary>
    internal static IServiceCollection AddDashboardEncoding(this IServiceCollection services) =>
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));

    private static bool IsForPrograms(PathString path) => Programs.Any(program => path.StartsWithSegments(program));
}
