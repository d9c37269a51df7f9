using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// One row of a sheet with its figures, or all rows of one date of a sheet: a group that no other sheet adds
/// to.
/// </summary>
internal sealed class SheetRecord
{
    private readonly OccurrenceKey?[] _keys;

    private SheetRecord(Group figures, OccurrenceKey?[] keys, DateOnly date, string product, IReadOnlyList<Fact> facts)
    {
        Figures = figures;
        _keys = keys;
        Date = date;
        Product = product;
        Facts = facts;
    }

    public Group Figures { get; }

    public DateOnly Date { get; }

    public string Product { get; }

    /// <summary>Of a row, in order of occurrence; of a shift none.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>A row: the facts of one record key.</summary>
    public static SheetRecord Row(ImmutableArray<FoldInput> inputs, int positions, IEnumerable<Fact> facts)
    {
        var ordered = facts.OrderBy(OccurrenceKey.Of).ToList();
        var keys = new OccurrenceKey?[positions];
        var group = new Group(new Result?[positions], ordered);
        foreach (var input in inputs)
        {
            if (input.Derived is null)
            {
                Take(input, ordered, group, keys);
            }
            else if (input.Sources.Any(group.Has))
            {
                group.Set(input.Position, input.Derived.Evaluate(group));
                keys[input.Position] = input.Sources.Max(source => keys[source]);
            }
        }

        return new SheetRecord(group, keys, ordered[0].Date, ordered[0].Product, ordered);
    }

    /// <summary>A shift: the rows of one sheet and date, every input summed.</summary>
    public static SheetRecord Shift(ImmutableArray<FoldInput> inputs, int positions, IReadOnlyList<SheetRecord> rows)
    {
        var keys = new OccurrenceKey?[positions];
        var group = new Group(new Result?[positions], []);
        foreach (var position in inputs.Select(static input => input.Position))
        {
            var having = rows.Where(row => row.Figures.Has(position)).ToList();
            if (having.Count > 0)
            {
                group.Set(
                    position,
                    having.Aggregate(default(SeriesCell), (sum, row) => sum.With(row.Figures.Input(position))).ToResult());
                keys[position] = having.Max(row => row._keys[position]);
            }
        }

        return new SheetRecord(group, keys, rows[0].Date, "", []);
    }

    /// <summary>Whether a fold over these inputs visits the group.</summary>
    public bool HasAny(ImmutableArray<int> inputs) => inputs.Any(Figures.Has);

    /// <summary>The latest fact of these inputs; there is one when <see cref="HasAny"/>.</summary>
    public OccurrenceKey KeyOf(ImmutableArray<int> inputs) => inputs.Max(input => _keys[input])!.Value;

    private static void Take(FoldInput input, List<Fact> facts, Group group, OccurrenceKey?[] keys)
    {
        var mine = facts.Where(input.Takes).ToList();
        if (mine.Count > 0)
        {
            group.Set(
                input.Position, mine.Aggregate(default(SeriesCell), (sum, fact) => sum.With(input.FigureOf(fact))).ToResult());
            keys[input.Position] = mine.Max(OccurrenceKey.Of);
        }
    }
}
