using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// <c>stepStarted(x, per, points)</c>: <c>points</c> for every started <c>per</c> of <c>x</c>. Sign follows
/// <c>x</c>.
/// </summary>
internal sealed class StepStarted : IRuleFunction
{
    public string Name => "stepStarted";

    public ImmutableArray<Parameter> Parameters => [Parameter.Number, Parameter.Number, Parameter.Number];

    public Refusal? Check(ReadOnlySpan<decimal?> literals) => StepWidth.Check(literals[1]);

    public Result Evaluate(ReadOnlySpan<Result> terms) => StepWidth.IsPositive(terms[1])
        ? Result.Of(Steps(terms[0].Number, terms[1].Number) * terms[2].Number)
        : Result.Na(NaReason.OutOfDomain);

    public Note Explain(ReadOnlySpan<Result> terms, Result result)
    {
        var steps = NumberText.Of(Steps(terms[0].Number, terms[1].Number));
        return new Note(
            $"每开始一个 {NumberText.Of(terms[1].Number)} 即计,共 {steps} 个,每个 {NumberText.Of(terms[2].Number)} 分",
            $"{steps} started steps of {NumberText.Of(terms[1].Number)}, {NumberText.Of(terms[2].Number)} points each");
    }

    private static decimal Steps(decimal x, decimal per)
    {
        var steps = Exact.Compared(x / per);
        return steps < 0m ? decimal.Floor(steps) : decimal.Ceiling(steps);
    }
}
