namespace Ganchao.Scoring;

/// <summary><c>streak(c)</c>: how many rows at the end, one after the other, are yes; Missing counts as no.</summary>
internal sealed class Streak() : RowFold("streak", Parameter.Truth)
{
    public override bool NeedsOrder => true;

    public override Result Finish(FoldedRows rows)
    {
        var streak = 0;
        while (streak < rows.Count && rows.Holds(rows.Count - 1 - streak, 0))
        {
            streak++;
        }

        return rows.Spoilt(0) is not NaReason.None and var reason ? Result.Na(reason) : Result.Of((decimal)streak);
    }
}

/// <summary><c>longest(c)</c>: the longest run of rows that are yes; Missing counts as no.</summary>
internal sealed class Longest() : RowFold("longest", Parameter.Truth)
{
    public override bool NeedsOrder => true;

    public override Result Finish(FoldedRows rows)
    {
        var (longest, run) = (0, 0);
        for (var i = 0; i < rows.Count; i++)
        {
            run = rows.Holds(i, 0) ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return rows.Spoilt(0) is not NaReason.None and var reason ? Result.Na(reason) : Result.Of((decimal)longest);
    }
}

/// <summary>
/// <c>firstWhere(x, c)</c>, <c>lastWhere(x, c)</c>: <c>x</c> of the first, the last row with <c>c</c>, whatever it is
/// there.
/// </summary>
internal sealed class Where(string name, bool last) : RowFold(name, Parameter.Number, Parameter.Truth)
{
    public override bool NeedsOrder => true;

    public override Result Finish(FoldedRows rows)
    {
        if (rows.Spoilt(1) is not NaReason.None and var reason)
        {
            return Result.Na(reason);
        }

        var found = Enumerable.Range(0, rows.Count).Select(i => last ? rows.Count - 1 - i : i).Where(i => rows.Holds(i, 1));
        return found.Select(i => rows[i].Terms[0]).FirstOrDefault(Result.Na(NaReason.Missing));
    }
}

/// <summary>
/// <c>countBefore(c, d)</c>: how many rows with <c>c</c> stand before the first with <c>d</c>; all of them where none is.
/// </summary>
internal sealed class CountBefore() : RowFold("countBefore", Parameter.Truth, Parameter.Truth)
{
    public override bool NeedsOrder => true;

    public override Result Finish(FoldedRows rows)
    {
        if (rows.Spoilt(0, 1) is not NaReason.None and var reason)
        {
            return Result.Na(reason);
        }

        var before = Enumerable.Range(0, rows.Count).TakeWhile(i => !rows.Holds(i, 1));
        return Result.Of((decimal)before.Count(i => rows.Holds(i, 0)));
    }
}
