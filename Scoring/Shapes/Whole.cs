using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary><c>floor(x)</c>: the integer not above x, rounded to 12 decimals first.</summary>
internal sealed class Floor : IRuleFunction
{
    public string Name => "floor";

    public ImmutableArray<Parameter> Parameters => [Parameter.Number];

    public Result Evaluate(ReadOnlySpan<Result> terms) => Result.Of(decimal.Floor(Exact.Compared(terms[0].Number)));
}

/// <summary><c>ceiling(x)</c>: the integer not below x, rounded to 12 decimals first.</summary>
internal sealed class Ceiling : IRuleFunction
{
    public string Name => "ceiling";

    public ImmutableArray<Parameter> Parameters => [Parameter.Number];

    public Result Evaluate(ReadOnlySpan<Result> terms) => Result.Of(decimal.Ceiling(Exact.Compared(terms[0].Number)));
}
