namespace Ganchao.Scoring;

/// <summary>Puts what the rulebook states in place of points that are n/a.</summary>
internal sealed class EffectNode(Node<Row> inner, IndicatorDefinition indicator) : Node<Row>(inner.Type, inner.Formula)
{
    public override Result Evaluate(Row context)
    {
        var before = inner.Evaluate(context);
        return before.IsNumber ? before : StandIn(before);
    }

    public override Explanation Explain(Row context)
    {
        var before = inner.Explain(context);
        return before.Result.IsNumber ? before : new Explanation(
            ExplanationKind.MissingEffect,
            indicator.Id,
            inner.Formula,
            before.Numbers,
            StandIn(before.Result),
            new Note(
                $"无数({before.Result.Reason}){EffectOf(indicator, before.Result).Mark}",
                $"n/a ({before.Result.Reason}) {EffectOf(indicator, before.Result).Mark}"),
            [before]);
    }

    public static MissingEffect EffectOf(IndicatorDefinition indicator, Result before) => before.Reason switch
    {
        NaReason.Missing => indicator.WhenMissing,
        NaReason.Refused => indicator.WhenRefused,
        _ => indicator.WhenNa,
    };

    private Result StandIn(Result before)
    {
        var effect = EffectOf(indicator, before);
        return effect.Kind switch
        {
            MissingEffectKind.Points => Result.Of(effect.Points),
            MissingEffectKind.Neutral => Result.Of(indicator.Base ?? 0m),
            MissingEffectKind.Exclude => Result.Na(NaReason.Excluded),
            _ => before,
        };
    }
}
