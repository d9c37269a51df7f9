namespace Ganchao.Scoring;

/// <summary><c>min(x)</c> over groups.</summary>
internal sealed class Least() : FoldFunction("min")
{
    protected override Result Of(in Tally tally) => Result.Of(tally.Least);
}
