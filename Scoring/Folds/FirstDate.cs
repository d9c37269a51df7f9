namespace Ganchao.Scoring;

/// <summary><c>firstDate(x)</c>: the earliest production date with a figure.</summary>
internal sealed class FirstDate() : FoldFunction("firstDate")
{
    public override ValueKind Gives => ValueKind.Date;

    public override bool NeedsOrder => true;

    protected override Result Of(in Tally tally) => Result.Of((decimal)tally.FirstDate.DayNumber);
}
