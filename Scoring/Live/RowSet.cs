namespace Ganchao.Scoring;

/// <summary>Some rows of a table, each once, in the order in which they came.</summary>
internal sealed class RowSet
{
    private readonly bool[] _has;
    private readonly int[] _rows;

    /// <param name="size">How many rows the table has.</param>
    public RowSet(int size, IEnumerable<int> rows)
    {
        (_has, _rows) = (new bool[size], new int[size]);
        foreach (var row in rows)
        {
            Add(row);
        }
    }

    public int Count { get; private set; }

    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, Count);

    public ReadOnlyMemory<int> Kept => _rows.AsMemory(0, Count);

    public bool Contains(int row) => _has[row];

    public void Add(int row)
    {
        if (!_has[row])
        {
            _has[row] = true;
            _rows[Count++] = row;
        }
    }

    public RowSet Copy() => new(_has.Length, Rows.ToArray());

    /// <summary>Those of a field.</summary>
    public int[] Of(Field field, EntrantTable table)
    {
        var those = new List<int>();
        foreach (var row in Rows)
        {
            if (table.FieldOf[row] == field)
            {
                those.Add(row);
            }
        }

        return [.. those];
    }

    /// <summary>Forgets them; the room stays.</summary>
    public void Clear()
    {
        foreach (var row in Rows)
        {
            _has[row] = false;
        }

        Count = 0;
    }
}
