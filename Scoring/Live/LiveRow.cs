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

    public override CohortView Cohort(int column) => table.Cohorts.GetOrAdd(
        (column, table.FieldOf[Position].Position),
        static (place, table) => new Lazy<CohortView>(() => new CohortView(table.Fields[place.Field].Rows
            .Where(row => !table.Entrants[row].Guest)
            .Select(row => (table.Entrants[row].Id, table.Figures[row][place.Column])))),
        table).Value;
}
