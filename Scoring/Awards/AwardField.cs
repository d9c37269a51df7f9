namespace Ganchao.Scoring;

/// <summary>
/// Those among whom an award is given, in the order of the standing. Each is made when it is looked at: an award for the first
/// ten of very many asks for little more than ten.
/// </summary>
/// <param name="part">Places in the field's list, ascending: all of it, or those who share a tag.</param>
/// <param name="row">Walks over the rows that are asked for.</param>
internal sealed class AwardField(AwardColumns columns, Field whole, int[] part, LiveRow row, EntrantTable table)
{
    /// <summary>As listed.</summary>
    public IEnumerable<AwardEntry> All => part.Select(Entry);

    /// <summary>Those with a number to be ranked by, as listed; guests are among them.</summary>
    public IEnumerable<AwardEntry> Ranked => part.TakeWhile(IsRanked).Select(Entry);

    /// <summary>Those listed behind: with nothing to be ranked by yet, or left out of the rating.</summary>
    public IEnumerable<AwardEntry> Unranked => part.Reverse().TakeWhile(at => !IsRanked(at)).Reverse().Select(Entry);

    /// <summary>How many are no guests.</summary>
    public int Members => part.Count(at => !table.Entrants[whole.List.Rows[at]].Guest);

    /// <summary>Whether there is more to it than places.</summary>
    public bool HasCondition => columns.When is not null || columns.Late is not null;

    /// <summary>A row of the field: formulas of the field are the same in all.</summary>
    public RowVector Any => table.Figures[whole.List.Rows[part[0]]];

    private bool IsRanked(int at) => table.Keys[whole.List.Rows[at]] is { IsOut: false, First.IsNumber: true };

    private AwardEntry Entry(int at)
    {
        row.Position = whole.List.Rows[at];
        var figures = table.Figures[row.Position];
        return new AwardEntry(
            row.Position,
            table.RowAt(whole, at),
            columns.Late is { } late ? late.Evaluate(row) : columns.When is { } when ? figures[when] : Result.Of(true),
            columns.Figure is { } figure ? figures[figure] : Result.Zero,
            ValueList.Of(columns.Keys.Select(key => figures[key] is { IsNumber: true } number
                ? Result.Of(Exact.Compared(number.Number))
                : figures[key])));
    }
}
