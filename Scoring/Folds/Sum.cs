namespace Ganchao.Scoring;

/// <summary><c>sum(x)</c>: exact to 12 decimals, whatever the order.</summary>
internal sealed class Sum() : FoldFunction("sum")
{
    protected override Result Of(in Tally tally) => tally.Sum.ToResult();
}
