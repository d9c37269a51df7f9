using System.Collections.Concurrent;

namespace Ganchao.Scoring;

/// <summary>
/// One pass over the figures by occasion, before any column. It follows what moved: rows of touched entrants, of all
/// entrants where a formula is dated, of whole divisions where a term of a cohort function moved.
/// </summary>
/// <param name="active">Entrants of whom something is new; those of whom a figure moved are added.</param>
internal sealed class FigureRun(CompiledRulebook rulebook, EntrantTable table, DateOnly asOf, RowSet active)
{
    private readonly ConcurrentDictionary<(int Figure, int Column, int Field), bool> _moved = new();

    public void Run(bool isNewDate)
    {
        if (active.Count == table.Entrants.Length)
        {
            table.FigureCohorts.Clear();
        }

        foreach (var figure in rulebook.FiguresInOrder)
        {
            foreach (var (position, wave) in figure.Waves.Index())
            {
                Run(figure, wave, RowsOf(figure, wave, isNewDate), isFirst: position == 0);
            }
        }
    }

    private void Run(Figure figure, Wave wave, ReadOnlyMemory<int> rows, bool isFirst)
    {
        var moved = new ConcurrentBag<int>();
        SideBySide.Walk(rows, () => new FigurePlace(table, asOf, figure), (place, row) =>
        {
            if (Evaluate(figure, wave, place, row, isFirst))
            {
                moved.Add(row);
            }
        });
        foreach (var row in moved)
        {
            active.Add(row);
        }
    }

    private ReadOnlyMemory<int> RowsOf(Figure figure, Wave wave, bool isNewDate)
    {
        var isElsewhereMoved = wave.Elsewhere.Any(column => table.Fields.Any(field => HasMoved(figure, column, field)));
        if ((wave.IsDated && isNewDate) || isElsewhereMoved)
        {
            return Enumerable.Range(0, table.Entrants.Length).ToArray();
        }

        var rows = active.Copy();
        foreach (var field in table.Fields.Where(field => wave.Cohorts.Any(column => HasMoved(figure, column, field))))
        {
            foreach (var row in field.Rows)
            {
                rows.Add(row);
            }
        }

        return rows.Kept;
    }

    private bool HasMoved(Figure figure, int column, Field field) =>
        _moved.ContainsKey((figure.Position, column, field.Position));

    /// <returns>Whether anything in the rows of the entrant moved.</returns>
    private bool Evaluate(Figure figure, Wave wave, FigurePlace place, int entrant, bool isFirst)
    {
        var before = table.FigureRows[figure.Position][entrant];
        var rows = isFirst
            ? FigureRows.Of(figure, table.Accumulators[figure.Plan.Position][entrant].Kept[figure.Slot.Index], before)
            : before;
        var moved = false;
        foreach (var column in wave.Columns)
        {
            place.Stand(entrant, rows);
            var results = new Result[rows.Count];
            for (var i = 0; i < results.Length; i++)
            {
                place.Index = i;
                results[i] = column.Root.Evaluate(place);
            }

            if (!rows.Holds(column.Position, results))
            {
                rows = rows.With(column.Position, results);
                Move(figure, column.Position, table.FieldOf[entrant].Position);
                moved = true;
            }
        }

        table.FigureRows[figure.Position][entrant] = rows;
        return moved;
    }

    private void Move(Figure figure, int column, int field)
    {
        if (figure.Shared.Contains(column) && _moved.TryAdd((figure.Position, column, field), true))
        {
            table.FigureCohorts.Drop(figure.Position, column, field);
        }
    }
}
