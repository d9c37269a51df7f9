using System.Collections.Frozen;

namespace Ganchao.Scoring;

/// <summary>The functions of the language by name, one line each.</summary>
internal static class FunctionLibrary
{
    public static IEnumerable<string> Names =>
    [
        .. Functions.Keys, BandShape.Name, PickShape.Name, MarginalShape.Name,
        .. RowFolds.Keys, .. Cohorts.Keys, .. CohortCalls.Names,
    ];

    public static readonly FrozenDictionary<string, IRuleFunction> Functions = new IRuleFunction[]
    {
        new Absolute(), new Clamp(), new Greatest(), new Smallest(), new Step(), new StepStarted(),
        new Mod(), new Floor(), new Ceiling(),
        new If(), new IfNa(),
        new Round(),
    }.Concat(Transcendentals.All).ToFrozenDictionary(static function => function.Name, StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, FoldFunction> Folds = new FoldFunction[]
    {
        new Sum(), new Mean(), new Least(), new Most(), new Last(), new Count(), new CountIf(), new Days(),
        new FirstDate(), new LastDate(),
    }.ToFrozenDictionary(static fold => fold.Name, StringComparer.Ordinal);

    /// <summary>Over figures by occasion, and over the records of a row of such a figure.</summary>
    public static readonly FrozenDictionary<string, RowFold> RowFolds = new RowFold[]
    {
        new First(), new Middle(), new TrimmedMean(), new BestOf(), new WorstOf(),
        new Streak(), new Longest(), new Where("firstWhere", last: false), new Where("lastWhere", last: true), new CountBefore(),
    }.Concat(Folds.Values.Select(static fold => new FoldOfRows(fold)))
        .ToFrozenDictionary(static fold => fold.Name, StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, ICohortFunction> Cohorts = new ICohortFunction[]
    {
        new Best(), new Worst(), new CohortMean(), new Median(), new Rank(), new Share(), new Scale(),
        new SumOf(), new CountOf(), new Percentile(),
    }.ToFrozenDictionary(static function => function.Name, StringComparer.Ordinal);
}
