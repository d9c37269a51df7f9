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
        foreach (var row in field.Awarded)
        {
            awards[row] = ValueList<AwardFinding>.Empty;
        }

        field.Awarded.Clear();
        foreach (var award in rulebook.Layout.Awards)
        {
            foreach (var part in PartsOf(field, award.Award.Per, table))
            {
                Give(award, new AwardField(award, field, part, new LiveRow(table, asOf), table), field, awards);
            }
        }

        foreach (var row in field.Awarded.Where(row => awards[row].Count > 1))
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

    private void Give(AwardColumns columns, AwardField among, Field field, ValueList<AwardFinding>[] awards)
    {
        foreach (var got in Given(columns, among))
        {
            var row = got.Entry.Position;
            var isHeld = got.Entry.Row.Award == Clearance.Held;
            var finding = new AwardFinding(columns.Award.Id, got.Money, got.Undecided, isHeld);
            awards[row] = ValueList.Of(awards[row].Append(finding));
            field.Awarded.Add(row);
        }
    }

    private List<Given> Given(AwardColumns columns, AwardField among)
    {
        var terms = AwardTerms.Of(columns, among.Any);
        if (terms.Undecided != NaReason.None)
        {
            return [.. among.All.Where(static entry => entry.TakesPart).Select(entry => entry.Undecidable(terms.Undecided))];
        }

        return columns.Award.Kind switch
        {
            AwardKind.Places => PlaceMoney.Of(columns.Award, terms.Places, among, _shared),
            AwardKind.Quota => QuotaAward.Of(columns.Award, terms.Quota, among),
            AwardKind.Pool => PoolShares.Of(terms.Pool!.Value, among),
            AwardKind.Money => FormulaMoney.Of(terms.Pool, among),
            AwardKind.NotSet => throw new InvalidOperationException($"Award '{columns.Award.Id}' has no kind."),
        };
    }
}
