namespace Ganchao.Scoring;

/// <summary>
/// The formula of a figure by occasion: terms, what the row is, other figures of the same rows; inputs record by record or
/// folds over the records of the row. Terms of cohort functions become columns of the figure.
/// </summary>
internal sealed class FigureFormulaBuilder(
    RulebookSymbols symbols,
    Findings findings,
    FigureDefinition definition,
    ColumnTable columns,
    FoldPlans folds,
    FigureTable figures,
    KeptSlot slot)
    : ColumnFormulaBuilder(symbols, findings, definition.Figure.Formula, columns, folds, figures, null)
{
    private bool IsByRecord => definition.Per == FigurePer.Record;

    /// <summary>The figure itself, rounded where it says so: a number, or a yes or no.</summary>
    public Node<Row> BuildWhole()
    {
        var (formula, decimals, rounding) = definition.Figure;
        var root = Build(formula.Root);
        if (root.Type.Value is ValueKind.Text or ValueKind.Date)
        {
            return Refuse(
                formula.Root, "figure-kind", $"{definition.Name} 应是数或是否。",
                $"{definition.Name} must be a number, or a yes or no.");
        }

        if (decimals is null)
        {
            return root;
        }

        return root.Type.Value != ValueKind.Truth ? new RoundedNode(root, decimals.Value, rounding) : Refuse(
            formula.Root, "rounded-truth", "是否不能舍入:请去掉 decimals。", "A yes or no is not rounded; take decimals out.");
    }

    /// <summary>Another figure is one number in a row.</summary>
    protected override bool IsFolded(string name) => Symbols.Input(name) is not null;

    protected override Node<Row>? Leaf(NameExpr name) => name.Name switch
    {
        "rowDate" => RowDate(name),
        "occurrence" => Term(name, "occurrence", ValueKind.Number, static place => Result.Of(place.Index + 1m)),
        "value" or "base" or "total" or "eligible" => Column(name, name.Name),
        _ when Symbols.Figure(name.Name) is { } figure => Figure(name, figure, FigureReach.Here),
        _ when IsByRecord && Symbols.Input(name.Name) is { } input => Input(name, input),
        _ => base.Leaf(name),
    };

    protected override Node<Row>? Special(CallExpr call) => call.Name switch
    {
        "value" or "points" or "section" or "grade" or "award" or "adjustment" or "carried" or "account" =>
            Column(call, call.Name),
        "occurrence" => Occurrence(call),
        "before" => Reach(call, FigureReach.Before),
        "running" => Reach(call, FigureReach.Running),
        "attribute" when IsByRecord => Attribute(call),
        _ when IsByRecord && LooksAround(call) => Refuse(
            call, "fold-by-record", $"per: record 按记录逐条计算:不能用 {call.Name}。",
            $"With per: record a formula is computed record by record; {call.Name} cannot stand in it."),
        _ => base.Special(call),
    };

    /// <summary>A fold over the records of the row.</summary>
    protected override Node<Row> Fold(CallExpr call)
    {
        var fold = FunctionLibrary.RowFolds[call.Name];
        var builder = new FactFormulaBuilder(Symbols, Findings, Formula, isDerivedInput: false, slot);
        var mistakes = Findings.Count;
        var terms = builder.BuildTerms(call, fold.Parameters);
        if (terms is null || Findings.Count > mistakes)
        {
            return new LiteralNode<Row>(ValueKind.NotSet, Result.Na(NaReason.Missing), call.Name);
        }

        if (fold.Check([.. call.Arguments.Select(LiteralOf)]) is { } refusal)
        {
            return Refuse(call, refusal.Id, refusal.Zh, refusal.En);
        }

        return builder.Inputs.IsEmpty
            ? Refuse(call, "no-input", $"{call.Name} 中没有数据。", $"There is no input in {call.Name}.")
            : new RecordsFoldNode(fold, terms, [.. builder.Inputs.Select(slot.ColumnOf)], TextOf(call));
    }

    private bool LooksAround(CallExpr call) =>
        !(call.Name is "min" or "max" && call.Arguments.Length > 1)
        && (IsFold(call) || FunctionLibrary.Cohorts.ContainsKey(call.Name) || CohortCalls.Names.Contains(call.Name));

    private Node<Row> Column(Expr expr, string word) => Refuse(
        expr, "column-in-figure", $"数值按行计算,先于各列:不能用 {word}。",
        $"A figure is computed row by row, before all columns; {word} is not known in it.");

    private Node<Row> RowDate(NameExpr name) => FigureGrouping.IsTimed(definition.Per)
        ? Term(name, "rowDate", ValueKind.Date, static place => Result.Of((decimal)place.Row.Key.Date.DayNumber))
        : Refuse(
            name, "no-date", $"{definition.Name} 的行没有日期:不能用 rowDate。",
            $"The rows of {definition.Name} have no date; do without rowDate.");

    private TermNode Input(NameExpr name, int input)
    {
        var column = slot.ColumnOf(input);
        return Term(name, name.Name, ValueKind.Number, place => place.Row.Records[0].Inputs.Input(column));
    }

    private Node<Row> Attribute(CallExpr call) => OnlyName(call) is { } name
        ? Term(call, name, ValueKind.Number, place => place.Row.Records[0].Inputs.Attribute(name))
        : new LiteralNode<Row>(ValueKind.NotSet, Result.Na(NaReason.Missing), call.Name);

    private Node<Row> Occurrence(CallExpr call)
    {
        var (by, tag) = call.Arguments switch
        {
            [NameExpr { Name: "product" }] => (FigurePer.Product, ""),
            [NameExpr { Name: "detail" }] => (FigurePer.Detail, ""),
            [NameExpr { Name: "subject" }] => (FigurePer.Subject, ""),
            [CallExpr { Name: "tag", Arguments: [NameExpr name] }] => (FigurePer.Tag, name.Name),
            _ => (FigurePer.NotSet, ""),
        };
        if (by == FigurePer.NotSet)
        {
            return Refuse(
                call, "word-expected", "此处应写:product, detail, subject, tag(名称)。",
                "Here must stand one of: product, detail, subject, tag(name).");
        }

        var column = slot.ColumnOf(tag);
        return IsByRecord
            ? Term(call, "occurrence", ValueKind.Number, place => place.Occurrence(by, column))
            : Refuse(
                call, "occurrence-by-record", "occurrence( ) 只用于 per: record;其他的行请写 occurrence。",
                "occurrence( ) goes with per: record; elsewhere write occurrence alone.");
    }

    private Node<Row> Reach(CallExpr call, FigureReach reach)
    {
        if (OnlyName(call) is not { } name)
        {
            return new LiteralNode<Row>(ValueKind.NotSet, Result.Na(NaReason.Missing), call.Name);
        }

        return Symbols.Figure(name) is { } figure
            ? Figure(call, figure, reach)
            : Refuse(
                call, "unknown-figure", $"没有数值 {name}:{call.Name} 须指 figures 中的一个。",
                $"There is no figure {name}; {call.Name} names one of those under figures.");
    }

    private Node<Row> Figure(Expr expr, int figure, FigureReach reach)
    {
        if (Figures[figure] is not { } other)
        {
            return new LiteralNode<Row>(ValueKind.NotSet, Result.Na(NaReason.Missing), "?");
        }

        var kind = other.Value.Root.Type.Value;
        return reach != FigureReach.Running || kind != ValueKind.Truth
            ? Term(expr, other.Definition.Name, kind, place => place.Other(figure, reach))
            : Refuse(expr, "wrong-kind", "running 累加数,却是是否。", "running adds up numbers, but this is a yes or no.");
    }

    private TermNode Term(Expr expr, string subject, ValueKind kind, Func<FigurePlace, Result> read) =>
        new(subject, kind, false, row => read(row.Occasion), TextOf(expr));
}
