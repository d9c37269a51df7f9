using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>A fold over the rows of figures by occasion.</summary>
/// <param name="figures">Those written in it, all by one occasion; at least one.</param>
/// <param name="positions">Figures of the rulebook.</param>
internal sealed class FigureFoldNode(
    RowFold fold, Node<Group>[] terms, ImmutableArray<Figure> figures, int positions, string formula)
    : RowFoldNode(fold, terms, formula)
{
    public override Result Evaluate(Row context) => figures.Any(figure => context.Rows(figure.Position).TooMany)
        ? Result.Na(NaReason.Overflow)
        : Finish(Visited(context).Select(static row => (row.Key.Date, row.Group)));

    public override Explanation Explain(Row context)
    {
        var rows = Visited(context).ToList();
        return Explain(context, rows.Count, rows.SelectMany(row => figures
            .Where(figure => row.Group.Has(figure.Position))
            .Select(figure => FigureExplainer.Row(context, figure, row.Key))));
    }

    private IEnumerable<(FigureKey Key, Group Group)> Visited(Row context) =>
        figures.Length == 1 ? OfOne(context, figures[0]) : OfMany(context);

    private IEnumerable<(FigureKey Key, Group Group)> OfOne(Row context, Figure figure)
    {
        var rows = context.Rows(figure.Position);
        for (var i = 0; i < rows.Count; i++)
        {
            var group = new Group(new Result?[positions], []);
            group.Set(figure.Position, rows.Values[i]);
            yield return (rows.Rows[i].Key, group);
        }
    }

    /// <summary>Rows with one key together, in the order of the later one.</summary>
    private IEnumerable<(FigureKey Key, Group Group)> OfMany(Row context)
    {
        var visited = new Dictionary<FigureKey, (OccurrenceKey Order, Group Group)>();
        foreach (var figure in figures)
        {
            var rows = context.Rows(figure.Position);
            for (var i = 0; i < rows.Count; i++)
            {
                var row = rows.Rows[i];
                var (order, group) = visited.TryGetValue(row.Key, out var known)
                    ? known
                    : (row.Order, new Group(new Result?[positions], []));
                group.Set(figure.Position, rows.Values[i]);
                visited[row.Key] = (row.Order > order ? row.Order : order, group);
            }
        }

        var ordered = visited.ToArray();
        Array.Sort(ordered, static (x, y) => FigureRow.Compare(x.Key, x.Value.Order, y.Key, y.Value.Order));
        return ordered.Select(static row => (row.Key, row.Value.Group));
    }
}
