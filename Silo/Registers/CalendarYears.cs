using Ganchao.Contracts;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Registers;
using Ganchao.Grains.Registers;

namespace Ganchao.Silo.Registers;

/// <summary>A year of a plant's calendar.</summary>
internal static class CalendarYears
{
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    /// <param name="book">The plant's.</param>
    /// <param name="year">Null, or one that no calendar holds: this year.</param>
    /// <param name="today">By the plant's clock.</param>
    public static CalendarYear Of(PlantBook book, int? year, DateOnly today)
    {
        var shown = year is >= FirstYear and <= LastYear ? year.Value : today.Year;
        var first = new DateOnly(shown, 1, 1);
        var last = new DateOnly(shown, 12, 31);
        var at = today.Year == shown ? today : last;
        return new CalendarYear(
            shown,
            today,
            [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(days => DayOf(book, first.AddDays(days)))],
            book.Calendar.WeekAt(at)?.Days,
            [
                .. book.Calendar.KnownKinds
                    .Select(kind => book.Calendar.KindAt(kind, at))
                    .OfType<ShiftKindLine>()
                    .OrderBy(kind => kind.Order)
                    .ThenBy(kind => kind.Kind.Value, StringComparer.Ordinal)
                    .Select(kind => new ShiftPattern(
                        kind.Kind, kind.Names, kind.Start, kind.LengthMinutes, kind.StartsDaysAfterDate,
                        [.. kind.Teams.Select(team => book.Organisation.Last(team)?.Names ?? new Names(team.Value))])),
            ]);
    }

    private static CalendarDay DayOf(PlantBook book, DateOnly day) => book.Calendar.DayAt(day) is { } marked
        ? new CalendarDay(day, marked.KindOrUsual(), IsMarked: true, marked.Names)
        : new CalendarDay(
            day, book.Calendar.IsWorkingDay(day) ? DayKind.WorkingDay : DayKind.RestDay, IsMarked: false, Names: null);
}
