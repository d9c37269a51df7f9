namespace Ganchao.Scoring;

/// <summary>Gives the awards of a rulebook to the rows of a field, once it has places.</summary>
internal sealed class FieldAwards(CompiledRulebook rulebook)
{
    private readonly SharedPlaces _shared = rulebook.Definition.Ranking.Shared;

    /// <summary>Nothing outside of a field has a part in its awards: one where no row moved keeps them.</summary>
    public void Update(Field field, EntrantTable table, RowSet moved)
    {
        if (rulebook.Layout.Awards.IsEmpty || !field.Rows.Any(moved.Contains))
        {
            return;
        }

        var findings = field.Listed.Select(static _ => new List<AwardFinding>()).ToArray();
        foreach (var award in rulebook.Layout.Awards)
        {
            var given = Give(award, field, table);
            for (var i = 0; i < given.Length; i++)
            {
                if (given[i] is { } got)
                {
                    var isHeld = table.Written[field.Listed[i]].Line.Figures.Award == Clearance.Held;
                    findings[i].Add(new AwardFinding(award.Award.Id, got.Money, got.Undecided, isHeld));
                }
            }
        }

        foreach (var (i, row) in field.Listed.Index())
        {
            var awards = ValueList.Of<AwardFinding>(findings[i]);
            table.Written[row] = table.Written[row] with { Awards = awards };
        }
    }

    private Given?[] Give(AwardColumns columns, Field field, EntrantTable table)
    {
        var entries = field.Listed.Select(row => Entry(columns, row, table)).ToList();
        return columns.Award.Kind switch
        {
            AwardKind.Places => PlaceMoney.Of(columns.Award, entries, _shared),
            AwardKind.Quota => QuotaAward.Of(columns.Award, entries),
            AwardKind.Pool => PoolShares.Of(columns.Award, entries),
            AwardKind.Money => [.. entries.Select(static entry => ByFormula(entry))],
            AwardKind.NotSet => throw new InvalidOperationException($"Award '{columns.Award.Id}' has no kind."),
        };
    }

    private static Given? ByFormula(AwardEntry entry) => !entry.TakesPart ? null
        : entry.Open != NaReason.None ? Given.Undecidable(entry.Open)
        : Given.OfFigure(entry.Figure);

    private static AwardEntry Entry(AwardColumns columns, int row, EntrantTable table) => new(
        table.Written[row].Row,
        columns.When is { } when ? table.Figures[row][when] : Result.Of(true),
        columns.Figure is { } figure ? table.Figures[row][figure] : Result.Zero,
        ValueList.Of(columns.Keys.Select(key => table.Figures[row][key] is { IsNumber: true } number
            ? Result.Of(Exact.Compared(number.Number))
            : table.Figures[row][key])));
}
