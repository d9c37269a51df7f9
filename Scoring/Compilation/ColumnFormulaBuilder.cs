namespace Ganchao.Scoring;

/// <summary>
/// Levels 3 and 4: formulas of columns. It places folds into fold sets and cohort terms into columns of their
/// own.
/// </summary>
/// <param name="indicator">With the points formula of an indicator: that indicator; otherwise null.</param>
internal class ColumnFormulaBuilder(
    RulebookSymbols symbols, Findings findings, Formula formula, ColumnTable columns, FoldPlans folds, FigureTable figures,
        IndicatorDefinition? indicator)
    : FormulaBuilder<Row>(symbols, findings, formula)
{
    private readonly HashSet<int> _cohorts = [];
    private readonly HashSet<int> _elsewhere = [];

    protected FigureTable Figures => figures;

    /// <summary>Columns whose cohorts the formula looks at.</summary>
    public IReadOnlyCollection<int> Cohorts => _cohorts;

    /// <summary>Columns of which the formula looks at single other entrants, of whatever field.</summary>
    public IReadOnlyCollection<int> Elsewhere => _elsewhere;

    /// <summary>With the formula of an account: what awards paid is known.</summary>
    public bool KnowsPayments { get; init; }

    /// <summary>With the condition of an award: awards given before it are known.</summary>
    public bool KnowsAwards { get; init; }

    /// <summary>Whether the date of scoring alone can change it.</summary>
    public bool IsDated { get; private set; }

    protected override Node<Row>? Leaf(NameExpr name) => name.Name switch
    {
        "asOf" => AsOf(name),
        "size" => StageTerm(name, static row => row.Size),
        "stageNumber" => StageTerm(name, static row => row.Stage.Number),
        "stageOfYear" => StageTerm(name, static row => row.Stage.OfYear),
        "total" => Column(name, ColumnNames.Total),
        "eligible" => Column(name, ColumnNames.Eligible),
        "value" when indicator is not null => Column(name, ColumnNames.Value(indicator.Id)),
        "base" when indicator?.Base is { } points => Literal(ValueKind.Number, points, name),
        "base" when indicator is not null =>
            Refuse(name, "no-base", "本指标没有 base:请写上。", "This indicator has no base; declare it."),
        "value" or "base" =>
            Refuse(
            name, "wrong-level", $"{name.Name} 只能写在指标的 points 中。", $"{name.Name} stands in the points of an indicator only."),
        _ when Symbols.Input(name.Name) is not null || Symbols.Figure(name.Name) is not null => Refuse(name, "fold-missing",
            $"请写明 {name.Name} 如何汇总:sum({name.Name})、mean({name.Name})、last({name.Name}) …",
            $"Say how {name.Name} adds up: sum({name.Name}), mean({name.Name}), last({name.Name}) …"),
        _ => null,
    };

    protected override Node<Row>? Special(CallExpr call)
    {
        switch (call.Name)
        {
            case "value":
                return Reference(call, ColumnNames.Value);
            case "points":
                return Reference(call, ColumnNames.Points);
            case "section":
                return Reference(call, ColumnNames.Section);
            case "grade":
                return Grade(call);
            case "plan" or "baseline" or "coefficient" or "reference" or "tag":
                return new TermCalls(this, Symbols).Build(call, TextOf(call));
            case CohortCalls.Closest:
                return Closest(call, CohortScope.Field);
            case CohortCalls.Within:
                return Scoped(call, CohortScopeKind.Within);
            case CohortCalls.Among:
                return Scoped(call, CohortScopeKind.Among);
            case CohortCalls.Of:
                return Other(call);
            case "award":
                return Award(call);
            case "adjustment":
                return Adjustment(call);
            case "carried":
                return Carried(call);
            case "account":
                return Account(call);
            case "paid":
                return Paid(call);
            case "date":
                return DateLiteral(call);
            case "daysSince":
                return DaysSince(call);
            case "attribute" or "perRecord" or "perShift" or "perDay" or "per":
                return Refuse(
                    call, "wrong-level", $"{call.Name} 只能写在汇总之内,如 sum( )。",
                    $"{call.Name} stands inside a fold such as sum( ) only.");
            default:
                return IsFold(call) ? Fold(call)
                    : FunctionLibrary.Cohorts.TryGetValue(call.Name, out var cohort) ? Cohort(call, cohort, CohortScope.Field)
                    : null;
        }
    }

    /// <summary>
    /// <c>mean</c> and <c>median</c> are folds where an input or figure stands in them outside of another fold; <c>min</c>
    /// and <c>max</c> with one term.
    /// </summary>
    protected bool IsFold(CallExpr call) => call.Name switch
    {
        "mean" or "median" => call.Arguments.Any(HasBareInput),
        "min" or "max" => call.Arguments.Length == 1,
        _ => FunctionLibrary.RowFolds.ContainsKey(call.Name),
    };

    /// <summary>Whether it is many numbers, which a fold makes one.</summary>
    protected virtual bool IsFolded(string name) => Symbols.Input(name) is not null || Symbols.Figure(name) is not null;

    private bool HasBareInput(Expr expr) => expr switch
    {
        NameExpr name => IsFolded(name.Name),
        CallExpr call when WordCalls.Has(call.Name) => false,
        CallExpr call when call.Name is not ("mean" or "median") && IsFold(call) => false,
        _ => expr.Parts().Any(HasBareInput),
    };

    /// <summary>A fold over facts, or over figures by occasion where one stands in it.</summary>
    protected virtual Node<Row> Fold(CallExpr call)
    {
        if (FigureNames.In(call, Symbols).Any())
        {
            Node<Row>? folded = new FigureFoldBuilder(Symbols, Findings, Formula, figures).Fold(call, TextOf(call));
            return folded ?? Broken(null);
        }

        return FunctionLibrary.Folds.TryGetValue(call.Name, out var fold)
            ? Fold(call, fold)
            : Refuse(
                call, "figure-needed", $"{call.Name} 须逐次比较:请先在 figures 中声明一个数值,再汇总它。",
                $"{call.Name} looks at one occasion after the other; declare a figure under figures and fold that.");
    }

    private Node<Row> Fold(CallExpr call, FoldFunction fold)
    {
        if (call.Arguments is not [var inner])
        {
            return Refuse(call, "argument-count", $"{call.Name} 应有 1 项。", $"{call.Name} takes one term here.");
        }

        var builder = new FactFormulaBuilder(Symbols, Findings, Formula, isDerivedInput: false);
        var mistakesBefore = Findings.Count;
        var figure = builder.BuildWhole(inner, fold.Takes);
        if (Findings.Count > mistakesBefore)
        {
            return Broken(fold);
        }

        if (builder.Inputs.IsEmpty)
        {
            return Refuse(call, "no-input", $"{call.Name} 中没有数据。", $"There is no input in {call.Name}.");
        }

        if (fold.NeedsOrder && builder.Grouping == Grouping.Product)
        {
            return Refuse(
                call, "no-order", $"按产品分组没有先后:不能用 {call.Name}。",
                $"Groups by product have no order in time; {call.Name} needs one.");
        }

        var windows = builder.Inputs.Select(input => Symbols.Definition.Inputs[input].Window).Distinct().ToList();
        return windows.Count > 1
            ? Refuse(call, "window-mixed", "同一汇总中的数据时段不同:请分开汇总。", "One fold mixes inputs of different windows; fold them apart.")
            : folds.Place(fold, windows[0], builder.Grouping, figure, inner, builder.Inputs, TextOf(call));
    }

    private Node<Row> Cohort(CallExpr call, ICohortFunction function, CohortScope scope)
    {
        if (call.Arguments.IsEmpty || Terms(call, [.. call.Arguments.Skip(1)], function.Parameters) is not { } terms)
        {
            return Refuse(
                call, "column-expected", $"{call.Name} 的第一项是要比较的列。", $"The first term of {call.Name} is the column to compare.");
        }

        var argument = call.Arguments[0];
        var column = columns.Anonymous(argument, Build(argument, function.Takes), this, indicator);
        _cohorts.Add(column);
        return new CohortNode(function, column, scope, terms, TextOf(call));
    }

    private Node<Row> Closest(CallExpr call, CohortScope scope)
    {
        if (CohortCalls.SideOf(call) is not { } side)
        {
            return Refuse(
                call, "closest-terms", "closest 应写 closest(x, 目标)、closest(x, 目标, below) 或 closest(x, 目标, above)。",
                "Write closest(x, target), closest(x, target, below) or closest(x, target, above).");
        }

        var (x, target) = (Build(call.Arguments[0], ValueKind.Number), Build(call.Arguments[1], ValueKind.Number));
        var off = new DistanceNode(x, target, side);
        var column = columns.Distance(call, off, this, indicator);
        _cohorts.Add(column);
        return new ClosestNode(off, column, scope, TextOf(call));
    }

    /// <summary>A cohort function among those whom a tag picks.</summary>
    private Node<Row> Scoped(CallExpr call, CohortScopeKind kind)
    {
        if (CohortCalls.TagOf(call) is { } tag && call.Arguments[1] is CallExpr inner)
        {
            var scope = new CohortScope(kind, tag);
            if (inner.Name == CohortCalls.Closest)
            {
                return Closest(inner, scope);
            }

            if (!IsFold(inner) && FunctionLibrary.Cohorts.TryGetValue(inner.Name, out var function))
            {
                return Cohort(inner, function, scope);
            }
        }

        return Refuse(
            call, "scope-form", $"{call.Name} 应写 {call.Name}(tag(标签), 组别函数(…)),如 {call.Name}(tag(zone), rank(total))。",
            $"Write {call.Name}(tag(name), cohort function), such as {call.Name}(tag(zone), rank(total)).");
    }

    private Node<Row> Other(CallExpr call)
    {
        if (CohortCalls.TagOf(call) is not { } tag)
        {
            return Refuse(
                call, "of-form", "of 应写 of(tag(标签), 列),如 of(tag(sponsor), total)。",
                "Write of(tag(name), column), such as of(tag(sponsor), total).");
        }

        var argument = call.Arguments[1];
        var inner = Build(argument);
        if (inner.Type.Value is not (ValueKind.Number or ValueKind.Truth or ValueKind.NotSet))
        {
            return Refuse(argument, "wrong-kind", "此处应是数或是否。", "Here must stand a number or a yes or no.");
        }

        var column = columns.Anonymous(argument, inner, this, indicator);
        _elsewhere.Add(column);
        return new OtherNode(tag, column, inner.Type.Value, TextOf(call));
    }

    private Node<Row>? Reference(CallExpr call, Func<string, string> nameOf) =>
        OnlyName(call) is { } id ? Column(call, nameOf(id)) : Broken(null);

    private Node<Row> Column(Expr expr, string name) => columns.Find(name) is { } column
        ? new ColumnNode(column.Position, name, column.Root.Type, TextOf(expr))
        : columns.IsPlanned(name)
            ? Broken(null)
            : Refuse(
                expr, "unknown-column", $"没有 {name}。{columns.Suggestion(name).Zh}",
                $"There is no {name}.{columns.Suggestion(name).En}");

    private Node<Row> Grade(CallExpr call)
    {
        if (OnlyName(call) is not { } id)
        {
            return Broken(null);
        }

        var grades = Symbols.Definition.Grades;
        var position = 1 + grades.ToList().FindIndex(grade => grade.Id == id);
        var known = string.Join(", ", grades.Select(static grade => grade.Id));
        return position == 0
            ? Refuse(
                call, "unknown-grade", $"没有等级 {id}。{(known.Length == 0 ? "请写在 grades 中。" : $"现有:{known}。")}",
                $"There is no grade {id}{(known.Length == 0 ? "; declare it under grades." : $". There are: {known}.")}")
            : columns.Find(ColumnNames.Grade) is { } column ? new IsGradeNode(column.Position, position, id, TextOf(call))
            : Broken(null);
    }

    private Node<Row> Adjustment(CallExpr call)
    {
        if (OnlyName(call) is not { } id)
        {
            return Broken(null);
        }

        if (Symbols.Definition.Adjustments.FirstOrDefault(adjustment => adjustment.Id == id) is null)
        {
            return Refuse(
                call, "unknown-adjustment", $"没有评定项 {id}:请写在 adjustments 中,并写明 from 和 to。",
                $"There is no adjustment {id}; declare it under adjustments, with from and to.");
        }

        return (columns.Find(ColumnNames.AdjustmentFrom(id)), columns.Find(ColumnNames.AdjustmentTo(id))) is ({ } from, { } to)
            ? new AdjustmentNode(id, from.Position, to.Position, TextOf(call))
            : Broken(null);
    }

    private Node<Row> Award(CallExpr call)
    {
        if (OnlyName(call) is not { } id)
        {
            return Broken(null);
        }

        if (!KnowsAwards)
        {
            return Refuse(
                call, "award-elsewhere", "award( ) 只能写在奖励的 when 中。", "award( ) stands in the condition (when) of an award only.");
        }

        return Symbols.Definition.Awards.Any(award => award.Id == id)
            ? new AwardedNode(id, TextOf(call))
            : Refuse(call, "unknown-award", $"没有奖励 {id}:请写在 awards 中。", $"There is no award {id}; declare it under awards.");
    }

    private Node<Row> Account(CallExpr call)
    {
        if (OnlyName(call) is not { } id)
        {
            return Broken(null);
        }

        return Symbols.Definition.Accounts.Any(account => account.Id == id)
            ? new AccountNode(id, columns.Find(ColumnNames.AccountStart(id))?.Position, TextOf(call))
            : Refuse(
                call, "unknown-account", $"没有账户 {id}:请写在 accounts 中。", $"There is no account {id}; declare it under accounts.");
    }

    private Node<Row> Paid(CallExpr call)
    {
        if (OnlyName(call) is not { } id)
        {
            return Broken(null);
        }

        if (!KnowsPayments)
        {
            return Refuse(
                call, "paid-elsewhere", "paid( ) 只能写在账户的公式中。", "paid( ) stands in the formula of an account only.");
        }

        return Symbols.Definition.Awards.Any(award => award.Id == id)
            ? new PaidNode(id, TextOf(call))
            : Refuse(call, "unknown-award", $"没有奖励 {id}:请写在 awards 中。", $"There is no award {id}; declare it under awards.");
    }

    private Node<Row> Carried(CallExpr call)
    {
        if (OnlyName(call) is not { } id)
        {
            return Broken(null);
        }

        return Symbols.Definition.Carries.Any(carry => carry.Id == id)
            ? new CarriedNode(id, columns.Find(ColumnNames.CarryStart(id))?.Position, TextOf(call))
            : Refuse(
                call, "unknown-carry", $"没有结转项 {id}:请写在 carries 中。", $"There is no carry {id}; declare it under carries.");
    }

    private TermNode StageTerm(NameExpr name, Func<Row, int> read) =>
        new(name.Name, ValueKind.Number, false, row => Result.Of((decimal)read(row)), TextOf(name));

    private TermNode AsOf(Expr expr)
    {
        IsDated = true;
        return new TermNode("asOf", ValueKind.Date, true, static row => Result.Of((decimal)row.AsOf.DayNumber), TextOf(expr));
    }

    private Node<Row> DaysSince(CallExpr call)
    {
        if (call.Arguments is not [var date])
        {
            return Refuse(call, "argument-count", "daysSince 应有 1 项:日期。", "daysSince takes one term, a date.");
        }

        var until = new TermNode("asOf", ValueKind.Date, true, static row => Result.Of((decimal)row.AsOf.DayNumber), "asOf");
        IsDated = true;
        return new OperationNode<Row>(
            BinaryOperator.Subtract, until, Build(date, ValueKind.Date), new ColumnType(ValueKind.Number, Occasion.Stage),
                TextOf(call));
    }

    private Node<Row> DateLiteral(CallExpr call)
    {
        if (call.Arguments is [NumberExpr year, NumberExpr month, NumberExpr day]
            && year.Value is >= 1m and <= 9999m && month.Value is >= 1m and <= 12m && day.Value >= 1m
            && decimal.IsInteger(year.Value) && decimal.IsInteger(month.Value) && decimal.IsInteger(day.Value)
            && day.Value <= DateTime.DaysInMonth((int)year.Value, (int)month.Value))
        {
            return Literal(ValueKind.Date, new DateOnly((int)year.Value, (int)month.Value, (int)day.Value).DayNumber, call);
        }

        return Refuse(call, "date-form", "日期应写 date(2026, 1, 31)。", "Write a date as date(2026, 1, 31).");
    }

    private static LiteralNode<Row> Broken(FoldFunction? fold) =>
        new(ValueKind.NotSet, Result.Na(NaReason.Missing), fold?.Name ?? "?");
}
