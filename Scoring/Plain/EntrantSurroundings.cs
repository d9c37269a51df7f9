namespace Ganchao.Scoring.Plain;

/// <summary>One entrant as formulas of levels 3 and 4 see it.</summary>
/// <param name="own">The indicator whose points are computed: the one that <c>value</c> and <c>base</c> mean;
/// null elsewhere.</param>
internal class EntrantSurroundings(Recount recount, Scored scored, IndicatorDefinition? own) : ISurroundings
{
    public Recount Recount => recount;

    public Scored Scored => scored;

    /// <summary>The row of a figure in which the formula stands; null with columns.</summary>
    public virtual GroupKey? RowKey => null;

    /// <summary>The same for another entrant; null where it has no such row.</summary>
    public virtual EntrantSurroundings? Of(Scored other) => new(recount, other, own);

    public virtual bool IsFold(CallExpr call) => recount.Inputs.IsFold(call, figures: true);

    /// <summary>Whether the name is read as a figure beyond those that all entrants have.</summary>
    public virtual bool Reads(string name) => false;

    public virtual Result Name(NameExpr name) => name.Name switch
    {
        "value" when own is not null => recount.Columns.Value(scored, own),
        "base" when own?.Base is { } points => Result.Of(points),
        "total" => recount.Columns.Total(scored),
        "eligible" => recount.Eligibility.All(scored),
        "size" => Result.Of(recount.SizeFor(scored)),
        "stageNumber" => Result.Of(recount.Stage.Number),
        "stageOfYear" => Result.Of(recount.Stage.OfYear),
        "asOf" => Result.Of(recount.AsOf.DayNumber),
        _ when recount.Inputs.Constant(name.Name) is { } constant => Result.Of(constant),
        _ => throw new UncheckedRulebookException($"'{name.Name}' has no meaning here; an input needs a fold around it."),
    };

    public Result Text(string text) => recount.Inputs.Texts.Of(text);

    public virtual Result Call(CallExpr call)
    {
        if (IsFold(call))
        {
            return recount.Occasions.WrittenIn(call).Count > 0
                ? recount.FigureFolds.Run(call, scored)
                : recount.Folds.Run(call, scored).Result;
        }

        if (Terms.Knows(call.Name))
        {
            return Terms.Evaluate(call, this);
        }

        if (Cohorts.Knows(call.Name))
        {
            return recount.Cohorts.Evaluate(call, this);
        }

        return call switch
        {
            { Name: "value", Arguments: [var id] } => recount.Columns.Value(scored, recount.Columns.Indicator(Words.Of(id))),
            { Name: "points", Arguments: [var id] } => recount.Columns.Points(scored, recount.Columns.Indicator(Words.Of(id))),
            { Name: "section", Arguments: [var id] } =>
                recount.Columns.Section(scored, recount.Columns.SectionNamed(Words.Of(id))),
            { Name: "paid", Arguments: [var id] } => recount.Awards?.Paid(Words.Of(id), scored)
                ?? throw new UncheckedRulebookException("Awards are not given yet."),
            { Name: "award", Arguments: [var id] } => recount.Awards?.Has(Words.Of(id), scored)
                ?? throw new UncheckedRulebookException("Awards are not given yet."),
            { Name: "grade", Arguments: [var id] } => recount.Grades.Is(Words.Of(id), scored),
            _ => throw new UncheckedRulebookException($"'{call.Name}' is not a function, or not with so many terms."),
        };
    }

    public decimal Fixed(Expr expr) => recount.Inputs.Fixed(expr);
}
