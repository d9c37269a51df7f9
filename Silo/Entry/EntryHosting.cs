using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Offline;

namespace Ganchao.Silo.Entry;

/// <summary>What the entry pages need from this host.</summary>
internal static class EntryHosting
{
    public static void AddEntryDesk(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<ShiftFinder>()
        .AddSingleton<ShiftFormReader>()
        .AddSingleton<SheetHistoryReader>()
        .AddSingleton<TeamPlaces>()
        .AddSingleton<IEntryDesk, EntryDesk>()
        .AddSingleton<IEntryTracker, EntryTracker>();
}
