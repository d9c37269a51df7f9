using System.Collections.Immutable;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;

namespace Ganchao.Grains.Registers;

/// <summary>The plant's calendar: shift kinds, working days with 调休, the production date of an instant.</summary>
public sealed record PlantCalendar
{
    private static readonly ImmutableHashSet<DayOfWeek> EveryDay = [.. Enum.GetValues<DayOfWeek>()];

    private ImmutableDictionary<ShiftKind, Dated<ShiftKindLine>> Kinds { get; init; } =
        ImmutableDictionary<ShiftKind, Dated<ShiftKindLine>>.Empty;

    private Dated<WorkingWeekLine> Weeks { get; init; } = Dated<WorkingWeekLine>.Empty;

    private ImmutableDictionary<DateOnly, DayLine> Days { get; init; } = ImmutableDictionary<DateOnly, DayLine>.Empty;

    private ImmutableDictionary<ShiftId, ImmutableDictionary<string, int>> Exclusions { get; init; } =
        ImmutableDictionary<ShiftId, ImmutableDictionary<string, int>>.Empty;

    public static PlantCalendar Empty { get; } = new();

    /// <summary>The dates that differ from the working week.</summary>
    public IEnumerable<DateOnly> MarkedDays => Days.Keys;

    public PlantCalendar With(ShiftKindLine line) => this with { Kinds = Kinds.With(line.Kind, line.From, line) };

    public PlantCalendar With(WorkingWeekLine line) => this with { Weeks = Weeks.With(line.From, line) };

    public PlantCalendar With(DayLine line) => this with { Days = Days.SetItem(line.Date, line) };

    public PlantCalendar With(ExclusionLine line) => this with
    {
        Exclusions = Exclusions.SetItem(line.Shift, Excluded(line.Shift).SetItem(line.Cause, line.Minutes)),
    };

    /// <summary>Every shift kind that was ever recorded.</summary>
    public IEnumerable<ShiftKind> KnownKinds => Kinds.Keys;

    public ShiftKindLine? KindAt(ShiftKind kind, DateOnly date) => Kinds.At(kind, date);

    /// <summary>The working week on a date; null: every day is worked.</summary>
    public WorkingWeekLine? WeekAt(DateOnly date) => Weeks.At(date);

    /// <summary>The day as it differs from the working week; null: it does not.</summary>
    public DayLine? DayAt(DateOnly date) => Days.GetValueOrDefault(date);

    /// <summary>Works every day where no working week was recorded.</summary>
    public bool IsWorkingDay(DateOnly date) =>
        DayAt(date) is { } marked
            ? marked.Working
            : Weeks.At(date)?.Days.Contains(date.DayOfWeek) ?? EveryDay.Contains(date.DayOfWeek);

    /// <summary>The shifts that a team works on a date, in their order; none on a free day.</summary>
    public IEnumerable<ShiftKindLine> ShiftsOf(UnitId team, DateOnly date) =>
        IsWorkingDay(date)
            ? Kinds.Values
                .Select(lines => lines.At(date))
                .OfType<ShiftKindLine>()
                .Where(kind => kind.Teams.Count == 0 || kind.Teams.Contains(team))
                .OrderBy(kind => kind.Order)
            : [];

    /// <summary>When a shift starts, in UTC; its end is <see cref="ShiftKindLine.LengthMinutes"/> later.</summary>
    public static DateTimeOffset StartOf(ShiftKindLine kind, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var local = date.AddDays(kind.StartsDaysAfterDate).ToDateTime(kind.Start, DateTimeKind.Unspecified);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(kind.Zone);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>When the last shift of a production date ends, in UTC; the plant's midnight where none is worked.</summary>
    public DateTimeOffset EndOf(DateOnly date)
    {
        var midnight = date.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return Kinds.Values
            .Select(lines => lines.At(date))
            .OfType<ShiftKindLine>()
            .Select(kind => StartOf(kind, date).AddMinutes(kind.LengthMinutes))
            .DefaultIfEmpty(new DateTimeOffset(midnight) - OffsetAt(midnight))
            .Max();
    }

    /// <summary>The minutes of a shift that do not count, over all causes; of each cause as it was recorded last.</summary>
    public int ExcludedMinutes(ShiftId shift) => Excluded(shift).Values.Sum();

    private ImmutableDictionary<string, int> Excluded(ShiftId shift) =>
        Exclusions.GetValueOrDefault(shift, ImmutableDictionary<string, int>.Empty);

    /// <summary>The date on the plant's wall calendar at an instant.</summary>
    public DateOnly DateAt(DateTimeOffset instant) =>
        DateOnly.FromDateTime(instant.ToOffset(OffsetAt(instant)).DateTime);

    /// <summary>
    /// The plant's offset from UTC at an instant: that of its first shift kind's zone; zero where there is
    /// none.
    /// </summary>
    public TimeSpan OffsetAt(DateTimeOffset instant) =>
        Kinds.Values.SelectMany(lines => lines.Lines).Select(line => line.Value.Zone).Order(StringComparer.Ordinal)
            .FirstOrDefault() is { } zone
                ? TimeZoneInfo.FindSystemTimeZoneById(zone).GetUtcOffset(instant)
                : TimeSpan.Zero;
}
