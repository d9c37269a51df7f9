using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>Folds over figures by occasion in the formulas of columns. Inside of one stand figures and constants.</summary>
internal sealed class FigureFoldBuilder(RulebookSymbols symbols, Findings findings, Formula formula, FigureTable figures)
    : FormulaBuilder<Group>(symbols, findings, formula)
{
    private readonly SortedSet<int> _used = [];
    private bool _isBroken;

    /// <summary>Null after reporting what is wrong.</summary>
    public FigureFoldNode? Fold(CallExpr call, string text)
    {
        var fold = FunctionLibrary.RowFolds[call.Name];
        var mistakes = Findings.Count;
        var terms = Terms(call, call.Arguments, fold.Parameters);
        if (terms is null || _isBroken || Findings.Count > mistakes)
        {
            return null;
        }

        if (fold.Check([.. call.Arguments.Select(LiteralOf)]) is { } refusal)
        {
            Refuse(call, refusal.Id, refusal.Zh, refusal.En);
            return null;
        }

        ImmutableArray<Figure> used = [.. _used.Select(position => figures[position]!)];
        return IsAllowed(call, fold, used) ? new FigureFoldNode(fold, terms, used, figures.Count, text) : null;
    }

    protected override Node<Group>? Leaf(NameExpr name)
    {
        if (Symbols.Figure(name.Name) is not { } position)
        {
            return Symbols.Input(name.Name) is not null
                ? Refuse(
                    name, "figure-and-input", $"同一汇总中不能既有分次数值又有数据 {name.Name}:请分开汇总,或写进 figures 的公式。",
                    $"A fold over figures cannot read the input {name.Name}; fold them apart, or " +
                    $"move it into the figure's formula.")
                : RulebookSymbols.IsReserved(name.Name) ? WrongLevel(name, name.Name) : null;
        }

        _used.Add(position);
        _isBroken |= figures[position] is null;
        return figures[position] is { } figure
            ? new FigureNode(position, figure.Value.Root.Type.Value, name.Name)
            : new LiteralNode<Group>(ValueKind.NotSet, Result.Na(NaReason.Missing), "?");
    }

    protected override Node<Group>? Special(CallExpr call) => call.Name switch
    {
        "perRecord" or "perShift" or "perDay" or "per" => Refuse(
            call, "grouping-in-row", "数值已按行分好:请去掉分组。", "Figures have their rows already; remove the grouping."),
        "daysSince" or "date" or "before" or "running" => WrongLevel(call, call.Name),
        _ when WordCalls.Has(call.Name) => WrongLevel(call, call.Name),
        "min" or "max" when call.Arguments.Length > 1 => null,
        _ when FunctionLibrary.RowFolds.ContainsKey(call.Name) => Refuse(
            call, "fold-in-fold", $"{call.Name} 不能写在另一个汇总之内。", $"{call.Name} cannot stand inside another fold."),
        _ when FunctionLibrary.Cohorts.ContainsKey(call.Name) || CohortCalls.Names.Contains(call.Name) => Refuse(
            call, "cohort-in-fold", $"{call.Name} 比较整个组别,不能写在汇总之内:请写进 figures 的公式。",
            $"{call.Name} compares a whole division and cannot stand inside a fold; move it into the figure's formula."),
        _ => null,
    };

    private bool IsAllowed(CallExpr call, RowFold fold, ImmutableArray<Figure> used)
    {
        var first = used[0].Definition;
        if (used.FirstOrDefault(other => other.Definition.Per != first.Per || other.Definition.Tag != first.Tag) is { } foreign)
        {
            Refuse(
                call, "figure-per", $"{first.Name} 与 {foreign.Definition.Name} 的 per 不同:请分开汇总。",
                $"{first.Name} and {foreign.Definition.Name} have a different per; fold them apart.");
            return false;
        }

        if (fold.NeedsOrder && !FigureGrouping.IsTimed(first.Per))
        {
            Refuse(
                call, "no-order", $"{first.Name} 的行没有先后:不能用 {call.Name}。",
                $"The rows of {first.Name} have no order in time; {call.Name} needs one.");
            return false;
        }

        return true;
    }

    private Node<Group> WrongLevel(Expr expr, string word) => Refuse(
        expr, "wrong-level", $"{word} 在逐行汇总时尚不存在:请移到汇总之外,或写进 figures 的公式。",
        $"{word} is not known while rows are folded; move it outside of the fold, or into the figure's formula.");
}
