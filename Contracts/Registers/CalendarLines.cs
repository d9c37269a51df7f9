using Ganchao.Contracts.Identity;

namespace Ganchao.Contracts.Registers;

/// <summary>A shift kind (班次) from a date on.</summary>
public sealed record ShiftKindLine : RegisterLine
{
    public required ShiftKind Kind { get; init; }

    public required Names Names { get; init; }

    /// <summary>Local time at which the shift starts.</summary>
    public required TimeOnly Start { get; init; }

    /// <summary>Length in minutes, 1 to 1,440.</summary>
    public required int LengthMinutes { get; init; }

    /// <summary>IANA zone of the plant, such as Asia/Shanghai.</summary>
    public required string Zone { get; init; }

    /// <summary>Calendar days between the production date and the date on which the shift starts, -1 to 1; mostly 0.</summary>
    public int StartsDaysAfterDate { get; init; }

    /// <summary>Its order among the shifts of one production date; smaller is earlier.</summary>
    public int Order { get; init; }

    /// <summary>The teams that work it; empty: every team.</summary>
    public IReadOnlyList<UnitId> Teams { get; init; } = [];
}

/// <summary>The weekdays on which the plant works, from a date on.</summary>
public sealed record WorkingWeekLine : RegisterLine
{
    public required IReadOnlyList<DayOfWeek> Days { get; init; }
}

/// <summary>What a calendar calls a day.</summary>
public enum DayKind
{
    NotSet,
    WorkingDay,
    RestDay,

    /// <summary>法定节假日.</summary>
    PublicHoliday,

    /// <summary>调休上班: a day of the weekend that is worked for one around a holiday.</summary>
    SwappedWorkingDay,
}

/// <summary>One date that differs from the working week (调休).</summary>
public sealed record DayLine : RegisterLine
{
    public required DateOnly Date { get; init; }

    public required bool Working { get; init; }

    /// <summary>Agrees with <see cref="Working"/>; null: a working or a rest day, whichever that says.</summary>
    public DayKind? Kind { get; init; }

    /// <summary>The holiday or whatever else the day is known as; null: none.</summary>
    public Names? Names { get; init; }

    /// <summary>The kind, said or not.</summary>
    public DayKind KindOrUsual() => Kind ?? (Working ? DayKind.WorkingDay : DayKind.RestDay);
}
