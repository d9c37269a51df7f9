namespace Ganchao.Scoring;

/// <summary><c>count(x)</c>: in how many groups there is a figure; 0 when in none.</summary>
internal sealed class Count() : FoldFunction("count")
{
    protected override Result OfNone => Result.Zero;

    protected override Result Of(in Tally tally) => Result.Of((decimal)tally.Count);
}
