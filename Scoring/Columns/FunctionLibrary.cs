using System.Collections.Frozen;

namespace Ganchao.Scoring;

/// <summary>The functions of the language by name, one line each.</summary>
internal static class FunctionLibrary
{
    public static IEnumerable<string> Names => CohortCalls.Names.Concat(Functions.Keys.Append(BandShape.Name).Append(PickShape.Name).Append(MarginalShape.Name).Concat(Folds.Keys).Concat(Cohorts.Keys));

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

    public static readonly FrozenDictionary<string, ICohortFunction> Cohorts = new ICohortFunction[]
    {
        new Best(), new Worst(), new CohortMean(), new Median(), new Rank(), new Share(), new Scale(),
        new SumOf(), new CountOf(), new Percentile(),
    }.ToFrozenDictionary(static function => function.Name, StringComparer.Ordinal);
}
