using Ganchao.Dashboard.Blanks;
using Ganchao.Dashboard.Crew;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Evidence;
using Ganchao.Dashboard.Exclusions;
using Ganchao.Dashboard.Grids;
using Ganchao.Dashboard.Offline;
using Ganchao.Dashboard.Registers;
using Ganchao.Dashboard.Spreadsheets;
using Ganchao.Silo.Blanks;
using Ganchao.Silo.Crew;
using Ganchao.Silo.Evidence;
using Ganchao.Silo.Exclusions;
using Ganchao.Silo.Grids;
using Ganchao.Silo.Registers;
using Ganchao.Silo.Spreadsheets;

namespace Ganchao.Silo.Entry;

/// <summary>What the entry pages need from this host.</summary>
internal static class EntryHosting
{
    public static void AddEntryDesk(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<ShiftFinder>()
        .AddSingleton<ShiftFormReader>()
        .AddSingleton<WorkOrderFields>()
        .AddSingleton<SheetHistoryReader>()
        .AddSingleton<TeamPlaces>()
        .AddSingleton<Unconfirmed>()
        .AddSingleton<IEntryTracker, EntryTracker>()
        .AddSingleton<SheetWriting>()
        .AddSingleton<ExclusionReader>()
        .AddSingleton<IExclusionDesk, ExclusionDesk>()
        .AddSingleton<LoanFinder>()
        .AddSingleton<ICrewDesk, CrewDesk>()
        .AddSingleton<IBlankDesk, BlankDesk>()
        .AddSingleton<EvidenceTable>()
        .AddSingleton<EvidenceStore>()
        .AddSingleton<IEvidenceDesk, EvidenceDesk>()
        .AddSingleton<RegisterHistory>()
        .AddSingleton<IRegisterDesk, RegisterDesk>()
        .AddSingleton<GridReader>()
        .AddSingleton<IGridDesk, GridDesk>()
        .AddSingleton<IEventDesk, EventDesk>()
        .AddSingleton<ISpreadsheetReader, SpreadsheetReader>()
        .AddSingleton<IEntryDesk, EntryDesk>();
}
