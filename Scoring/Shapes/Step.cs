using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// <c>step(x, per, points)</c>: <c>points</c> for every full <c>per</c> of <c>x</c>; a started step does not
/// count. Sign follows <c>x</c>.
/// </summary>
internal sealed class Step : IRuleFunction
{
    public string Name => "step";

    public ImmutableArray<Parameter> Parameters => [Parameter.Number, Parameter.Number, Parameter.Number];

    public Refusal? Check(ReadOnlySpan<decimal?> literals) => StepWidth.Check(literals[1]);

    public Result Evaluate(ReadOnlySpan<Result> terms) => StepWidth.IsPositive(terms[1])
        ? Result.Of(Steps(terms[0].Number, terms[1].Number) * terms[2].Number)
        : Result.Na(NaReason.OutOfDomain);

    public Note Explain(ReadOnlySpan<Result> terms, Result result)
    {
        var steps = NumberText.Of(Steps(terms[0].Number, terms[1].Number));
        return new Note(
            $"满 {steps} 个 {NumberText.Of(terms[1].Number)},每个 {NumberText.Of(terms[2].Number)} 分",
            $"{steps} full steps of {NumberText.Of(terms[1].Number)}, {NumberText.Of(terms[2].Number)} points each");
    }

    /// <summary>Rounded to 12 decimals first: 70/3·3 is seven tens.</summary>
    private static decimal Steps(decimal x, decimal per) => decimal.Truncate(Exact.Compared(x / per));
}

/// <summary>
/// What <c>per</c> of a step may be. A width that is 0 to 12 decimals is none: it is what is left of a
/// difference of equals.
/// </summary>
internal static class StepWidth
{
    public static bool IsPositive(Result per) => Exact.Compared(per.Number) > 0m;

    public static Refusal? Check(decimal? per) => per is <= 0m
        ? new Refusal("step-width", "每步的宽度必须大于 0。", "The width of a step must be greater than 0.")
        : null;
}
