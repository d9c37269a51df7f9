using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// Turns a parsed formula into checked nodes: resolves names, checks kinds, refuses what stands on the wrong
/// level.
/// </summary>
internal abstract class FormulaBuilder<TContext>(RulebookSymbols symbols, Findings findings, Formula formula)
{
    protected RulebookSymbols Symbols => symbols;

    protected Findings Findings => findings;

    protected Formula Formula => formula;

    public Node<TContext> Build(Expr expr) => expr switch
    {
        NumberExpr number => Literal(ValueKind.Number, number.Value, number),
        BooleanExpr truth => Literal(ValueKind.Truth, truth.Value ? 1m : 0m, truth),
        TextExpr text => new LiteralNode<TContext>(ValueKind.Text, TextNumber.Of(text.Value), TextOf(text)),
        NameExpr name => Name(name),
        CallExpr call => Call(call),
        NegateExpr negate => Sign(negate, negate.Operand, ValueKind.Number),
        NotExpr not => Sign(not, not.Operand, ValueKind.Truth),
        BinaryExpr binary => Operation(binary),
        _ => throw new ArgumentException("Unknown expression.", nameof(expr)),
    };

    /// <summary>Builds and insists on a kind.</summary>
    public Node<TContext> Build(Expr expr, ValueKind kind)
    {
        var node = Build(expr);
        return node.Type.Value == kind || node.Type.Value == ValueKind.NotSet ? node : WrongKind(expr, kind, node.Type.Value);
    }

    public Node<TContext> Refuse(Expr expr, string id, string zh, string en)
    {
        findings.Error(id, FormulaText.PlaceOf(formula.Text, expr.Start, formula.Place), zh, en);
        return new LiteralNode<TContext>(ValueKind.NotSet, Result.Na(NaReason.Missing), "?");
    }

    /// <summary>What the formula says between the ends of the expression.</summary>
    protected string TextOf(Expr expr) => formula.Text[expr.Start..Math.Min(expr.End, formula.Text.Length)];

    /// <summary>A name that only this level knows; null when it does not.</summary>
    protected abstract Node<TContext>? Leaf(NameExpr name);

    /// <summary>A call that only this level knows; null when it does not.</summary>
    protected abstract Node<TContext>? Special(CallExpr call);

    /// <summary>The value of a number written out, signed, or a constant; null for anything else.</summary>
    protected decimal? LiteralOf(Expr expr) => expr switch
    {
        NumberExpr number => number.Value,
        NegateExpr negate when LiteralOf(negate.Operand) is { } number => -number,
        NameExpr name => symbols.Constant(name.Name),
        _ => null,
    };

    /// <summary>The one name that a call takes; null after reporting that it is missing.</summary>
    protected string? OnlyName(CallExpr call)
    {
        if (call.Arguments is [NameExpr name])
        {
            return name.Name;
        }

        Refuse(call, "name-expected", $"{call.Name}( ) 中应写一个名称。", $"{call.Name}( ) takes one name.");
        return null;
    }

    protected LiteralNode<TContext> Literal(ValueKind kind, decimal value, Expr expr) =>
        new(kind, Result.Of(value), TextOf(expr));

    private Node<TContext> Name(NameExpr name)
    {
        if (symbols.Constant(name.Name) is { } constant)
        {
            return Literal(ValueKind.Number, constant, name);
        }

        if (Leaf(name) is { } leaf)
        {
            return leaf;
        }

        var meant = Nearest.To(name.Name, symbols.Names);
        return Refuse(
            name,
            "unknown-name",
            $"没有名为 {name.Name} 的数据或常数{(meant is null ? ";请在 inputs 或 constants 中声明。" : $":是否指 {meant}?")}",
            $"There is no input or constant {name.Name}" +
            (meant is null ? "; declare it under inputs or constants." : $"; did you mean {meant}?"));
    }

    private Node<TContext> Call(CallExpr call)
    {
        if (Special(call) is { } special)
        {
            return special;
        }

        if (call.Name == BandShape.Name)
        {
            return Band(call);
        }

        if (call.Name == MarginalShape.Name)
        {
            return Marginal(call);
        }

        if (call.Name == PickShape.Name)
        {
            return Pick(call);
        }

        return FunctionLibrary.Functions.TryGetValue(call.Name, out var function) ? Function(call, function)
            : UnknownFunction(call);
    }

    private Node<TContext> Function(CallExpr call, IRuleFunction function)
    {
        if (Terms(call, call.Arguments, function.Parameters) is not { } terms)
        {
            return Broken(call);
        }

        var kind = function.ResultOf([.. terms.Select(static term => term.Type.Value)]);
        if (kind == ValueKind.NotSet && terms.All(static term => term.Type.Value != ValueKind.NotSet))
        {
            return Refuse(
                call, "kinds-differ", $"{call.Name} 的两个结果种类不同。", $"The two outcomes of {call.Name} are of different kinds.");
        }

        var literals = call.Arguments.Select(LiteralOf).ToArray();
        return function.Check(literals) is { } refusal
            ? Refuse(call, refusal.Id, refusal.Zh, refusal.En)
            : new FunctionNode<TContext>(function, terms, new ColumnType(kind, GrainOf(terms)), TextOf(call));
    }

    private Node<TContext> Band(CallExpr call)
    {
        if (BandShape.Of(call, LiteralOf) is not { Refusal: null } shape)
        {
            var refusal = BandShape.Of(call, LiteralOf).Refusal!;
            return Refuse(call, refusal.Id, refusal.Zh, refusal.En);
        }

        Node<TContext>[] outcomes = [.. shape.Points.Select(Build)];
        Node<TContext>[] terms = [Build(call.Arguments[0], ValueKind.Number), .. outcomes];
        return Choice(call, shape.ToFunction(), terms, outcomes);
    }

    private Node<TContext> Marginal(CallExpr call)
    {
        var shape = MarginalShape.Of(call);
        if (shape.Refusal is { } refusal)
        {
            return Refuse(call, refusal.Id, refusal.Zh, refusal.En);
        }

        Node<TContext>[] terms = [.. shape.Terms.Select(term => Build(term, ValueKind.Number))];
        return new FunctionNode<TContext>(
            new Marginal(), terms, new ColumnType(ValueKind.Number, GrainOf(terms)), TextOf(call));
    }

    private Node<TContext> Pick(CallExpr call)
    {
        var shape = PickShape.Of(call, LiteralOf);
        if (shape.Refusal is { } refusal)
        {
            return Refuse(call, refusal.Id, refusal.Zh, refusal.En);
        }

        Node<TContext>[] outcomes = [.. shape.Outcomes.Select(Build)];
        Node<TContext>[] terms = [Build(call.Arguments[0], shape.Kind), .. outcomes];
        return Choice(call, shape.ToFunction(), terms, outcomes);
    }

    /// <summary>One of several outcomes of one kind; a band of gaps alone is a number that is never there.</summary>
    private Node<TContext> Choice(
        CallExpr call, IRuleFunction function, Node<TContext>[] terms, IReadOnlyList<Node<TContext>> outcomes)
    {
        var kinds = outcomes.Select(static outcome => outcome.Type.Value)
            .Where(static kind => kind != ValueKind.NotSet)
            .Distinct()
            .ToList();
        return kinds.Count > 1
            ? Refuse(
                call, "kinds-differ", $"{call.Name} 的各个结果种类不同。", $"The outcomes of {call.Name} are of different kinds.")
            : new FunctionNode<TContext>(
                function, terms, new ColumnType(kinds.FirstOrDefault(ValueKind.Number), GrainOf(terms)), TextOf(call));
    }

    /// <summary>The checked terms of a call; null after reporting that their number is wrong.</summary>
    protected Node<TContext>[]? Terms(CallExpr call, ImmutableArray<Expr> arguments, ImmutableArray<Parameter> parameters)
    {
        var least = parameters.Count(static parameter => !parameter.Optional);
        var most = parameters.Any(static parameter => parameter.Repeats) ? FormulaLimits.Nodes : parameters.Length;
        if (arguments.Length < least || arguments.Length > most)
        {
            Refuse(
                call,
                "argument-count",
                $"{call.Name} 应有 {least} 项{(most > least ? "或更多" : "")},却写了 {arguments.Length} 项。",
                $"{call.Name} takes {least}{(most > least ? " or more" : "")} terms here, but {arguments.Length} are written.");
            return null;
        }

        return [.. arguments.Select((argument, i) => Term(argument, parameters[Math.Min(i, parameters.Length - 1)]))];
    }

    private Node<TContext> Term(Expr argument, Parameter parameter)
    {
        if (!parameter.Words.IsDefaultOrEmpty)
        {
            var position = argument is NameExpr word ? parameter.Words.IndexOf(word.Name) : -1;
            var words = string.Join(", ", parameter.Words);
            return position < 0
                ? Refuse(argument, "word-expected", $"此处应写:{words}。", $"Here must stand one of: {words}.")
                : Literal(ValueKind.Number, position + 1, argument);
        }

        if (parameter.IsLiteral && LiteralOf(argument) is null)
        {
            return Refuse(argument, "literal-expected", "此处应直接写数。", "Here must stand a number, written out.");
        }

        return parameter.Kind == ValueKind.NotSet ? Build(argument) : Build(argument, parameter.Kind);
    }

    private Node<TContext> Sign(Expr expr, Expr inner, ValueKind kind)
    {
        var operand = Build(inner, kind);
        return new SignNode<TContext>(operand, operand.Type with { Value = kind }, TextOf(expr));
    }

    private Node<TContext> Operation(BinaryExpr binary)
    {
        var (left, right) = (Build(binary.Left), Build(binary.Right));
        var kind = OperationKinds.Of(binary.Operator, left.Type.Value, right.Type.Value);
        return kind is { } known
            ? new OperationNode<TContext>(
                binary.Operator, left, right, new ColumnType(known, GrainOf([left, right])), TextOf(binary))
            : Refuse(
                binary,
                "kinds-differ",
                $"{ExprText.Of(binary.Operator)} 两边的种类不合:{KindText.Zh(left.Type.Value)}与{KindText.Zh(right.Type.Value)}。",
                $"{ExprText.Of(binary.Operator)} does not go between {KindText.En(left.Type.Value)} and " +
                $"{KindText.En(right.Type.Value)}.");
    }

    private Node<TContext> WrongKind(Expr expr, ValueKind expected, ValueKind found) => Refuse(
        expr,
        "wrong-kind",
        $"此处应是{KindText.Zh(expected)},却是{KindText.Zh(found)}。",
        $"Here must stand {KindText.En(expected)}, but it is {KindText.En(found)}.");

    private Node<TContext> UnknownFunction(CallExpr call)
    {
        var meant = Nearest.To(call.Name, FunctionLibrary.Names);
        return Refuse(
            call,
            "unknown-function",
            $"没有函数 {call.Name}{(meant is null ? "。" : $":是否指 {meant}?")}",
            $"There is no function {call.Name}{(meant is null ? "." : $"; did you mean {meant}?")}");
    }

    private static LiteralNode<TContext> Broken(CallExpr call) => new(ValueKind.NotSet, Result.Na(NaReason.Missing), call.Name);

    private static Occasion GrainOf(IReadOnlyList<Node<TContext>> nodes) =>
        nodes.Select(static node => node.Type.Grain).DefaultIfEmpty().Max();
}
