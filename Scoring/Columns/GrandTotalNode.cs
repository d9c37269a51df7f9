namespace Ganchao.Scoring;

/// <summary>Sections in their order and, behind them, the indicators without a section. Excluded ones are left out.</summary>
/// <param name="loose">Null when every indicator has a section.</param>
internal sealed class GrandTotalNode(IReadOnlyList<(int Column, string Id, decimal? Base)> sections, GatheredNode? loose)
    : Node<Row>(new ColumnType(ValueKind.Number, Occasion.Stage), "total")
{
    private readonly GatheredNode _sections = new(sections, highestOnly: false, "total");

    public override Result Evaluate(Row context)
    {
        var bySection = _sections.Evaluate(context);
        if (loose is null || bySection is { IsNumber: false, Reason: not NaReason.Excluded })
        {
            return bySection;
        }

        var alone = loose.Evaluate(context);
        return bySection.Reason == NaReason.Excluded ? alone
            : alone.Reason == NaReason.Excluded ? bySection
            : Operation.Apply(BinaryOperator.Add, bySection, alone);
    }

    public override string Numbers(Row context) => loose is null ? _sections.Numbers(context)
        : sections.Count == 0 ? loose.Numbers(context)
        : $"{_sections.Numbers(context)} + {loose.Numbers(context)}";

    public override Explanation Explain(Row context) =>
        new(ExplanationKind.Formula, "sum", Formula, Numbers(context), Evaluate(context),
            (loose ?? _sections).Explain(context).Note, []);
}
