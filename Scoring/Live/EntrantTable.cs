using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>The entrants of a standing in columns: what arrived for each, and what was computed from it.</summary>
internal sealed class EntrantTable
{
    private readonly Dictionary<string, int> _rows;

    public EntrantTable(CompiledRulebook rulebook, ImmutableArray<Entrant> entrants)
    {
        Entrants = entrants;
        _rows = entrants.Select(static (entrant, row) => (entrant.Id, row)).ToDictionary(StringComparer.Ordinal);
        Terms = [.. entrants.Select(static _ => EntrantTerms.None)];
        Accumulators = [.. rulebook.FoldSets.Select(set => entrants.Select(_ => set.Empty).ToArray())];
        FigureRows = [.. rulebook.Definition.Figures.Select(_ => new FigureRows[entrants.Length])];
        FigureCohorts = new FigureCohorts(this);
        Figures = new RowVector[entrants.Length];
        IdOrder = OrderOf(entrants);
        Keys = new RankKey[entrants.Length];
        RoughKeys = new long[entrants.Length];
        HasPlace = new bool[entrants.Length];
        Lines = new RowLine[entrants.Length];
        Awards = rulebook.Layout.Awards.IsEmpty ? null : new ValueList<AwardFinding>[entrants.Length];
        Awards?.AsSpan().Fill(ValueList<AwardFinding>.Empty);
        Fields = [.. entrants.Select(
            (entrant, row) => (Key: rulebook.Definition.Ranking.DivisionsApart ? entrant.Division : "", row))
            .GroupBy(static entrant => entrant.Key, static entrant => entrant.row, StringComparer.Ordinal)
            .OrderBy(static field => field.Key, StringComparer.Ordinal)
            .Select((field, position) => new Field(field.Key, position, [.. field], field.Count(row => !entrants[row].Guest)))];
        FieldOf = new Field[entrants.Length];
        foreach (var field in Fields)
        {
            foreach (var row in field.Rows)
            {
                FieldOf[row] = field;
            }
        }
    }

    public ImmutableArray<Entrant> Entrants { get; }

    public EntrantTerms[] Terms { get; }

    public StageFigures Stage { get; set; } = StageFigures.First;

    /// <summary>By fold set, then by row.</summary>
    public Accumulators[][] Accumulators { get; }

    /// <summary>By figure by occasion, then by row.</summary>
    public FigureRows[][] FigureRows { get; }

    public FigureCohorts FigureCohorts { get; }

    /// <summary>By row.</summary>
    public RowVector[] Figures { get; }

    /// <summary>By row: how many ids are before its own, ordinal.</summary>
    public int[] IdOrder { get; }

    /// <summary>By row: what its place depends on.</summary>
    public RankKey[] Keys { get; }

    /// <summary>By row: <see cref="RankKey.Rough"/> of its key.</summary>
    public long[] RoughKeys { get; }

    /// <summary>By row: takes a place, being no guest, rated, and with a number to be ranked by.</summary>
    public bool[] HasPlace { get; }

    /// <summary>By row: its figures in the last standing; null before the first.</summary>
    public RowLine?[] Lines { get; }

    /// <summary>By row: its awards in the last standing; null where the rulebook gives none.</summary>
    public ValueList<AwardFinding>[]? Awards { get; }

    /// <summary>Those who are ranked against each other, by division (ordinal).</summary>
    public IReadOnlyList<Field> Fields { get; }

    public Field[] FieldOf { get; }

    /// <summary>Made when first asked for, dropped when their column moves.</summary>
    public ConcurrentDictionary<(int Column, int Field), CohortViews> Cohorts { get; } = new();

    /// <summary>The rows as they stand, field after field; later evaluations do not change what is handed out.</summary>
    public StandingRows Listed() => Fields.Count == 1
        ? new StandingRows((RowLine[])Lines.Clone(), Fields[0].List.Rows, Fields[0].List.Halves, AwardsNow)
        : new StandingRows(
            (RowLine[])Lines.Clone(),
            [.. Fields.SelectMany(static field => field.List.Rows)],
            [.. Fields.SelectMany(static field => field.List.Halves)],
            AwardsNow);

    /// <summary>A row as it stands, which is in this place of its field's list.</summary>
    public StandingRow RowAt(Field field, int index) => RowOf(field.List.Rows[index], field.List.Halves[index]);

    /// <summary>A row as it stands; null before the first evaluation.</summary>
    public StandingRow? Written(int row) => Lines[row] is null
        ? null
        : RowOf(row, FieldOf[row].List.Halves[Array.IndexOf(FieldOf[row].List.Rows, row)]);

    private static int[] OrderOf(ImmutableArray<Entrant> entrants)
    {
        var order = new int[entrants.Length];
        foreach (var (place, row) in Enumerable.Range(0, entrants.Length)
            .OrderBy(row => entrants[row].Id, StringComparer.Ordinal).Index())
        {
            order[row] = place;
        }

        return order;
    }

    private ValueList<AwardFinding>[]? AwardsNow => (ValueList<AwardFinding>[]?)Awards?.Clone();

    private StandingRow RowOf(int row, int halves) =>
        StandingRows.RowOf(Lines[row]!, halves, Awards?[row] ?? ValueList<AwardFinding>.Empty);

    /// <summary>Null when there is no such entrant.</summary>
    public int? Row(string entrant) => _rows.TryGetValue(entrant, out var row) ? row : null;
}

/// <summary>One column over one field, as often as somebody looks at it in another way.</summary>
internal sealed class CohortViews : ConcurrentDictionary<(CohortScope Scope, string Text), Lazy<CohortView>>;

/// <summary>Entrants that are ranked against each other.</summary>
/// <param name="Name">The division, where divisions are ranked apart; otherwise empty.</param>
/// <param name="Rows">Ascending.</param>
/// <param name="Size">How many are no guests.</param>
internal sealed record Field(string Name, int Position, int[] Rows, int Size)
{
    /// <summary>In the order of the last standing; empty before the first.</summary>
    public FieldList List { get; set; } = FieldList.Empty;

    /// <summary>Rows with awards in the last standing; one with several is there several times.</summary>
    public List<int> Awarded { get; } = [];
}
