namespace Ganchao.Scoring;

/// <summary>
/// Figures by occasion that are quotients of what was counted in their row, whatever is added to them or taken times. Points
/// made of a quotient (steps, bands, ranks) are none: a rulebook may well give points by shift and average them.
/// </summary>
internal sealed class FigureRatios
{
    private readonly HashSet<string> _counted;
    private readonly HashSet<string> _ratios;

    /// <param name="book">Whose figures these are.</param>
    /// <param name="inputs">Names of all inputs.</param>
    /// <param name="ratioInputs">Names of the derived inputs that divide.</param>
    public FigureRatios(RulebookDefinition book, IEnumerable<string> inputs, IEnumerable<string> ratioInputs)
    {
        (_counted, _ratios) = ([.. inputs], [.. ratioInputs]);
        foreach (var figure in FigureNames.InOrder(book.Figures))
        {
            _counted.Add(figure.Name);
            if (IsRatio(figure.Figure.Formula.Root))
            {
                _ratios.Add(figure.Name);
            }
        }
    }

    public bool IsRatio(Expr expr) => expr switch
    {
        NameExpr name => _ratios.Contains(name.Name),
        NegateExpr negate => IsRatio(negate.Operand),
        BinaryExpr { Operator: BinaryOperator.Divide } of when IsCounted(of.Left) && IsCounted(of.Right) => true,
        BinaryExpr
        {
            Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide,
        } binary => IsRatio(binary.Left) || IsRatio(binary.Right),
        CallExpr { Name: "if", Arguments: [_, .. var choices] } => choices.Any(IsRatio),
        CallExpr
        {
            Name: "ifna" or "abs" or "round" or "min" or "max" or "clamp" or "first" or "last" or "median" or "before"
                or "firstWhere" or "lastWhere",
            Arguments: [var x, ..],
        } => IsRatio(x),
        _ => false,
    };

    /// <summary>A sum or the like of figures; how many there are is no weight of its own.</summary>
    private bool IsCounted(Expr expr) => expr switch
    {
        NameExpr name => _counted.Contains(name.Name),
        CallExpr
        {
            Name: "sum" or "min" or "max" or "last" or "first" or "median" or "ifna" or "abs" or "round" or "before",
        } call => call.Arguments.Any(IsCounted),
        NegateExpr or BinaryExpr => expr.Parts().Any(IsCounted),
        _ => false,
    };
}
