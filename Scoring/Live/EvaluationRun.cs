using System.Collections.Concurrent;

namespace Ganchao.Scoring;

/// <summary>
/// One pass over the columns, wave by wave. It follows what moved: touched rows, rows of dated columns, divisions whose
/// cohort moved. Many rows are evaluated side by side.
/// </summary>
/// <param name="touched">Rows for which something arrived; those that move are added.</param>
internal sealed class EvaluationRun(CompiledRulebook rulebook, EntrantTable table, DateOnly asOf, RowSet touched)
{
    private readonly RowSet _active = touched;

    // Nothing of before is looked at then, not even to see whether it moved: memory that was never written is slow to read.
    private readonly bool _isNew = touched.Count == table.Entrants.Length;
    private readonly bool[] _none = new bool[table.Fields.Count];
    private readonly bool[] _all = [.. table.Fields.Select(static _ => true)];

    // By column, then by field. Written side by side, but only ever from no to yes.
    private readonly bool[][] _moved = [.. rulebook.Columns.Select(_ => new bool[table.Fields.Count])];

    /// <returns>Rows of which a column moved, or that were touched.</returns>
    public RowSet Run(bool isNewDate)
    {
        new FigureRun(rulebook, table, asOf, _active).Run(isNewDate);
        Renew();
        foreach (var wave in rulebook.Waves)
        {
            var rows = RowsOf(wave, isNewDate);
            var looks = LooksOf(wave);
            var moved = new ConcurrentBag<int>();
            SideBySide(rows, row =>
            {
                if (Evaluate(wave, looks, row, isNewDate))
                {
                    moved.Add(row.Position);
                }
            });
            foreach (var position in moved)
            {
                _active.Add(position);
            }
        }

        return _active;
    }

    /// <summary>Lines of the rows that moved, and what their places depend on.</summary>
    public void Write(RowScribe scribe) => SideBySide(_active.Kept, row =>
    {
        var figures = table.Figures[row.Position];
        var key = RankKey.Of(rulebook.Layout, figures);
        table.Lines[row.Position] = new RowLine(scribe, row.Entrant, figures);
        table.Keys[row.Position] = key;
        table.RoughKeys[row.Position] = key.Rough(rulebook.Definition.Ranking.By[0].Descending);
        table.HasPlace[row.Position] = !row.Entrant.Guest && key is { IsOut: false, First.IsNumber: true };
    });

    /// <summary>Standings show the vectors of before: those of touched rows are replaced, of all rows in one piece.</summary>
    private void Renew()
    {
        if (_isNew)
        {
            RowVector.Many(_active.Count, rulebook.Columns.Count).CopyTo(table.Figures, 0);
            table.Cohorts.Clear();
            return;
        }

        SideBySide(_active.Kept, row =>
            table.Figures[row.Position] = table.Figures[row.Position].Copy(rulebook.Columns.Count));
    }

    private ReadOnlyMemory<int> RowsOf(Wave wave, bool isNewDate)
    {
        if (wave.IsDated && isNewDate)
        {
            return Enumerable.Range(0, table.Entrants.Length).ToArray();
        }

        var fields = wave.Elsewhere.Any(HasMoved)
            ? table.Fields
            : [.. table.Fields.Where(field => wave.Cohorts.Any(cohort => HasMoved(cohort, field)))];
        if (fields.Count == 0)
        {
            return _active.Kept;
        }

        var rows = _active.Copy();
        foreach (var row in fields.SelectMany(static field => field.Rows))
        {
            rows.Add(row);
        }

        return rows.Kept;
    }

    private bool[][] LooksOf(Wave wave) =>
    [
        .. wave.Columns.Select(column => column.Elsewhere.Any(HasMoved) ? _all
            : column.Cohorts.Count == 0 ? _none
            : table.Fields.Select(field => column.Cohorts.Any(cohort => HasMoved(cohort, field))).ToArray()),
    ];

    private bool HasMoved(int column) => Array.IndexOf(_moved[column], true) >= 0;

    private bool HasMoved(int column, Field field) => _moved[column][field.Position];

    private void SideBySide(ReadOnlyMemory<int> rows, Action<LiveRow> work) => Scoring.SideBySide.Walk(
        rows,
        () => new LiveRow(table, asOf),
        (row, position) =>
        {
            row.Position = position;
            work(row);
        });

    /// <param name="looks">By column of the wave, then by field: whether a cohort that the column looks at has moved.</param>
    /// <returns>Whether a column of the row moved that was not active before.</returns>
    private bool Evaluate(Wave wave, bool[][] looks, LiveRow row, bool isNewDate)
    {
        var position = row.Position;
        var field = table.FieldOf[position].Position;
        var wasActive = _active.Contains(position);
        var isActive = wasActive;
        for (var i = 0; i < wave.Columns.Length; i++)
        {
            var column = wave.Columns[i];
            if (!isActive && !(column.IsDated && isNewDate) && !looks[i][field])
            {
                continue;
            }

            var after = column.Root.Evaluate(row);
            if (!_isNew && after == table.Figures[position][column.Position])
            {
                continue;
            }

            if (!isActive)
            {
                table.Figures[position] = table.Figures[position].Copy(rulebook.Columns.Count);
                isActive = true;
            }

            table.Figures[position].Set(column.Position, after);
            Move(column.Position, field);
        }

        return isActive && !wasActive;
    }

    private void Move(int column, int field)
    {
        if (rulebook.HasCohort(column) && !_moved[column][field])
        {
            _moved[column][field] = true;
            table.Cohorts.TryRemove((column, field), out _);
        }
    }
}
