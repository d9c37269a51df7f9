namespace Ganchao.Scoring;

/// <summary>
/// One pass over the columns. It follows what moved: touched rows, rows of dated columns, divisions whose
/// cohort moved.
/// </summary>
internal sealed class EvaluationRun(CompiledRulebook rulebook, EntrantTable table, LiveRow row, IEnumerable<int> touched)
{
    private readonly HashSet<int> _active = [.. touched];
    private readonly HashSet<(int Column, int Field)> _moved = [];

    /// <returns>Rows of which a column moved, or that were touched.</returns>
    public IReadOnlySet<int> Run(bool isNewDate)
    {
        foreach (var column in rulebook.Columns)
        {
            foreach (var position in RowsOf(column, isNewDate))
            {
                Evaluate(column, position);
            }
        }

        return _active;
    }

    public StandingRow Write(int position, RowScribe scribe)
    {
        row.Position = position;
        return scribe.Write(row);
    }

    private IReadOnlyCollection<int> RowsOf(Column column, bool isNewDate)
    {
        if (column.IsDated && isNewDate)
        {
            return [.. Enumerable.Range(0, table.Entrants.Count)];
        }

        var fields =
            table.Fields.Where(field => column.Cohorts.Any(cohort => _moved.Contains((cohort, field.Position)))).ToList();
        return fields.Count == 0 ? [.. _active] : [.. _active.Union(fields.SelectMany(static field => field.Rows))];
    }

    private void Evaluate(Column column, int position)
    {
        row.Position = position;
        var before = table.Columns[column.Position][position];
        var after = column.Root.Evaluate(row);
        if (after != before || table.Written[position] is null)
        {
            table.Columns[column.Position][position] = after;
            _active.Add(position);
            var place = (column.Position, table.FieldOf[position].Position);
            _moved.Add(place);
            table.Cohorts.Remove(place);
        }
    }
}
