using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary><c>mod(a, b)</c>: what is left of a after whole b; not negative.</summary>
internal sealed class Mod : IRuleFunction
{
    public string Name => "mod";

    public ImmutableArray<Parameter> Parameters => [Parameter.Number, Parameter.Number];

    public Result Evaluate(ReadOnlySpan<Result> terms)
    {
        var (a, b) = (terms[0].Number, terms[1].Number);
        return Exact.Compared(b) <= 0m
            ? Result.Na(NaReason.OutOfDomain)
            : Result.Of(a - (b * decimal.Floor(Exact.Compared(a / b))));
    }
}
