namespace Ganchao.Scoring;

/// <summary><c>max(x)</c> over groups.</summary>
internal sealed class Most() : FoldFunction("max")
{
    protected override Result Of(in Tally tally) => Result.Of(tally.Greatest);
}
