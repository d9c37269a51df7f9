using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Entry;
using Ganchao.Grains.Registers;

namespace Ganchao.Silo.Entry;

/// <summary>The shifts that one may want to enter now: the one that is going on, then the last few.</summary>
internal static class ShiftChoices
{
    private const int DaysBack = 5;
    private const int Shown = 4;

    public static EntryPlant Of(PlantBook book, DateTimeOffset now, Func<UnitId, bool> mayEnter)
    {
        var today = book.Calendar.DateAt(now);
        var teams = book.Organisation.Units
            .Select(unit => book.Organisation.At(unit, today))
            .OfType<UnitLine>()
            .Where(unit => unit.Kind is (UnitKind.Team or UnitKind.TemporaryTeam) && mayEnter(unit.Unit))
            .Select(team => (Team: team, Branch: BranchOf(book, team.Unit, today)))
            .OrderBy(team => team.Branch?.Unit.Value ?? "", StringComparer.Ordinal)
            .ThenBy(team => team.Team.Unit.Value, StringComparer.Ordinal)
            .Select(team => new EntryTeam(
                team.Team.Unit, team.Team.Names, team.Branch?.Names, [.. ShiftsOf(book, team.Team.Unit, today, now)]));
        return new EntryPlant(book.Plant, BookNames.OfPlant(book), [.. teams]);
    }

    private static UnitLine? BranchOf(PlantBook book, UnitId team, DateOnly today) =>
        book.Organisation.BranchOf(team, today) is { } branch ? book.Organisation.At(branch, today) : null;

    private static IEnumerable<ShiftChoice> ShiftsOf(PlantBook book, UnitId team, DateOnly today, DateTimeOffset now) =>
        Enumerable.Range(-1, DaysBack + 1)
            .Select(days => today.AddDays(-days))
            .SelectMany(date => book.Calendar.ShiftsOf(team, date).Select(kind => (
                Date: date, Kind: kind, Start: PlantCalendar.StartOf(kind, date))))
            .Where(shift => shift.Start <= now)
            .OrderByDescending(shift => IsRunning(shift.Kind, shift.Start, now))
            .ThenByDescending(shift => shift.Start)
            .Take(Shown)
            .Select(shift => new ShiftChoice(
                new ShiftId(book.Plant, team, shift.Date, shift.Kind.Kind),
                shift.Kind.Names,
                IsRunning(shift.Kind, shift.Start, now)));

    private static bool IsRunning(ShiftKindLine kind, DateTimeOffset start, DateTimeOffset now) =>
        start <= now && now < start.AddMinutes(kind.LengthMinutes);
}
