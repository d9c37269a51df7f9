using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// <c>pick(x, key, y, …, other)</c>: the y of the key that equals x, else the last term; without one n/a(Undefined).
/// </summary>
/// <param name="keys">In the order of their outcomes.</param>
internal sealed class Pick(ImmutableArray<Result> keys, bool hasOther) : IRuleFunction
{
    public string Name => "pick";

    /// <summary>Checked by <see cref="PickShape"/>, since keys are no terms.</summary>
    public ImmutableArray<Parameter> Parameters => [Parameter.Any, Parameter.Any with { Repeats = true }];

    public bool SeesNa => true;

    public Result Evaluate(ReadOnlySpan<Result> terms)
    {
        if (!terms[0].IsNumber)
        {
            return terms[0];
        }

        var position = keys.IndexOf(Result.Of(Exact.Compared(terms[0].Number)));
        return position >= 0 ? terms[position + 1] : hasOther ? terms[^1] : Result.Na(NaReason.Undefined);
    }
}
