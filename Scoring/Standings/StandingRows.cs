using System.Collections;

namespace Ganchao.Scoring;

/// <summary>
/// The rows of a standing in their order. Equal when all rows are. A row is made when it is read, so that a long standing of
/// which only places changed costs no more than its places.
/// </summary>
public sealed class StandingRows : IReadOnlyList<StandingRow>, IEquatable<StandingRows>
{
    private readonly RowLine[] _lines;
    private readonly int[] _order;
    private readonly int[] _halves;
    private readonly ValueList<AwardFinding>[]? _awards;

    /// <param name="lines">In any order; from now on nobody writes to any of these arrays.</param>
    /// <param name="order">Which line stands where in the list.</param>
    /// <param name="halves">In the order of the list: half places, since a place may be 2.5; 0: none.</param>
    /// <param name="awards">As the lines; null: there are none.</param>
    internal StandingRows(RowLine[] lines, int[] order, int[] halves, ValueList<AwardFinding>[]? awards) =>
        (_lines, _order, _halves, _awards) = (lines, order, halves, awards);

    public static StandingRows Of(IEnumerable<StandingRow> rows)
    {
        StandingRow[] list = [.. rows];
        return new StandingRows(
            [.. list.Select(static row => new RowLine(row.Figures))],
            [.. Enumerable.Range(0, list.Length)],
            [.. list.Select(static row => (int)(2m * (row.Place ?? 0m)))],
            [.. list.Select(static row => row.Awards)]);
    }

    public int Count => _order.Length;

    public StandingRow this[int index] => RowOf(
        _lines[_order[index]], _halves[index], _awards?[_order[index]] ?? ValueList<AwardFinding>.Empty);

    internal static StandingRow RowOf(RowLine line, int halves, ValueList<AwardFinding> awards) =>
        new(line) { Place = halves == 0 ? null : halves / 2m, Awards = awards };

    public bool Equals(StandingRows? other) => other is not null && this.SequenceEqual(other);

    public override bool Equals(object? obj) => Equals(obj as StandingRows);

    public override int GetHashCode() => HashCode.Combine(Count, Count == 0 ? null : this[0]);

    public IEnumerator<StandingRow> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
