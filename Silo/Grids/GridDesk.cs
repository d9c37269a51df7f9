using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Grids;
using Ganchao.Dashboard.Spreadsheets;
using Ganchao.Grains;
using Ganchao.Grains.Boards;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Silo.Entry;
using Ganchao.Silo.Identity;
using Ganchao.Silo.Spreadsheets;

namespace Ganchao.Silo.Grids;

/// <summary>The grids' desk: what departments and branches may enter, their sheets to read and write.</summary>
internal sealed class GridDesk(
    ILedger ledger,
    IPlantBooks books,
    ICountedMeasures counted,
    GridReader reader,
    IGrainFactory grains,
    SheetWriting writing,
    PlantClock clock) : IGridDesk
{
    private const int Shown = 3;

    private static readonly Occasion[] Periods = [Occasion.Month, Occasion.Week, Occasion.Day];

    public async Task<IReadOnlyList<GridOwner>> ListAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var who = SignedIn.Of(context.User);
        var owners = new List<GridOwner>();
        foreach (var plant in await ledger.ReadPlantsAsync(cancellationToken))
        {
            if (who is null || who.Value.Plant == plant)
            {
                owners.AddRange(OwnersIn(await books.ReadAsync(plant, cancellationToken), who?.Person));
            }
        }

        return owners;
    }

    public Task<GridForm?> ReadAsync(HttpContext context, DepartmentSheet sheet, CancellationToken cancellationToken) =>
        reader.ReadAsync(context, sheet, cancellationToken);

    public async Task<EntryJudgement> CheckAsync(DepartmentSheet sheet, EntryList entries, Actor actor) =>
        EntryDesk.JudgementOf(await SheetOf(sheet).Enter(entries, actor, dryRun: true));

    public Task<EntryAnswer?> EnterAsync(DepartmentSheet sheet, EntryList entries, Actor actor) =>
        writing.WriteAsync(sheet.ToString(), () => SheetOf(sheet).Enter(entries, actor, dryRun: false));

    public TableReading Map(SpreadsheetTable table, GridForm form, IReadOnlyDictionary<int, string>? chosen) =>
        TableMapper.Map(table, form, chosen);

    private IEnumerable<GridOwner> OwnersIn(PlantBook book, PersonId? person)
    {
        var today = book.Calendar.DateAt(clock.GetUtcNow());
        return
            from unit in book.Organisation.Units.OrderBy(static unit => unit.Value, StringComparer.Ordinal)
            let line = book.Organisation.At(unit, today)
            where line is { Kind: UnitKind.Department or UnitKind.Branch or UnitKind.Plant }
                && EntryRights.MayEnter(book, person, unit, today, Right.EnterDepartment)
            let sheets = SheetsOf(book, line, today).ToList()
            let hasEvents = EventDesk.KindsOf(book, line, today).Any()
            where sheets.Count > 0 || hasEvents
            select new GridOwner(book.Plant, unit, line.Names, sheets, hasEvents);
    }

    private IEnumerable<DepartmentSheet> SheetsOf(PlantBook book, UnitLine owner, DateOnly today)
    {
        foreach (var period in Periods)
        {
            var first = GridReader.StartOf(period, today);
            for (var back = 0; back < Shown; back++, first = GridReader.Before(period, first))
            {
                if (book.Organisation.At(owner.Unit, first) is not null
                    && new GridMeasures(book, counted, owner, first).Of(period).Any())
                {
                    yield return new DepartmentSheet(book.Plant, owner.Unit, first, period);
                }
            }
        }
    }

    private IDepartmentSheetGrain SheetOf(DepartmentSheet sheet) => grains.GetGrain<IDepartmentSheetGrain>(sheet.ToString());
}
