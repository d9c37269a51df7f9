using System.Collections.Concurrent;

namespace Ganchao.Scoring;

/// <summary>
/// The cohorts of figures: among the members that have a row with one key. Made for all keys when one is first asked for, dropped
/// when their column moves.
/// </summary>
internal sealed class FigureCohorts(EntrantTable table)
{
    private static readonly CohortView Nobody = new([]);

    private readonly ConcurrentDictionary<(int Figure, int Column, int Field), Lazy<Dictionary<FigureKey, CohortView>>> _views = [];

    public CohortView Of(Figure figure, int column, Field field, FigureKey key) => _views.GetOrAdd(
        (figure.Position, column, field.Position),
        static (place, from) => new Lazy<Dictionary<FigureKey, CohortView>>(() => from.Cohorts.Make(place.Figure, place.Column, from.Field)),
        (Cohorts: this, Field: field)).Value.GetValueOrDefault(key, Nobody);

    public void Drop(int figure, int column, int field) => _views.TryRemove((figure, column, field), out _);

    private Dictionary<FigureKey, CohortView> Make(int figure, int column, Field field) => field.Rows
        .Where(row => !table.Entrants[row].Guest)
        .SelectMany(row => table.FigureRows[figure][row].Rows.Select((at, i) => (
            at.Key, Member: (table.Entrants[row].Id, table.FigureRows[figure][row].Column(column)[i]))))
        .GroupBy(static member => member.Key, static member => member.Member)
        .ToDictionary(static row => row.Key, static row => new CohortView(row));
}
