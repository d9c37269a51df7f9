namespace Ganchao.Scoring;

/// <summary><c>last(x)</c>: of the last group in order of occurrence, not of arrival.</summary>
internal sealed class Last() : FoldFunction("last")
{
    public override bool NeedsOrder => true;

    protected override Result Of(in Tally tally) => Result.Of(tally.Last);
}
