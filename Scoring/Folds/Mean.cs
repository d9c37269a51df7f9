namespace Ganchao.Scoring;

/// <summary><c>mean(x)</c>: exact sum by number of groups.</summary>
internal sealed class Mean() : FoldFunction("mean")
{
    protected override Result Of(in Tally tally) => tally.Sum.ToResult() is { IsNumber: true } sum
        ? Result.Of(sum.Number / tally.Count)
        : Result.Na(NaReason.Overflow);
}
