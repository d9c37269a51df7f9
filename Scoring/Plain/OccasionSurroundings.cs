namespace Ganchao.Scoring.Plain;

/// <summary>One row of a figure by occasion as its formula sees it: the entrant's terms, and what the row is.</summary>
internal sealed class OccasionSurroundings(
    Recount recount, Scored scored, FigureDefinition figure, IReadOnlyList<OccasionRow> rows, int index)
    : EntrantSurroundings(recount, scored, own: null)
{
    public OccasionRow ThisRow => rows[index];

    public override GroupKey? RowKey => ThisRow.Key;

    /// <summary>The member's row with the same key; null where it has none.</summary>
    public override EntrantSurroundings? Of(Scored other) =>
        Recount.Occasions.IndexOf(figure, other, ThisRow.Key) is var found && found >= 0
            ? Recount.Occasions.At(figure, other, found)
            : null;

    /// <summary>In a row another figure is one number: only inputs are folded.</summary>
    public override bool IsFold(CallExpr call) => Recount.Inputs.IsFold(call, figures: false);

    public override bool Reads(string name) => name is "rowDate" or "occurrence"
        || Recount.Occasions.Named(name) is not null
        || (figure.Per == FigurePer.Record && Recount.Inputs.Input(name) is not null);

    public override Result Name(NameExpr name)
    {
        if (Recount.Occasions.Named(name.Name) is { } other)
        {
            return Recount.Occasions.Value(other, Scored, ThisRow.Key);
        }

        return name.Name switch
        {
            "rowDate" when ThisRow.Date is { } date => Result.Of(date.DayNumber),
            "occurrence" => Result.Of(index + 1),
            _ when figure.Per == FigurePer.Record && Recount.Inputs.Input(name.Name) is not null => TheRecord.Name(name),
            _ => base.Name(name),
        };
    }

    public override Result Call(CallExpr call)
    {
        if (IsFold(call))
        {
            return RowFolds.Of(call, Visited(call), Recount.Inputs);
        }

        return call switch
        {
            { Name: "before", Arguments: [var other] } => index == 0
                ? Result.Na(NaReason.Missing)
                : Recount.Occasions.Value(FigureOf(other), Scored, rows[index - 1].Key),
            { Name: "running", Arguments: [var other] } => Numbers.SumOfPresent(rows.Take(index + 1)
                .Select(row => Numbers.Quantised(Recount.Occasions.Value(FigureOf(other), Scored, row.Key)))),
            { Name: "occurrence", Arguments: [var by] } => Occurrence(by),
            { Name: "attribute" } => TheRecord.Call(call),
            _ => base.Call(call),
        };
    }

    /// <summary>The records in which an input written in the fold has a fact.</summary>
    public IReadOnlyList<VisitedRow> Visited(CallExpr fold)
    {
        var entered = Recount.Inputs.WrittenIn(fold).SelectMany(Recount.Inputs.EnteredBehind).ToList();
        return
        [
            .. ThisRow.Records.Select(record => (Record: record, Figures: record.Facts
                    .Where(fact => entered.Exists(input => Inputs.Belongs(fact, input))).ToList()))
                .Where(static visited => visited.Figures.Count > 0)
                .Select(visited => new VisitedRow(
                    visited.Record.Latest.Date, new Record(visited.Record.Facts, Recount.Inputs), visited.Figures)),
        ];
    }

    private Record TheRecord => new(ThisRow.Records[0].Facts, Recount.Inputs);

    private FigureDefinition FigureOf(Expr name) => Recount.Occasions.Named(Words.Of(name))
        ?? throw new UncheckedRulebookException($"'{ExprText.Of(name)}' is no figure.");

    private Result Occurrence(Expr by)
    {
        string? Text(OccasionRow row) => by switch
        {
            NameExpr { Name: "product" } => row.Key.Product,
            NameExpr { Name: "detail" } => row.Key.Detail,
            NameExpr { Name: "subject" } => row.Key.Subject,
            CallExpr { Name: "tag", Arguments: [var tag] } => row.Records[0].Tag(Words.Of(tag)),
            _ => throw new UncheckedRulebookException($"'{ExprText.Of(by)}' tells no records apart."),
        };

        var own = Text(ThisRow);
        return own is null ? Result.Na(NaReason.NoTag) : Result.Of(rows.Take(index + 1).Count(row => Text(row) == own));
    }
}
