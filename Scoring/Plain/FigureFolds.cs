namespace Ganchao.Scoring.Plain;

/// <summary>Folds over figures by occasion, in the formulas of columns.</summary>
internal sealed class FigureFolds(Recount recount)
{
    private readonly Dictionary<(string Entrant, string Fold), Result> _known = [];

    public Result Run(CallExpr fold, Scored entrant)
    {
        var key = (entrant.Id, ExprText.Of(fold));
        return _known.TryGetValue(key, out var known) ? known : _known[key] = Fold(fold, entrant);
    }

    /// <summary>The rows of the figures written in it, one for each key, in order.</summary>
    public IReadOnlyList<OccasionRow> Visited(CallExpr fold, Scored entrant)
    {
        var rows = recount.Occasions.WrittenIn(fold).SelectMany(figure => recount.Occasions.Of(figure, entrant).Rows)
            .GroupBy(static row => row.Key)
            .Select(static same => same.MaxBy(static row => row.Order)!)
            .ToList();
        rows.Sort(Occasions.Compare);
        return rows;
    }

    private Result Fold(CallExpr fold, Scored entrant) =>
        recount.Occasions.WrittenIn(fold).Any(figure => recount.Occasions.Of(figure, entrant).TooMany)
            ? Result.Na(NaReason.Overflow)
            : RowFolds.Of(
                fold,
                [
                    .. Visited(fold, entrant).Select(
                        row => new VisitedRow(row.Date, new FiguresOfRow(recount, entrant, row.Key), [])),
                ],
                recount.Inputs);
}

/// <summary>The figures of one row, as a fold over them sees them.</summary>
internal sealed class FiguresOfRow(Recount recount, Scored entrant, GroupKey row) : ISurroundings
{
    public Result Name(NameExpr name) =>
        recount.Inputs.Constant(name.Name) is { } constant ? Result.Of(constant)
        : recount.Occasions.Named(name.Name) is { } figure ? recount.Occasions.Value(figure, entrant, row)
        : throw new UncheckedRulebookException($"'{name.Name}' is not known within a fold over figures.");

    public Result Text(string text) => recount.Inputs.Texts.Of(text);

    public Result Call(CallExpr call) =>
        throw new UncheckedRulebookException($"'{call.Name}' is not known within a fold over figures.");

    public decimal Fixed(Expr expr) => recount.Inputs.Fixed(expr);
}
