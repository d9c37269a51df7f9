using System.Collections;
using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// The rows of a standing in their order. Equal when all rows are. A row is made when it is read, so that a long standing of
/// which only places changed costs no more than its places.
/// </summary>
public sealed class StandingRows : IReadOnlyList<StandingRow>, IEquatable<StandingRows>
{
    private readonly ImmutableArray<RowPosition> _rows;

    internal StandingRows(ImmutableArray<RowPosition> rows) => _rows = rows;

    public static StandingRows Of(IEnumerable<StandingRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new StandingRows([.. rows.Select(static row => new RowPosition(row))]);
    }

    public int Count => _rows.Length;

    public StandingRow this[int index] => _rows[index].Row;

    public bool Equals(StandingRows? other) => other is not null && this.SequenceEqual(other);

    public override bool Equals(object? obj) => Equals(obj as StandingRows);

    public override int GetHashCode() => HashCode.Combine(Count, Count == 0 ? null : this[0]);

    public IEnumerator<StandingRow> GetEnumerator()
    {
        foreach (var row in _rows)
        {
            yield return row.Row;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A row's figures where they stand in a list.</summary>
/// <param name="Halves">Half places, since a place may be 2.5; 0: none.</param>
internal readonly record struct RowPosition(RowLine Line, int Halves, ValueList<AwardFinding> Awards)
{
    public RowPosition(StandingRow row)
        : this(new RowLine(row.Figures), row.Place is { } place ? (int)(2m * place) : 0, row.Awards)
    {
    }

    public StandingRow Row => new(Line) { Place = Halves == 0 ? null : Halves / 2m, Awards = Awards };
}
