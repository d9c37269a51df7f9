namespace Ganchao.Scoring;

/// <summary>
/// The mean of quotients: a shift of one tonne would count as much as one of a hundred. What is counted is summed first, then
/// divided.
/// </summary>
internal sealed class RatioChecks
{
    private readonly RulebookDefinition _book;
    private readonly Findings _findings;
    private readonly HashSet<string> _inputs;
    private readonly HashSet<string> _figures;
    private readonly HashSet<string> _ratios = new(StringComparer.Ordinal);
    private readonly FigureRatios _rows;

    public RatioChecks(RulebookDefinition book, Findings findings)
    {
        (_book, _findings) = (book, findings);
        _inputs = book.Inputs.Select(static input => input.Name).ToHashSet(StringComparer.Ordinal);
        _figures = book.Figures.Select(static figure => figure.Name).ToHashSet(StringComparer.Ordinal);
        FindRatios(book.Inputs.Where(static input => input.Formula is not null).ToList());
        _rows = new FigureRatios(book, _inputs, _ratios);
    }

    public void Run()
    {
        // In a figure's own formula the mean of another figure is that of a cohort, where every entrant weighs the same.
        var ofFigures = _book.Figures.Select(static figure => figure.Figure.Formula)
            .ToHashSet<Formula>(ReferenceEqualityComparer.Instance);
        foreach (var formula in _book.Formulas())
        {
            bool Averages(CallExpr call) => IsMean(call)
                && (IsRatio(call.Arguments[0]) || (!ofFigures.Contains(formula) && IsRatioOfRows(call.Arguments[0])));

            foreach (var mean in formula.Root.Whole().OfType<CallExpr>().Where(Averages))
            {
                _findings.Warning(
                    "ratio-averaged",
                    FormulaText.PlaceOf(formula.Text, mean.Start, formula.Place),
                    "此处对比率求平均,产量大小不同的记录会一样重:请写成 sum(分子) / sum(分母),或在发布时写明接受。",
                    "Here ratios are averaged, so that small and great figures weigh the same; write sum(numerator) / " +
                    "sum(denominator), or accept this when publishing.");
            }
        }
    }

    /// <summary>A derived input that divides, and whatever is computed from it.</summary>
    private void FindRatios(List<InputDefinition> derived)
    {
        var users = derived
            .SelectMany(static input => input.Formula!.Root.Names().Distinct().Select(name => (name, user: input.Name)))
            .ToLookup(static use => use.name, static use => use.user, StringComparer.Ordinal);
        var open = new Stack<string>(derived.Where(input => IsRatio(input.Formula!.Root)).Select(static input => input.Name));
        while (open.TryPop(out var ratio))
        {
            if (_ratios.Add(ratio))
            {
                foreach (var user in users[ratio])
                {
                    open.Push(user);
                }
            }
        }
    }

    private bool IsRatioOfRows(Expr term) => Reads(term, _figures) && _rows.IsRatio(term);

    private static bool IsMean(CallExpr call) =>
        call is { Name: "mean", Arguments.Length: 1 } or { Name: "trimmedMean", Arguments.Length: 2 };

    /// <summary>Divides by a figure, not only by a number; not inside a fold, which makes one figure of many first.</summary>
    private bool IsRatio(Expr expr) => expr switch
    {
        BinaryExpr { Operator: BinaryOperator.Divide } quotient when Reads(quotient.Right, _inputs) =>
            Reads(quotient.Left, _inputs) || IsRatio(quotient.Right),
        NameExpr name => _ratios.Contains(name.Name),
        CallExpr call when IsFoldOrColumn(call) => false,
        _ => expr.Parts().Any(IsRatio),
    };

    private static bool Reads(Expr expr, HashSet<string> names) => expr switch
    {
        NameExpr name => names.Contains(name.Name),
        CallExpr call when IsFoldOrColumn(call) => false,
        _ => expr.Parts().Any(part => Reads(part, names)),
    };

    private static bool IsFoldOrColumn(CallExpr call) =>
        call.Name is "plan" or "baseline" or "coefficient" or "value" or "points" or "section" or "grade" or "attribute"
        || (FunctionLibrary.Folds.ContainsKey(call.Name) && !(call.Name is "min" or "max" && call.Arguments.Length > 1));
}
