using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary><c>clamp(x, low, high)</c>: <c>x</c>, but not below <c>low</c> and not above <c>high</c>.</summary>
internal sealed class Clamp : IRuleFunction
{
    public string Name => "clamp";

    public ImmutableArray<Parameter> Parameters => [Parameter.Number, Parameter.Number, Parameter.Number];

    public Refusal? Check(ReadOnlySpan<decimal?> literals) => literals[1] > literals[2]
        ? new Refusal("clamp-bounds", "下限大于上限:请对调。", "The lower bound is above the upper one; exchange them.")
        : null;

    public Result Evaluate(ReadOnlySpan<Result> terms)
    {
        var (x, low, high) = (Exact.Compared(terms[0].Number), Exact.Compared(terms[1].Number), Exact.Compared(terms[2].Number));
        return low > high ? Result.Na(NaReason.OutOfDomain)
            : x < low ? terms[1]
            : x > high ? terms[2]
            : terms[0];
    }

    public Note Explain(ReadOnlySpan<Result> terms, Result result) =>
        Exact.Compared(terms[0].Number) < Exact.Compared(terms[1].Number)
            ? new Note($"不低于 {NumberText.Of(result.Number)}", $"not below {NumberText.Of(result.Number)}")
        : Exact.Compared(terms[0].Number) > Exact.Compared(terms[2].Number)
            ? new Note($"不高于 {NumberText.Of(result.Number)}", $"not above {NumberText.Of(result.Number)}")
        : Note.None;
}
