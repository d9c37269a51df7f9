using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Entry;
using Ganchao.Grains;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;

namespace Ganchao.Silo.Entry;

/// <summary>Finds entries that were made on a lead's behalf (代填) and are not confirmed yet.</summary>
internal sealed class Unconfirmed(IFacts facts, IPlantBooks books, IGrainFactory grains, ShiftFinder finder, PlantClock clock)
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
        var sheets = new List<UnconfirmedSheet>();
        foreach (var team in TeamsOf(book, person, today))
        {
            var rows = await facts.ReadSubjectAsync(
                plant, SubjectId.Team(team), new DateRange(today.AddDays(-DaysBack), today.AddDays(2)), cancellationToken);
            foreach (var sheet in rows.Where(row => row.Stream.Kind == StreamKind.Shift).Select(row => row.Stream).Distinct())
            {
                if (await ReadAsync(ShiftId.Parse($"{plant}/{sheet.Key}"), IsMine, cancellationToken) is { } waiting)
                {
                    sheets.Add(waiting);
                }

                bool IsMine(PersonId lead) => lead == person
                    || (sheet.Date <= left && book.Roles.Holds(person, Role.BranchOrganiser, team, book.Organisation, today));
            }
        }

        return [.. sheets.OrderByDescending(sheet => sheet.Heading.Shift.Date)];
    }

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
        ShiftId shift, Func<PersonId, bool> isMine, CancellationToken cancellationToken)
    {
        var view = await grains.GetGrain<IShiftGrain>(shift.ToString()).Read();
        var waiting = view.Lines.Where(line => line.Awaits is { } lead && isMine(lead)).ToList();
        return waiting.Count > 0 && (await finder.FindAsync(shift, cancellationToken)).Shift is { } known
            ? new UnconfirmedSheet(known.HeadingAt(clock.GetUtcNow()), [.. waiting.Select(line => LineOf(known, line))])
            : null;
    }

    private static FilledLine LineOf(KnownShift shift, SheetLine line)
    {
        var cell = new EntryCell(
            line.Measure,
            line.Product is { } product ? new ProductCode(product) : null,
            line.WorkOrder is { } order ? new WorkOrderNumber(order) : null,
            line.Detail);
        var measure = shift.Book.Measure(line.Measure, shift.Id.Date)
            ?? throw new InvalidOperationException($"Sheet {shift.Id} holds '{line.Measure}', which the register does not know.");
        return new FilledLine(
            line.Entry, cell, BookNames.Of(shift.Book, shift.Id.Date, cell, measure), line.Record, line.Value, IsOurs: true);
    }
}
