namespace Ganchao.Scoring;

/// <summary><c>days(x)</c>: on how many production dates there is a figure. Its groups arrive by date, one for each.</summary>
internal sealed class Days() : FoldFunction("days")
{
    public override bool CountsDates => true;

    public override bool NeedsOrder => true;

    protected override Result OfNone => Result.Zero;

    protected override Result Of(in Tally tally) => Result.Of((decimal)tally.Count);
}
