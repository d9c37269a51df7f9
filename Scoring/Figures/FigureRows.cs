namespace Ganchao.Scoring;

/// <summary>
/// The rows of one figure of one entrant, in order, and what was computed in each. Never written again once it stands.
/// </summary>
internal sealed class FigureRows
{
    private readonly Result[]?[] _cells;
    private Dictionary<FigureKey, int>? _byKey;

    private FigureRows(FigureRow[] rows, Result[]?[] cells, bool tooMany) => (Rows, _cells, TooMany) = (rows, cells, tooMany);

    public FigureRow[] Rows { get; }

    public int Count => Rows.Length;

    /// <summary>More records than a figure takes: every row is n/a(Overflow), and none of them is here.</summary>
    public bool TooMany { get; }

    /// <summary>By row; the last column is the figure, those before it are terms of its cohort functions.</summary>
    public Result[] Column(int column) => _cells[column]!;

    public Result[] Values => _cells[^1]!;

    /// <summary>
    /// The rows of these records. Where they are the same as before, what was computed stays until it is computed anew.
    /// </summary>
    public static FigureRows Of(Figure figure, KeptRecords kept, FigureRows? before)
    {
        var rows = kept.TooMany ? [] : figure.Grouping.RowsOf(kept.Records);
        var cells = before is not null && before.TooMany == kept.TooMany && before.HasKeysOf(rows)
            ? before._cells
            : new Result[]?[figure.Columns.Length];
        return new FigureRows(rows, cells, kept.TooMany);
    }

    public FigureRows With(int column, Result[] results)
    {
        var cells = (Result[]?[])_cells.Clone();
        cells[column] = results;
        return new FigureRows(Rows, cells, TooMany);
    }

    /// <summary>Whether these results are what the column holds already.</summary>
    public bool Holds(int column, Result[] results) => _cells[column] is { } known && known.AsSpan().SequenceEqual(results);

    /// <summary>The place of a row; null when there is no such row.</summary>
    public int? Find(FigureKey key)
    {
        _byKey ??= Rows.Index().ToDictionary(static row => row.Item.Key, static row => row.Index);
        return _byKey.TryGetValue(key, out var row) ? row : null;
    }

    private bool HasKeysOf(FigureRow[] rows)
    {
        if (rows.Length != Rows.Length)
        {
            return false;
        }

        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Key != Rows[i].Key)
            {
                return false;
            }
        }

        return true;
    }
}
