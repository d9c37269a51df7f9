namespace Ganchao.Scoring;

/// <summary>Walks over the rows of an entrant table.</summary>
internal class LiveRow(EntrantTable table, DateOnly asOf) : Row
{
    // By column, what was looked at last: it stays what it is as long as one of these walks, and most rows look at the same.
    private readonly Dictionary<int, Seen> _seen = [];

    /// <summary>The row that is being evaluated.</summary>
    public int Position { get; set; }

    public override DateOnly AsOf => asOf;

    public override StageFigures Stage => table.Stage;

    public override int Size => table.FieldOf[Position].Size;

    public override Entrant Entrant => table.Entrants[Position];

    public override EntrantTerms Terms => table.Terms[Position];

    public override Accumulators Accumulators(int foldSet) => table.Accumulators[foldSet][Position];

    public override Result Column(int column) => table.Figures[Position][column];

    public override CohortView Cohort(int column, CohortScope scope, string text)
    {
        var field = table.FieldOf[Position];
        if (_seen.GetValueOrDefault(column) is { } seen && seen.Field == field && seen.Scope == scope && seen.Text == text)
        {
            return seen.View;
        }

        return Look(field, column, scope, text);
    }

    public override Result? ColumnOf(string entrant, int column) =>
        table.Row(entrant) is { } row ? table.Figures[row][column] : null;

    public override string Field => table.FieldOf[Position].Name;

    public override IEnumerable<AwardFinding> InField(string award) => table.FieldOf[Position].Rows
        .OrderBy(row => table.Entrants[row].Id, StringComparer.Ordinal)
        .SelectMany(row => table.Awards![row])
        .Where(finding => finding.Id == award);

    public override AwardFinding? Awarded(string award) =>
        table.Awards![Position].FirstOrDefault(finding => finding.Id == award);

    /// <summary>Whether an entrant of the field belongs to a cohort; a guest never does.</summary>
    public static bool IsIn(EntrantTable table, int row, CohortScope scope, string text) => !table.Entrants[row].Guest
        && (scope.Kind == CohortScopeKind.Field || table.Terms[row].Tags.GetValueOrDefault(scope.Tag) == text);

    private CohortView Look(Field field, int column, CohortScope scope, string text)
    {
        var view = table.Cohorts.GetOrAdd((column, field.Position), static _ => new())
            .GetOrAdd((scope, text), _ => new Lazy<CohortView>(() => View(field, column, scope, text))).Value;
        _seen[column] = new Seen(field, scope, text, view);
        return view;
    }

    private CohortView View(Field field, int column, CohortScope scope, string text) =>
        new(MembersOf(field, column, scope, text), scope.Kind == CohortScopeKind.Field ? field.Size : 0);

    private IEnumerable<(string Entrant, Result Figure)> MembersOf(Field field, int column, CohortScope scope, string text)
    {
        foreach (var row in field.Rows)
        {
            if (IsIn(table, row, scope, text))
            {
                yield return (table.Entrants[row].Id, table.Figures[row][column]);
            }
        }
    }

    public override FigureRows Rows(int figure) => table.FigureRows[figure][Position];

    public override FigurePlace Open(Figure figure, int row)
    {
        var place = new FigurePlace(table, asOf, figure);
        place.Stand(Position, table.FigureRows[figure.Position][Position]);
        place.Index = row;
        return place;
    }

    private sealed record Seen(Field Field, CohortScope Scope, string Text, CohortView View);
}
