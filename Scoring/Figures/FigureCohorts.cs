using System.Collections.Concurrent;

namespace Ganchao.Scoring;

/// <summary>
/// The cohorts of figures: among the members that have a row with one key. Made for all keys when one is first asked for, dropped
/// when their column moves.
/// </summary>
internal sealed class FigureCohorts(EntrantTable table)
{
    private static readonly CohortView Nobody = new([]);

    private readonly ConcurrentDictionary<(int Figure, int Column, int Field), Views> _views = new();

    public CohortView Of(Figure figure, int column, Field field, CohortScope scope, string text, FigureKey key) =>
        _views.GetOrAdd((figure.Position, column, field.Position), static _ => new Views())
            .GetOrAdd((scope, text), _ => new(() => Make(table.FigureRows[figure.Position], column, field, scope, text)))
            .Value.GetValueOrDefault(key, Nobody);

    public void Drop(int figure, int column, int field) => _views.TryRemove((figure, column, field), out _);

    public void Clear() => _views.Clear();

    private Dictionary<FigureKey, CohortView> Make(FigureRows[] rows, int column, Field field, CohortScope scope, string text) =>
        field.Rows.Where(row => LiveRow.IsIn(table, row, scope, text))
            .SelectMany(row => rows[row].Rows.Select(
                (at, i) => (at.Key, Member: (table.Entrants[row].Id, rows[row].Column(column)[i]))))
            .GroupBy(static member => member.Key, static member => member.Member)
            .ToDictionary(static row => row.Key, static row => new CohortView(row));

    /// <summary>By scope and the text of its tag.</summary>
    private sealed class Views : ConcurrentDictionary<(CohortScope Scope, string Text), Lazy<Dictionary<FigureKey, CohortView>>>;
}
