namespace Ganchao.Scoring;

/// <summary>Gives the awards of a rulebook to the rows of a field, once it has places.</summary>
internal sealed class FieldAwards(CompiledRulebook rulebook)
{
    private readonly SharedPlaces _shared = rulebook.Definition.Ranking.Shared;

    /// <summary>A field where no row moved keeps its awards, unless their conditions look beyond its rows.</summary>
    public void Update(Field field, EntrantTable table, RowSet moved, DateOnly asOf)
    {
        if (rulebook.Layout.Awards.IsEmpty || !(rulebook.AwardsLookOutside || field.Rows.Any(moved.Contains)))
        {
            return;
        }

        var awards = table.Awards!;
        foreach (var row in field.Rows)
        {
            awards[row] = ValueList<AwardFinding>.Empty;
        }

        foreach (var award in rulebook.Layout.Awards)
        {
            foreach (var part in PartsOf(field, award.Award.Per, table))
            {
                Give(award, field, part, new LiveRow(table, asOf), table);
            }
        }

        foreach (var row in field.Rows)
        {
            awards[row] = ValueList.Of(awards[row].OrderBy(finding => PositionOf(finding.Id)));
        }
    }

    private int PositionOf(string award) => rulebook.Layout.Awards.First(columns => columns.Award.Id == award).Position;

    /// <summary>The whole field, or a part for each text of a tag: places in the list, ascending.</summary>
    private static IEnumerable<int[]> PartsOf(Field field, string tag, EntrantTable table)
    {
        var all = Enumerable.Range(0, field.List.Rows.Length);
        return tag.Length == 0
            ? [[.. all]]
            : all.Where(at => TagsAt(at).ContainsKey(tag))
                .GroupBy(at => TagsAt(at)[tag], StringComparer.Ordinal)
                .Select(static part => part.ToArray());

        IReadOnlyDictionary<string, string> TagsAt(int at) => table.Terms[field.List.Rows[at]].Tags;
    }

    private void Give(AwardColumns columns, Field field, int[] part, LiveRow row, EntrantTable table)
    {
        var entries = part.Select(at => Entry(columns, field, at, row, table)).ToList();
        var given = Given(columns, entries, table.Figures[field.List.Rows[part[0]]]);
        foreach (var (i, at) in part.Index())
        {
            if (given[i] is { } got)
            {
                var isHeld = entries[i].Row.Award == Clearance.Held;
                var finding = new AwardFinding(columns.Award.Id, got.Money, got.Undecided, isHeld);
                ref var awards = ref table.Awards![field.List.Rows[at]];
                awards = ValueList.Of(awards.Append(finding));
            }
        }
    }

    /// <param name="any">A row of the field: formulas of the field are the same in all.</param>
    private Given?[] Given(AwardColumns columns, List<AwardEntry> entries, RowVector any)
    {
        var terms = AwardTerms.Of(columns, any);
        if (terms.Undecided != NaReason.None)
        {
            return [.. entries.Select(entry => entry.TakesPart ? Scoring.Given.Undecidable(terms.Undecided) : (Given?)null)];
        }

        return columns.Award.Kind switch
        {
            AwardKind.Places => PlaceMoney.Of(columns.Award, terms.Places, entries, _shared),
            AwardKind.Quota => QuotaAward.Of(columns.Award, terms.Quota, entries),
            AwardKind.Pool => PoolShares.Of(terms.Pool!.Value, entries),
            AwardKind.Money => FormulaMoney.Of(terms.Pool, entries),
            AwardKind.NotSet => throw new InvalidOperationException($"Award '{columns.Award.Id}' has no kind."),
        };
    }

    private static AwardEntry Entry(AwardColumns columns, Field field, int at, LiveRow row, EntrantTable table)
    {
        row.Position = field.List.Rows[at];
        var figures = table.Figures[row.Position];
        return new AwardEntry(
            table.RowAt(field, at),
            columns.Late is { } late ? late.Evaluate(row) : columns.When is { } when ? figures[when] : Result.Of(true),
            columns.Figure is { } figure ? figures[figure] : Result.Zero,
            ValueList.Of(columns.Keys.Select(key => figures[key] is { IsNumber: true } number
                ? Result.Of(Exact.Compared(number.Number))
                : figures[key])));
    }
}
