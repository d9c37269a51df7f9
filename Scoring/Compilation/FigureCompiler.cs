using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>Puts figures by occasion in an order in which each follows those that it uses, and builds them.</summary>
internal sealed class FigureCompiler(RulebookSymbols symbols, FoldPlans folds, Findings findings)
{
    private readonly ImmutableArray<FigureDefinition> _figures = symbols.Definition.Figures;
    private readonly FigureTable _table = new(symbols.Definition.Figures.Length);

    /// <summary>By figure: its own inputs and those of the figures it uses.</summary>
    private readonly ImmutableArray<int>[] _inputs = new ImmutableArray<int>[symbols.Definition.Figures.Length];

    public FigureTable Compile()
    {
        var order = new DependencyOrder(_figures.Length, UsesOf);
        foreach (var figure in order.InCycles.Select(position => _figures[position]))
        {
            findings.Error(
                "cycle",
                figure.Place,
                $"数值 {figure.Name} 绕回自身或依赖这样的数值:请断开循环。",
                $"Figure {figure.Name} leads back to itself, or depends on a figure that does; break the circle.");
        }

        foreach (var position in order.Ordered)
        {
            Compile(position);
        }

        return _table;
    }

    private void Compile(int position)
    {
        var figure = _figures[position];
        var root = figure.Figure.Formula.Root;
        _inputs[position] =
            [.. FigureNames.InputsIn(root, symbols).Concat(UsesOf(position).SelectMany(used => _inputs[used])).Distinct()];
        if (figure.Per == FigurePer.NotSet || !IsWhole(position, figure))
        {
            return;
        }

        var (plan, slot) = folds.Keep(WindowOf(position), _inputs[position], TagsOf(figure), AttributesOf(root));
        var columns = new ColumnTable(new HashSet<string>());
        var builder = new FigureFormulaBuilder(symbols, findings, figure, columns, folds, _table, slot);
        var value = builder.BuildWhole();
        columns.Add(figure.Name, value, builder);
        _table.Add(new Figure(position, figure, [.. columns.Columns], plan, slot));
    }

    /// <summary>Reports what its inputs and the figures it uses do not allow.</summary>
    private bool IsWhole(int position, FigureDefinition figure)
    {
        var before = findings.Count;
        if (_inputs[position].IsEmpty)
        {
            findings.Error(
                "no-input",
                figure.Figure.Formula.Place,
                $"数值 {figure.Name} 没有用到数据:请写进公式,否则不知道有哪些行。",
                $"Figure {figure.Name} uses no input, so it has no rows; write one into its formula.");
        }
        else if (_inputs[position].Any(input => symbols.Definition.Inputs[input].Window != WindowOf(position)))
        {
            findings.Error(
                "window-mixed",
                figure.Place,
                $"数值 {figure.Name} 所用数据的时段不同:请统一 window。",
                $"Figure {figure.Name} uses inputs of different windows; give them the same.");
        }

        var other = UsesOf(position).Select(used => _figures[used])
            .FirstOrDefault(used => used.Per != figure.Per || used.Tag != figure.Tag);
        if (other is not null)
        {
            findings.Error(
                "figure-per",
                figure.Place,
                $"数值 {figure.Name} 与其所用的 {other.Name} 的 per 不同:请统一,或在列中汇总。",
                $"Figure {figure.Name} and {other.Name}, which it uses, have a different per; give them the same, " +
                $"or fold in a column.");
        }

        return findings.Count == before;
    }

    private Window WindowOf(int position) => symbols.Definition.Inputs[_inputs[position][0]].Window;

    private IEnumerable<int> UsesOf(int position) => FigureNames.In(_figures[position].Figure.Formula.Root, symbols);

    private static IEnumerable<string> TagsOf(FigureDefinition figure) => figure.Figure.Formula.Root.Whole()
        .Select(static expr => expr is CallExpr
        {
            Name: "occurrence",
            Arguments: [CallExpr { Name: "tag", Arguments: [NameExpr tag] }],
        } ? tag.Name : "")
        .Append(figure.Tag)
        .Where(static tag => tag.Length > 0)
        .Distinct();

    private static IEnumerable<string> AttributesOf(Expr root) => root.Whole()
        .Select(static expr => expr is CallExpr { Name: "attribute", Arguments: [NameExpr name] } ? name.Name : "")
        .Where(static name => name.Length > 0)
        .Distinct();
}
