using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// A function over a whole column. A new one is a new class here and one line in
/// <see cref="FunctionLibrary"/>.
/// </summary>
internal interface ICohortFunction
{
    string Name { get; }

    /// <summary>What the column must be.</summary>
    ValueKind Takes => ValueKind.Number;

    /// <summary>What it is where no member has a number.</summary>
    Result OfNobody => Result.Na(NaReason.Missing);

    /// <summary>What stands behind the column.</summary>
    ImmutableArray<Parameter> Parameters { get; }

    /// <summary>Whether the entrant's own figure has a part in it; if that is n/a, so is the result.</summary>
    bool NeedsOwn => false;

    /// <param name="own">Quantised number when <see cref="NeedsOwn"/>, otherwise anything.</param>
    /// <param name="isMember">Whether the entrant is in the cohort; a guest is not.</param>
    /// <param name="cohort">At least one number.</param>
    Result Evaluate(Result own, bool isMember, CohortView cohort, ReadOnlySpan<Result> terms);

    /// <summary>Whose figure it is, or how many there were.</summary>
    Note Explain(CohortView cohort, ReadOnlySpan<Result> terms) =>
        new($"共 {NumberText.Of(cohort.Count)} 个", $"of {NumberText.Of(cohort.Count)}");
}

/// <summary>The two directions of a column, as a word behind it.</summary>
internal static class Direction
{
    /// <summary>Which the word of position 1 and 2 are; default descending.</summary>
    public static readonly Parameter Word = Parameter.OptionalWord("desc", "asc");

    /// <summary>Whether the greatest is best.</summary>
    public static bool IsDescending(ReadOnlySpan<Result> terms, int position) =>
        terms.Length <= position || terms[position].Number == 1m;

    public static int Best(CohortView cohort, bool descending) => descending ? cohort.Count - 1 : 0;

    public static Note Owner(CohortView cohort, int position)
    {
        var number = cohort.Ascending[position];
        var owners = string.Join(", ", cohort.Entrants.Skip(cohort.Below(number)).Take(Math.Min(cohort.EqualTo(number), 3)));
        return new Note($"属于 {owners}", $"of {owners}");
    }
}
