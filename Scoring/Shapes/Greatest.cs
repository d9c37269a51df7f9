using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary><c>max(a, b, …)</c>: the greatest of two or more terms; of equal ones the first.</summary>
internal sealed class Greatest : IRuleFunction
{
    public string Name => "max";

    public ImmutableArray<Parameter> Parameters => [Parameter.Number, Parameter.Number with { Repeats = true }];

    public Result Evaluate(ReadOnlySpan<Result> terms)
    {
        var greatest = terms[0];
        foreach (var term in terms[1..])
        {
            greatest = Exact.Compared(term.Number) > Exact.Compared(greatest.Number) ? term : greatest;
        }

        return greatest;
    }
}
