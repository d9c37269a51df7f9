using Ganchao.Dashboard;
using Ganchao.Silo.Api;
using Ganchao.Silo.Demo;
using Ganchao.Silo.Entry;
using Ganchao.Silo.Grids;
using Ganchao.Silo.Identity;
using Ganchao.Silo.Identity.Passkeys;
using Ganchao.Silo.Ledger;
using Ganchao.Silo.Live;

namespace Ganchao.Silo.Hosting;

/// <summary>All parts of the one executable, in their order.</summary>
internal static class WholeSystem
{
    public static void AddGanchao(this WebApplicationBuilder builder)
    {
        builder.AddDemo();
        builder.AddDataFolderLock();
        builder.AddLedger();
        builder.AddPlant();
        builder.AddDemoDriver();
        builder.AddIdentity();
        builder.AddApi();
        builder.AddLiveBoards();
        builder.AddEntryDesk();
        builder.AddDashboard();
    }

    public static void MapGanchao(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusProblems();
        app.UseNotFoundPage();
        app.UseRouting();
        app.UseIdentity();
        app.UseUploadLimit();
        app.UseAntiforgery();
        app.MapApi();
        app.MapLiveBoards();
        app.MapDashboard();
        app.MapHealth();
        app.MapOwnData();
        app.MapPasskeys();
        app.MapEvidenceFiles();
        app.MapTemplates();
    }
}
