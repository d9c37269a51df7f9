namespace Ganchao.Scoring;

/// <summary>
/// One live figure of one cell, as the recount and the folds see it. Corrections, cancellations and late entries are
/// already resolved: the caller hands over what counts, in any order.
/// </summary>
public sealed record Fact
{
    /// <summary>What <see cref="Entrant"/> is in it: the same entry gives a fact to each of its parties.</summary>
    public Party Party { get; init; } = Party.Own;

    /// <summary>Whom it counts for (team, person, branch of that day, project …), resolved by the caller.</summary>
    public required string Entrant { get; init; }

    /// <summary>The sheet on which it stands. The facts of one sheet and entrant form one shift group.</summary>
    public required string Sheet { get; init; }

    /// <summary>Whom or what the cell is about; empty when it is the entrant itself.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Production date, not the date of entry.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Place of the shift within its production date, first shift lowest.</summary>
    public int ShiftOrder { get; init; }

    public string Shift { get; init; } = "";

    public Occasion Occasion { get; init; } = Occasion.Shift;

    /// <summary>Code of the measure.</summary>
    public required string Measure { get; init; }

    public string Product { get; init; } = "";

    public string WorkOrder { get; init; } = "";

    /// <summary>Cost element, cause, or empty.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Row key within the sheet: empty for cells with one entry; entry id or heat number for cells with many.</summary>
    public string Record { get; init; } = "";

    /// <summary>The figure in the unit of its measure; null means that the certifier refused it.</summary>
    public required decimal? Value { get; init; }

    public DateTimeOffset? ObservedAt { get; init; }

    /// <summary>The entry that made this fact: last word of the order of occurrence, and where an explanation ends.</summary>
    public Guid Entry { get; init; }

    /// <summary>Product data as valid on <see cref="Date"/>: unit weight, price, quota hours …</summary>
    public IReadOnlyDictionary<string, decimal> Attributes { get; init; } = NoAttributes;

    /// <summary>Attributes of an event, such as severity.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = NoTags;

    private static readonly IReadOnlyDictionary<string, decimal> NoAttributes = new Dictionary<string, decimal>();
    private static readonly IReadOnlyDictionary<string, string> NoTags = new Dictionary<string, string>();
}
