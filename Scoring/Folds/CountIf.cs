namespace Ganchao.Scoring;

/// <summary>
/// <c>countIf(c)</c>: in how many groups the condition holds; 0 when in none. Yes adds 1 to the tally, no
/// adds 0.
/// </summary>
internal sealed class CountIf() : FoldFunction("countIf")
{
    public override ValueKind Takes => ValueKind.Truth;

    protected override Result OfNone => Result.Zero;

    protected override Result Of(in Tally tally) => tally.Sum.ToResult();
}
