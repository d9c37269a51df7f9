namespace Ganchao.Scoring;

/// <summary>
/// <c>plan(input, basis)</c>, <c>baseline(input)</c>, <c>coefficient(name)</c>: what is known of an entrant
/// besides its figures.
/// </summary>
internal sealed class TermCalls(ColumnFormulaBuilder builder, RulebookSymbols symbols)
{
    public Node<Row> Build(CallExpr call, string text)
    {
        if (call.Arguments is not [NameExpr name, ..] || call.Arguments.Length > (call.Name == "plan" ? 2 : 1))
        {
            return builder.Refuse(call, "name-expected", $"{call.Name}( ) 中应写一个名称。", $"{call.Name}( ) takes one name.");
        }

        if (call.Name == "coefficient")
        {
            return Term(name.Name, row => Found(row.Terms.Coefficients, name.Name, NaReason.NoCoefficient), text);
        }

        if (call.Name == "reference")
        {
            return Term(name.Name, row => Found(row.Stage.References, name.Name, NaReason.NoReference), text);
        }

        if (call.Name == "tag")
        {
            return new TagNode(name.Name, text);
        }

        if (symbols.Input(name.Name) is not { } position)
        {
            return builder.Refuse(
                name, "unknown-name", $"没有名为 {name.Name} 的数据:请在 inputs 中声明。",
                $"There is no input {name.Name}; declare it under inputs.");
        }

        var input = symbols.Definition.Inputs[position];
        return call.Name == "baseline"
            ? Term(input.Name, row => Found(row.Terms.Baselines, input.Measure, NaReason.NoBaseline), text)
            : Plan(call, input, text);
    }

    private Node<Row> Plan(CallExpr call, InputDefinition input, string text)
    {
        PlanBasis? basis = call.Arguments.Length == 1 ? input.Plan : call.Arguments[1] switch
        {
            NameExpr { Name: "original" } => PlanBasis.Original,
            NameExpr { Name: "adjusted" } => PlanBasis.Adjusted,
            NameExpr { Name: "toDate" } => PlanBasis.ToDate,
            _ => null,
        };
        return basis is { } known
            ? Term(input.Name, row => PlanOf(row.Terms, input.Measure, known), text)
            : builder.Refuse(
                call.Arguments[1], "word-expected", "此处应写:original, adjusted, toDate。",
                "Here must stand one of: original, adjusted, toDate.");
    }

    private static Result PlanOf(EntrantTerms terms, string measure, PlanBasis basis)
    {
        var figures = terms.Plans.GetValueOrDefault(measure);
        var plan = basis switch
        {
            PlanBasis.Original => figures?.Original,
            PlanBasis.Adjusted => figures?.Adjusted,
            _ => figures?.ToDate,
        };
        return plan is { } number ? Result.Of(number) : Result.Na(NaReason.NoPlan);
    }

    private static Result Found(IReadOnlyDictionary<string, decimal> terms, string name, NaReason otherwise) =>
        terms.TryGetValue(name, out var number) ? Result.Of(number) : Result.Na(otherwise);

    private static TermNode Term(string subject, Func<Row, Result> read, string text) =>
        new(subject, ValueKind.Number, false, read, text);
}
