namespace Ganchao.Scoring;

/// <summary>
/// A fold: one figure out of the tally of a column. Tallies hold enough for all of them, so changing <c>sum</c> to
/// <c>mean</c> folds nothing again.
/// </summary>
internal abstract class FoldFunction(string name)
{
    public string Name => name;

    /// <summary>What the folded expression must be.</summary>
    public virtual ValueKind Takes => ValueKind.Number;

    /// <summary>What comes out.</summary>
    public virtual ValueKind Gives => ValueKind.Number;

    /// <summary>Whether it counts dates and so needs the groups by date.</summary>
    public virtual bool CountsDates => false;

    /// <summary>Whether it needs an order in time, which groups by product have not.</summary>
    public virtual bool NeedsOrder => false;

    public Result Finish(in Tally tally) =>
        tally.Spoilt.First != NaReason.None ? Result.Na(tally.Spoilt.First)
        : tally.Count == 0 ? OfNone
        : Of(in tally);

    protected virtual Result OfNone => Result.Na(NaReason.Missing);

    /// <summary>Of one figure or more, none of them n/a.</summary>
    protected abstract Result Of(in Tally tally);
}
