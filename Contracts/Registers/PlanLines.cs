using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;

namespace Ganchao.Contracts.Registers;

/// <summary>A plan (计划, 定额, 预算) of one measure and subject for a period; set once.</summary>
public sealed record PlanLine : RegisterLine
{
    public required MeasureCode Measure { get; init; }

    public required SubjectId Subject { get; init; }

    /// <summary>Production dates that the value is for.</summary>
    public required DateRange Period { get; init; }

    /// <summary>In the measure's unit, not negative.</summary>
    public required decimal Value { get; init; }

    public ProductCode? Product { get; init; }
}

/// <summary>A plan change notice (计划调整通知单), with its reason: the original stays visible beside the adjusted plan.</summary>
public sealed record PlanChangeLine : RegisterLine
{
    /// <summary>The notice's number.</summary>
    public required string Notice { get; init; }

    public required MeasureCode Measure { get; init; }

    public required SubjectId Subject { get; init; }

    /// <summary>The period of the plan that it changes.</summary>
    public required DateRange Period { get; init; }

    /// <summary>The plan for the whole period from now on, in the measure's unit, not negative.</summary>
    public required decimal Value { get; init; }

    public ProductCode? Product { get; init; }
}

/// <summary>Minutes of one shift that do not count (power cut, no material …), agreed by both sides.</summary>
public sealed record ExclusionLine : RegisterLine
{
    public required ShiftId Shift { get; init; }

    /// <summary>Minutes taken out, 1 to the shift's length.</summary>
    public required int Minutes { get; init; }

    /// <summary>The cause, from the plant's list.</summary>
    public required string Cause { get; init; }
}

/// <summary>A coefficient (difficulty, size, head-count) of an entrant from a date on.</summary>
public sealed record CoefficientLine : RegisterLine
{
    public required string Name { get; init; }

    public required string Entrant { get; init; }

    public required decimal Value { get; init; }
}

/// <summary>A text about an entrant from a date on, which rulebooks ask for: zone, sector, whom it sponsors.</summary>
public sealed record TagLine : RegisterLine
{
    public required string Name { get; init; }

    public required string Entrant { get; init; }

    /// <summary>Empty: the tag is taken away.</summary>
    public required string Text { get; init; }
}

/// <summary>A published rulebook (竞赛办法): its whole text; known by the SHA-256 of its UTF-8 bytes from then on.</summary>
public sealed record RulebookLine : RegisterLine
{
    public required string Code { get; init; }

    public required string Text { get; init; }

    /// <summary>
    /// The ids of all warnings that the checks give for the text, accepted by whoever publishes it; null: there are none.
    /// </summary>
    public IReadOnlyList<string>? Accept { get; init; }
}
