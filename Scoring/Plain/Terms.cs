namespace Ganchao.Scoring.Plain;

/// <summary>What is agreed for an entrant, and the calendar (section 6 of the language).</summary>
internal static class Terms
{
    public static bool Knows(string function) => function is "plan" or "baseline" or "coefficient" or "reference" or "tag" or "adjustment" or "carried" or "account" or "daysSince" or "date";

    public static Result Evaluate(CallExpr call, EntrantSurroundings entrant) => call switch
    {
        { Name: "plan", Arguments: [var input] } => Plan(InputOf(input, entrant), basis: null, entrant),
        { Name: "plan", Arguments: [var input, var basis] } => Plan(InputOf(input, entrant), BasisOf(Words.Of(basis)), entrant),
        { Name: "baseline", Arguments: [var input] } =>
            Found(entrant.Scored.Terms.Baselines, InputOf(input, entrant).Measure, NaReason.NoBaseline),
        { Name: "coefficient", Arguments: [var name] } =>
            Found(entrant.Scored.Terms.Coefficients, Words.Of(name), NaReason.NoCoefficient),
        { Name: "reference", Arguments: [var name] } =>
            Found(entrant.Recount.Stage.References, Words.Of(name), NaReason.NoReference),
        { Name: "tag", Arguments: [var name] } => entrant.Scored.Terms.Tags.TryGetValue(Words.Of(name), out var text)
            ? entrant.Text(text)
            : Result.Na(NaReason.NoTag),
        { Name: "account", Arguments: [var name] } => Account(Words.Of(name), entrant),
        { Name: "carried", Arguments: [var name] } => Carried(Words.Of(name), entrant),
        { Name: "adjustment", Arguments: [var name] } => Adjustment(Words.Of(name), entrant),
        { Name: "daysSince", Arguments: [var date] } => DaysSince(Formulas.Evaluate(date, entrant), entrant.Recount.AsOf),
        { Name: "date", Arguments: [NumberExpr year, NumberExpr month, NumberExpr day] } =>
            Result.Of(new DateOnly((int)year.Value, (int)month.Value, (int)day.Value).DayNumber),
        _ => throw new UncheckedRulebookException($"'{ExprText.Of(call)}' has other terms than '{call.Name}' takes."),
    };

    private static Result Plan(InputDefinition input, PlanBasis? basis, EntrantSurroundings entrant)
    {
        var plan = entrant.Scored.Terms.Plans.GetValueOrDefault(input.Measure);
        var figure = (basis ?? input.Plan) switch
        {
            PlanBasis.Original => plan?.Original,
            PlanBasis.Adjusted => plan?.Adjusted,
            PlanBasis.ToDate => plan?.ToDate,
            PlanBasis.NotSet => throw new UncheckedRulebookException($"Input '{input.Name}' has no basis of its plan."),
        };
        return figure is { } number ? Result.Of(number) : Result.Na(NaReason.NoPlan);
    }

    private static Result Account(string name, EntrantSurroundings entrant)
    {
        var account = entrant.Recount.Rulebook.Accounts.FirstOrDefault(account => account.Id == name)
            ?? throw new UncheckedRulebookException($"'{name}' is no account.");
        var field = entrant.Recount.DivisionsApart ? entrant.Scored.Entrant.Division : "";
        return entrant.Recount.Stage.Opening(field, name)
            ?? (account.Start is { } start
                ? Formulas.Evaluate(start.Root, new EntrantSurroundings(entrant.Recount, entrant.Scored, own: null))
                : Result.Zero);
    }

    private static Result Carried(string name, EntrantSurroundings entrant)
    {
        var carry = entrant.Recount.Rulebook.Carries.FirstOrDefault(carry => carry.Id == name)
            ?? throw new UncheckedRulebookException($"'{name}' is no carry.");
        if (entrant.Scored.Terms.Carried.TryGetValue(name, out var stored))
        {
            return stored;
        }

        return carry.Start is { } start
            ? Formulas.Evaluate(start.Root, new EntrantSurroundings(entrant.Recount, entrant.Scored, own: null))
            : Result.Na(NaReason.NoHistory);
    }

    private static Result Adjustment(string name, EntrantSurroundings entrant)
    {
        var stated = entrant.Recount.Rulebook.Adjustments.FirstOrDefault(adjustment => adjustment.Id == name)
            ?? throw new UncheckedRulebookException($"'{name}' is no adjustment.");
        if (!entrant.Scored.Terms.Adjustments.TryGetValue(name, out var recorded))
        {
            return Result.Na(NaReason.NotDecided);
        }

        var (from, to) = entrant.Recount.Columns.RangeOf(entrant.Scored, stated);
        if (!from.IsNumber || !to.IsNumber)
        {
            return Numbers.FirstNa(from, to);
        }

        return Numbers.Compare(recorded.Amount, from.Number) < 0 || Numbers.Compare(recorded.Amount, to.Number) > 0
            ? Result.Na(NaReason.OutOfDomain)
            : Result.Of(recorded.Amount);
    }

    private static PlanBasis BasisOf(string word) => word switch
    {
        "original" => PlanBasis.Original,
        "adjusted" => PlanBasis.Adjusted,
        "toDate" => PlanBasis.ToDate,
        _ => throw new UncheckedRulebookException($"'{word}' is no basis of a plan."),
    };

    private static Result Found(IReadOnlyDictionary<string, decimal> figures, string name, NaReason otherwise) =>
        figures.TryGetValue(name, out var figure) ? Result.Of(figure) : Result.Na(otherwise);

    private static Result DaysSince(Result date, DateOnly asOf) => Numbers.Subtract(Result.Of(asOf.DayNumber), date);

    private static InputDefinition InputOf(Expr name, EntrantSurroundings entrant) =>
        entrant.Recount.Inputs.Input(Words.Of(name))
        ?? throw new UncheckedRulebookException($"'{ExprText.Of(name)}' is no input.");
}
