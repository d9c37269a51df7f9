using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// <c>rank(x, desc | asc, competition | dense | fractional)</c>: the place of the own figure in the cohort,
/// from 1.
/// </summary>
internal sealed class Rank : ICohortFunction
{
    public string Name => "rank";

    public ImmutableArray<Parameter> Parameters =>
        [Direction.Word, Parameter.OptionalWord("competition", "dense", "fractional")];

    public bool NeedsOwn => true;

    public Result Evaluate(Result own, bool isMember, CohortView cohort, ReadOnlySpan<Result> terms)
    {
        var descending = Direction.IsDescending(terms, 0);
        var better = descending ? cohort.Above(own.Number) : cohort.Below(own.Number);
        var othersEqual = cohort.EqualTo(own.Number) - (isMember ? 1 : 0);
        var style = terms.Length > 1 ? (SharedPlaces)(int)terms[1].Number : SharedPlaces.Competition;
        return Result.Of(style switch
        {
            SharedPlaces.Dense => 1m + DifferentBetter(own.Number, cohort, descending),
            SharedPlaces.Fractional => 1m + better + (othersEqual / 2m),
            _ => 1m + better,
        });
    }

    private static int DifferentBetter(decimal own, CohortView cohort, bool descending) =>
        cohort.Ascending.Where(number => descending ? number > own : number < own).Distinct().Count();
}
