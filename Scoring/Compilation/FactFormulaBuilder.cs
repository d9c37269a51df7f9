using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// Level 1: the expression inside a fold, or a derived input. It knows inputs, constants and product
/// attributes.
/// </summary>
/// <param name="kept">With a fold over the records of a row: the slot that keeps them; otherwise null.</param>
internal sealed class FactFormulaBuilder(
    RulebookSymbols symbols, Findings findings, Formula formula, bool isDerivedInput, KeptSlot? kept = null)
    : FormulaBuilder<Group>(symbols, findings, formula)
{
    private readonly List<int> _inputs = [];
    private Grouping _within;
    private Grouping _declared;
    private bool _hasBareInput;
    private Expr? _attribute;

    /// <summary>Inputs written in the expression, each once, in order.</summary>
    public ImmutableArray<int> Inputs => [.. _inputs];

    public Grouping Grouping => _declared == Grouping.NotSet ? Grouping.Record : _declared;

    /// <summary>Builds a whole fold expression; grouping and inputs are known afterwards.</summary>
    public Node<Group> BuildWhole(Expr expr, ValueKind kind)
    {
        var node = Build(expr, kind);
        if (_declared != Grouping.NotSet && _hasBareInput)
        {
            return Refuse(expr, "grouping-mixed", "同一汇总中,数据须都写在同一个 perShift、perDay 或 per( ) 之内。",
                "Within one fold, write all inputs inside the same perShift, perDay or per( ).");
        }

        return _attribute is { } attribute && Grouping != Grouping.Record
            ? Refuse(attribute, "attribute-by-record", "attribute 只能按记录取:请放进一个带公式的数据。",
                "An attribute belongs to a record; move it into an input with a formula.")
            : node;
    }

    /// <summary>The checked terms of a fold over the records of a row; null after reporting that their number is wrong.</summary>
    public Node<Group>[]? BuildTerms(CallExpr fold, ImmutableArray<Parameter> parameters) =>
        Terms(fold, fold.Arguments, parameters);

    protected override Node<Group>? Leaf(NameExpr name)
    {
        if (Symbols.Input(name.Name) is { } input)
        {
            _hasBareInput |= _within == Grouping.NotSet;
            if (!_inputs.Contains(input))
            {
                _inputs.Add(input);
            }

            return new InputNode(kept?.ColumnOf(input) ?? input, GroupingWords.OccasionOf(_within), name.Name);
        }

        if (Symbols.Figure(name.Name) is not null)
        {
            return Refuse(
                name, "figure-in-records", $"{name.Name} 是分次数值,不能写在逐条汇总或数据公式之内。",
                $"{name.Name} is a figure by occasion; it cannot stand inside a fold over records or an input's formula.");
        }

        return RulebookSymbols.IsReserved(name.Name) ? WrongLevel(name, name.Name) : null;
    }

    protected override Node<Group>? Special(CallExpr call) => call.Name switch
    {
        "attribute" => Attribute(call),
        "perRecord" or "perShift" or "perDay" or "per" => Wrapper(call),
        "daysSince" or "date" => WrongLevel(call, call.Name),
        _ when WordCalls.Has(call.Name) => WrongLevel(call, call.Name),
        "min" or "max" when call.Arguments.Length > 1 => null,
        _ when FunctionLibrary.RowFolds.ContainsKey(call.Name) => Refuse(call, "fold-in-fold",
            $"{call.Name} 不能写在另一个汇总或数据公式之内。", $"{call.Name} cannot stand inside another fold or an input's formula."),
        _ when FunctionLibrary.Cohorts.ContainsKey(call.Name) || CohortCalls.Names.Contains(call.Name) => Refuse(call, "cohort-in-fold",
            $"{call.Name} 比较整个组别,尚不能写在汇总之内。", $"{call.Name} compares a whole division and cannot stand inside a fold yet."),
        _ => null,
    };

    private Node<Group>? Attribute(CallExpr call)
    {
        _attribute = call;
        return OnlyName(call) is { } name ? new AttributeNode(name, TextOf(call)) : null;
    }

    private Node<Group> Wrapper(CallExpr call)
    {
        if (kept is not null)
        {
            return Refuse(
                call, "grouping-in-row", "行内按记录汇总:请去掉分组。", "A row is folded over its records; remove the grouping.");
        }

        if (isDerivedInput)
        {
            return Refuse(
                call, "grouping-in-input", "数据公式按记录计算:请去掉分组。", "An input's formula is computed by record; remove the grouping.");
        }

        if (GroupingWords.Of(call) is not (var grouping, var inner))
        {
            return Refuse(call, "grouping-form", "应写 perRecord(x)、perShift(x)、perDay(x) 或 per(product, x)。",
                "Write perRecord(x), perShift(x), perDay(x) or per(product, x).");
        }

        if (_within != Grouping.NotSet || (_declared != Grouping.NotSet && _declared != grouping))
        {
            return Refuse(call, "grouping-mixed", "同一汇总只能有一种分组。", "One fold has one grouping.");
        }

        (_within, _declared) = (grouping, grouping);
        var node = Build(inner);
        _within = Grouping.NotSet;
        return node;
    }

    private Node<Group> WrongLevel(Expr expr, string word) => Refuse(expr, "wrong-level",
        $"{word} 在逐条汇总时尚不存在:请移到汇总之外。", $"{word} is not known while figures are folded; move it outside of the fold.");
}
