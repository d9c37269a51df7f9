using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary><c>min(a, b, …)</c>: the smallest of two or more terms; of equal ones the first.</summary>
internal sealed class Smallest : IRuleFunction
{
    public string Name => "min";

    public ImmutableArray<Parameter> Parameters => [Parameter.Number, Parameter.Number with { Repeats = true }];

    public Result Evaluate(ReadOnlySpan<Result> terms)
    {
        var smallest = terms[0];
        foreach (var term in terms[1..])
        {
            smallest = Exact.Compared(term.Number) < Exact.Compared(smallest.Number) ? term : smallest;
        }

        return smallest;
    }
}
