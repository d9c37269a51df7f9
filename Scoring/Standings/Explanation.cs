namespace Ganchao.Scoring;

/// <summary>One step of how a score came about; its parts are what it was made of.</summary>
/// <param name="Subject">Id of the indicator, section, gate, function or input that the step is about.</param>
/// <param name="Formula">As the rulebook writes it.</param>
/// <param name="Numbers">The same with the numbers put in; empty for leaves.</param>
/// <param name="Note">What the numbers do not say: full steps counted, whose value is best, which effect stood in.</param>
public sealed record Explanation(
    ExplanationKind Kind,
    string Subject,
    string Formula,
    string Numbers,
    Result Result,
    Note Note,
    ValueList<Explanation> Parts)
{
    /// <summary>
    /// With <see cref="ExplanationKind.Fold"/>: which fold set and tally hold the figures; the caller opens
    /// them to entries.
    /// </summary>
    public FoldReference? Fold { get; init; }

    /// <summary>The entries under a fold, in order of occurrence: only the plain evaluator knows them.</summary>
    public ValueList<Guid> Entries { get; init; } = ValueList<Guid>.Empty;
}

public enum ExplanationKind
{
    NotSet = 0,
    Row,
    Total,
    Section,
    Points,
    Value,
    Formula,
    Function,
    Fold,
    Term,
    Cohort,
    Rounding,
    MissingEffect,
    Gate,
    Eligibility,

    /// <summary>The grade given, with the conditions that were asked for it; or one of these.</summary>
    Grade,

    /// <summary>An award, got or not, with its condition and its weight or money.</summary>
    Award,

    /// <summary>A text about the entrant; it stands in the numbers, the result is none.</summary>
    Text,

    /// <summary>One row of a figure by occasion.</summary>
    Occasion,

    /// <summary>One record of such a row, with its entries.</summary>
    Record,
}

/// <summary>A sentence in both languages; empty when there is nothing to say.</summary>
public sealed record Note(string Zh, string En)
{
    public static readonly Note None = new("", "");
}

/// <param name="Function">Name of the fold, such as <c>sum</c>.</param>
public sealed record FoldReference(string FoldSetHash, int Tally, string Function);
