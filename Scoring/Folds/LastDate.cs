namespace Ganchao.Scoring;

/// <summary><c>lastDate(x)</c>: the latest production date with a figure.</summary>
internal sealed class LastDate() : FoldFunction("lastDate")
{
    public override ValueKind Gives => ValueKind.Date;

    public override bool NeedsOrder => true;

    protected override Result Of(in Tally tally) => Result.Of((decimal)tally.LastKey.Date.DayNumber);
}
