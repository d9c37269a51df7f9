namespace Ganchao.Scoring;

/// <summary>Gates that set, add to or exclude the points of an indicator, a section or the total.</summary>
/// <param name="effects">In the order of the rulebook, each with the column of its gate's condition.</param>
internal sealed class GatedNode(Node<Row> inner, IReadOnlyList<(string Gate, int Condition, GateEffect Effect)> effects)
    : Node<Row>(inner.Type, inner.Formula)
{
    public override Result Evaluate(Row context)
    {
        var result = inner.Evaluate(context);
        foreach (var (_, condition, effect) in effects)
        {
            result = Fires(context, condition) ? Applied(effect, result) : result;
        }

        return result;
    }

    public override Explanation Explain(Row context)
    {
        var step = inner.Explain(context);
        foreach (var (gate, condition, effect) in effects)
        {
            if (Fires(context, condition))
            {
                var note = new Note($"触发 {gate}", $"gate {gate} fired");
                step = new Explanation(
                    ExplanationKind.Gate, gate, step.Formula, step.Numbers, Applied(effect, step.Result), note, [step]);
            }
        }

        return step;
    }

    private static bool Fires(Row context, int condition) =>
        context.Column(condition) is { IsNumber: true, Number: 1m };

    private static Result Applied(GateEffect effect, Result result)
    {
        try
        {
            return effect.Action switch
            {
                GateAction.Set => Result.Of(effect.Number),
                GateAction.Add => result.IsNumber ? Result.Of(result.Number + effect.Number) : result,
                _ => Result.Na(NaReason.Excluded),
            };
        }
        catch (OverflowException)
        {
            return Result.Na(NaReason.Overflow);
        }
    }
}
