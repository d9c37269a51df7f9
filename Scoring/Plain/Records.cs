namespace Ganchao.Scoring.Plain;

/// <summary>The facts of one record, in order of occurrence, and what inputs and product attributes amount to in it.</summary>
internal sealed class Record(IReadOnlyList<Fact> facts, Inputs inputs) : ISurroundings
{
    // A derived input may be used many times by the next one: each is worked out once.
    private readonly Dictionary<InputDefinition, Result> _known = new(ReferenceEqualityComparer.Instance);

    public Result Input(InputDefinition input) => _known.TryGetValue(input, out var known)
        ? known
        : _known[input] = input.Formula is null ? Entered(input) : Derived(input, input.Formula);

    public Result Name(NameExpr name)
    {
        if (inputs.Constant(name.Name) is { } constant)
        {
            return Result.Of(constant);
        }

        return inputs.Input(name.Name) is { } input
            ? Input(input)
            : throw new UncheckedRulebookException($"'{name.Name}' is not known within a fold.");
    }

    public Result Text(string text) => inputs.Texts.Of(text);

    public Result Call(CallExpr call)
    {
        if (Groupings.Wrapped(call) is { } grouped)
        {
            return Formulas.Evaluate(grouped, this);
        }

        return call is { Name: "attribute", Arguments: [var attribute] }
            ? Attribute(Words.Of(attribute))
            : throw new UncheckedRulebookException($"'{call.Name}' is not known within a fold.");
    }

    public decimal Fixed(Expr expr) => inputs.Fixed(expr);

    private Result Entered(InputDefinition input)
    {
        var figures = facts.Where(fact => Inputs.Belongs(fact, input)).Select(fact => Numbers.Quantised(Figure(fact, input)));
        return Numbers.SumOfPresent(figures);
    }

    private static Result Figure(Fact fact, InputDefinition input)
    {
        if (fact.Value is { } value)
        {
            return Result.Of(value);
        }

        return input.Refused == RefusedFigures.Zero ? Result.Zero : Result.Na(NaReason.Refused);
    }

    private Result Derived(InputDefinition input, Formula formula) =>
        inputs.EnteredBehind(input).Any(entered => facts.Any(fact => Inputs.Belongs(fact, entered)))
            ? Formulas.Evaluate(formula.Root, this)
            : Result.Na(NaReason.Missing);

    private Result Attribute(string name)
    {
        foreach (var fact in facts)
        {
            if (fact.Attributes.TryGetValue(name, out var value))
            {
                return Result.Of(value);
            }
        }

        return Result.Na(NaReason.NoAttribute);
    }
}

/// <summary>Several records taken together: an input is the sum over the records that have it.</summary>
internal sealed class RecordsTogether(IReadOnlyList<Record> records, Inputs inputs) : ISurroundings
{
    public Result Name(NameExpr name)
    {
        if (inputs.Constant(name.Name) is { } constant)
        {
            return Result.Of(constant);
        }

        return inputs.Input(name.Name) is { } input
            ? Sum(input)
            : throw new UncheckedRulebookException($"'{name.Name}' is not known within a fold.");
    }

    public Result Text(string text) => inputs.Texts.Of(text);

    public Result Call(CallExpr call) => Groupings.Wrapped(call) is { } grouped
        ? Formulas.Evaluate(grouped, this)
        : throw new UncheckedRulebookException($"'{call.Name}' is not known within a fold of shifts, days or products.");

    public decimal Fixed(Expr expr) => inputs.Fixed(expr);

    private Result Sum(InputDefinition input) =>
        Numbers.SumOfPresent(records.Select(record => Numbers.Quantised(record.Input(input))));
}
