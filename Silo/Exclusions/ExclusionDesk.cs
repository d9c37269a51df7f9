using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Exclusions;
using Ganchao.Grains;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Grains.Sheets;
using Ganchao.Silo.Entry;
using Ganchao.Silo.Identity;

namespace Ganchao.Silo.Exclusions;

/// <summary>The desk of the pages about stretches that are not to count.</summary>
internal sealed class ExclusionDesk(
    Callers callers,
    ILedger ledger,
    IFacts facts,
    ShiftFinder finder,
    ExclusionReader reader,
    SheetWriting writing,
    IPlantBooks books,
    PlantClock clock) : IExclusionDesk
{
    private const int SettledDays = 31;
    private const int WaitingDays = 400;

    public async Task<IReadOnlyList<ListedExclusion>> ListAsync(CancellationToken cancellationToken)
    {
        var listed = new List<ListedExclusion>();
        foreach (var plant in await ledger.ReadPlantsAsync(cancellationToken))
        {
            var today = (await books.ReadAsync(plant, cancellationToken)).Calendar.DateAt(clock.GetUtcNow());
            var rows = await facts.ReadExcludedAsync(
                plant, new DateRange(today.AddDays(-WaitingDays), today.AddDays(2)), cancellationToken);
            var worthALook = rows.Where(row => row.Value is null || row.Date > today.AddDays(-SettledDays));
            foreach (var sheet in worthALook.Select(row => row.Stream).Distinct())
            {
                listed.AddRange((await ListAsync(ShiftId.Parse($"{plant}/{sheet.Key}"), cancellationToken))
                    .Where(one => one.IsOpen || sheet.Date > today.AddDays(-SettledDays)));
            }
        }

        return
        [
            .. listed
                .OrderByDescending(one => one.Heading.Shift.Date)
                .ThenBy(one => one.Heading.Shift.ToString(), StringComparer.Ordinal),
        ];
    }

    public async Task<ShiftExclusionsView?> ReadAsync(
        ShiftId shift, HttpContext context, CancellationToken cancellationToken)
    {
        if ((await finder.FindAsync(shift, cancellationToken)).Shift is not { } known)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var speakers = new ExclusionSpeakers(
            known, callers.Of(context, Role.ShiftLead).Actor, known.Book.Calendar.DateAt(now));
        var units = UnitsOf(known);
        return new ShiftExclusionsView(
            known.HeadingAt(now),
            known.Kind.Start,
            known.Kind.LengthMinutes,
            units,
            speakers.Sides(units),
            await reader.ReadAsync(known, speakers.ActsOn, cancellationToken));
    }

    public EntryWriter ProposerOf(HttpContext context, ExclusionSide side, UnitKind responsible) =>
        WriterOf(context, UsualOf(side, responsible));

    public EntryWriter AnswererOf(HttpContext context, ExclusionAct act, ShownExclusion stretch) => WriterOf(
        context,
        ExclusionAnswerDraft.SideOf(act, stretch) is { } side
            ? UsualOf(side, stretch.Responsible.Kind)
            : Role.CompetitionOffice);

    public Task<EntryAnswer?> ProposeAsync(ShiftId shift, ExclusionForm form, Actor actor) =>
        writing.WriteAsync(shift, sheet => sheet.Propose(form, actor));

    public Task<EntryAnswer?> AnswerAsync(ShiftId shift, Guid exclusion, ExclusionAnswer answer, Actor actor) =>
        writing.WriteAsync(shift, sheet => sheet.AnswerExclusion(exclusion, answer, actor));

    private EntryWriter WriterOf(HttpContext context, Role usual)
    {
        var caller = callers.Of(context, usual);
        return new EntryWriter(caller.Actor, caller.Status, caller.Rule);
    }

    private static Role UsualOf(ExclusionSide side, UnitKind responsible) =>
        ExclusionSides.RolesOf(side, responsible) is [var usual, ..] ? usual : Role.ShiftLead;

    private async Task<IEnumerable<ListedExclusion>> ListAsync(ShiftId shift, CancellationToken cancellationToken) =>
        (await finder.FindAsync(shift, cancellationToken)).Shift is { } known
            ? (await reader.ReadAsync(known, _ => [], cancellationToken))
                .Select(stretch => new ListedExclusion(known.HeadingAt(clock.GetUtcNow()), stretch))
            : [];

    // The own branch first, then departments, the teams of the branch, and everybody else.
    private static IReadOnlyList<ResponsibleUnit> UnitsOf(KnownShift shift)
    {
        var organisation = shift.Book.Organisation;
        var branch = organisation.BranchOf(shift.Id.Team, shift.Id.Date);
        return
        [
            .. organisation.Units
                .Where(unit => unit != shift.Id.Team)
                .Select(unit => organisation.At(unit, shift.Id.Date))
                .OfType<UnitLine>()
                .OrderBy(unit => unit.Unit == branch ? 0
                    : unit.Kind == UnitKind.Department ? 1
                    : branch is { } own && organisation.IsWithin(unit.Unit, own, shift.Id.Date) ? 2
                    : unit.Kind == UnitKind.Plant ? 3 : 4)
                .ThenBy(unit => unit.Unit.Value, StringComparer.Ordinal)
                .Select(unit => new ResponsibleUnit(unit.Unit, unit.Kind, unit.Names)),
        ];
    }
}
