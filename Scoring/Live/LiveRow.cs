namespace Ganchao.Scoring;

/// <summary>Walks over the rows of an entrant table.</summary>
internal sealed class LiveRow(EntrantTable table, DateOnly asOf) : Row
{
    /// <summary>The row that is being evaluated.</summary>
    public int Position { get; set; }

    public override DateOnly AsOf => asOf;

    public override StageFigures Stage => table.Stage;

    public override int Size => table.FieldOf[Position].Size;

    public override Entrant Entrant => table.Entrants[Position];

    public override EntrantTerms Terms => table.Terms[Position];

    public override Accumulators Accumulators(int foldSet) => table.Accumulators[foldSet][Position];

    public override Result Column(int column) => table.Figures[Position][column];

    public override CohortView Cohort(int column, CohortScope scope, string text) =>
        table.Cohorts.GetOrAdd((column, table.FieldOf[Position].Position), static _ => new())
            .GetOrAdd((scope, text), _ => new Lazy<CohortView>(() => View(table.FieldOf[Position], column, scope, text))).Value;

    public override Result? ColumnOf(string entrant, int column) =>
        table.Row(entrant) is { } row ? table.Figures[row][column] : null;

    private CohortView View(Field field, int column, CohortScope scope, string text) => new(field.Rows
        .Where(row => !table.Entrants[row].Guest
            && (scope.Kind == CohortScopeKind.Field || table.Terms[row].Tags.GetValueOrDefault(scope.Tag) == text))
        .Select(row => (table.Entrants[row].Id, table.Figures[row][column])));
}
