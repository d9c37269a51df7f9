using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary><c>abs(x)</c>: <c>x</c> without its sign.</summary>
internal sealed class Absolute : IRuleFunction
{
    public string Name => "abs";

    public ImmutableArray<Parameter> Parameters => [Parameter.Number];

    public Result Evaluate(ReadOnlySpan<Result> terms) => Result.Of(Math.Abs(terms[0].Number));
}
