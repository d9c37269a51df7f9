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

    /// <summary>Each after those that it reads; without those in a circle, which is refused elsewhere.</summary>
    public static IEnumerable<FigureDefinition> InOrder(IReadOnlyList<FigureDefinition> figures)
    {
        var positions = figures.Index().DistinctBy(static figure => figure.Item.Name)
            .ToDictionary(static figure => figure.Item.Name, static figure => figure.Index, StringComparer.Ordinal);
        IEnumerable<int> Sources(int position) => Read(figures[position].Figure.Formula.Root)
            .Where(name => positions.ContainsKey(name.Name))
            .Select(name => positions[name.Name]);

        return new DependencyOrder(figures.Count, Sources).Ordered.Select(position => figures[position]);
    }

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
