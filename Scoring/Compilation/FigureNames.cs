namespace Ganchao.Scoring;

/// <summary>Which figures by occasion and which inputs an expression reads.</summary>
internal static class FigureNames
{
    /// <summary>Positions of the figures, each once, in the order written.</summary>
    public static IEnumerable<int> In(Expr expr, RulebookSymbols symbols) =>
        Read(expr).Select(name => symbols.Figure(name.Name)).OfType<int>().Distinct();

    /// <summary>Positions of the inputs, each once, in the order written.</summary>
    public static IEnumerable<int> InputsIn(Expr expr, RulebookSymbols symbols) =>
        Read(expr).Select(name => symbols.Input(name.Name)).OfType<int>().Distinct();

    /// <summary>
    /// Names that are read: not the words in calls such as <c>plan(x)</c>, <c>tag(x)</c>, <c>occurrence(x)</c>.
    /// </summary>
    private static IEnumerable<NameExpr> Read(Expr expr) => expr switch
    {
        NameExpr name => [name],
        CallExpr call when WordCalls.Has(call.Name) => [],
        _ => expr.Parts().SelectMany(Read),
    };
}
