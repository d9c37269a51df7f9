using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Entry;
using Ganchao.Grains;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Silo.Crew;

namespace Ganchao.Silo.Entry;

/// <summary>
/// Finds what is not confirmed yet: entries that were made on a lead's behalf (代填), and figures about people lent (借用).
/// </summary>
internal sealed class Unconfirmed(
    IFacts facts, LoanFinder loans, IPlantBooks books, IGrainFactory grains, ShiftFinder finder, PlantClock clock)
{
    private const int DaysBack = 21;

    // After so many working days the branch sees to it.
    private const int WorkingDays = 2;

    public async Task<IReadOnlyList<UnconfirmedSheet>> ListAsync(
        PlantId plant, PersonId person, CancellationToken cancellationToken)
    {
        var book = await books.ReadAsync(plant, cancellationToken);
        var today = book.Calendar.DateAt(clock.GetUtcNow());
        var left = LeftSince(book, today);
        var dates = new DateRange(today.AddDays(-DaysBack), today.AddDays(2));
        var sheets = new List<UnconfirmedSheet>();
        foreach (var team in TeamsOf(book, person, today))
        {
            var rows = await facts.ReadSubjectAsync(
                plant, SubjectId.Team(team), dates, cancellationToken);
            foreach (var sheet in SheetsOf(rows))
            {
                await AddAsync(sheet, isLoan: false, line => line.Awaits is { } lead && IsMine(lead, sheet.Date));
            }

            foreach (var sheet in await loans.SheetsAsync(
                plant, team, book.Organisation.MembersOf(team, today).Select(member => member.Person), dates, cancellationToken))
            {
                await AddAsync(sheet, isLoan: true, line => line.AwaitsLender == team && IsMine(null, sheet.Date));
            }

            // The lead's own affair first; what is left alone is the branch's.
            bool IsMine(PersonId? lead, DateOnly date) =>
                (lead is null ? book.Roles.Holds(person, Role.ShiftLead, team, book.Organisation, today) : lead == person)
                || (date <= left && book.Roles.Holds(person, Role.BranchOrganiser, team, book.Organisation, today));
        }

        return [.. sheets.OrderByDescending(sheet => sheet.Heading.Shift.Date)];

        async Task AddAsync(ShiftId sheet, bool isLoan, Func<SheetLine, bool> waits)
        {
            if (await ReadAsync(sheet, isLoan, waits, cancellationToken) is { } waiting)
            {
                sheets.Add(waiting);
            }
        }
    }

    private static IEnumerable<ShiftId> SheetsOf(IEnumerable<FactRow> rows) => rows
        .Where(row => row.Stream.Kind == StreamKind.Shift)
        .Select(row => ShiftId.Parse($"{row.Stream.Plant}/{row.Stream.Key}"))
        .Distinct();

    private static IEnumerable<UnitId> TeamsOf(PlantBook book, PersonId person, DateOnly today) => book.Organisation.Units
        .Where(unit => book.Organisation.At(unit, today)?.Kind is UnitKind.Team or UnitKind.TemporaryTeam)
        .Where(team => Rights.RolesOf(Right.ConfirmEntries)
            .Any(role => book.Roles.Holds(person, role, team, book.Organisation, today)));

    // The last date whose shifts have been left alone for the working days.
    private static DateOnly LeftSince(PlantBook book, DateOnly today)
    {
        var date = today;
        for (var worked = 0; worked < WorkingDays && date > today.AddDays(-DaysBack);)
        {
            date = date.AddDays(-1);
            worked += book.Calendar.IsWorkingDay(date) ? 1 : 0;
        }

        return date;
    }

    private async Task<UnconfirmedSheet?> ReadAsync(
        ShiftId shift, bool isLoan, Func<SheetLine, bool> waits, CancellationToken cancellationToken)
    {
        var view = await grains.GetGrain<IShiftGrain>(shift.ToString()).Read();
        var waiting = view.Lines.Where(waits).ToList();
        return waiting.Count > 0 && (await finder.FindAsync(shift, cancellationToken)).Shift is { } known
            ? new UnconfirmedSheet(known.HeadingAt(clock.GetUtcNow()), [.. waiting.Select(line => LineOf(known, line))], isLoan)
            : null;
    }

    private static FilledLine LineOf(KnownShift shift, SheetLine line)
    {
        var cell = ShiftCells.CellOf(line);
        var measure = shift.Book.Measure(line.Measure, shift.Id.Date)
            ?? throw new InvalidOperationException($"Sheet {shift.Id} holds '{line.Measure}', which the register does not know.");
        return new FilledLine(
            line.Entry, cell, BookNames.Of(shift.Book, shift.Id.Date, cell, measure), line.Record, line.Value, IsOurs: true);
    }
}
