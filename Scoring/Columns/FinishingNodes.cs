namespace Ganchao.Scoring;

/// <summary>Rounds where the rulebook says so.</summary>
internal sealed class RoundedNode(Node<Row> inner, int decimals, RoundingMode mode) : Node<Row>(inner.Type, inner.Formula)
{
    public override Result Evaluate(Row context) => Rounded(inner.Evaluate(context));

    public override Explanation Explain(Row context)
    {
        var before = inner.Explain(context);
        var after = Rounded(before.Result);
        return new Explanation(
            ExplanationKind.Rounding,
            mode.ToString(),
            inner.Formula,
            before.Numbers,
            after,
            new Note($"保留 {NumberText.Of(decimals)} 位小数", $"rounded to {NumberText.Of(decimals)} decimals, {mode}"),
            [before]);
    }

    private Result Rounded(Result result)
    {
        try
        {
            return result.IsNumber ? Result.Of(Exact.Rounded(result.Number, decimals, mode)) : result;
        }
        catch (OverflowException)
        {
            return Result.Na(NaReason.Overflow);
        }
    }
}

/// <summary>Floor first, then cap.</summary>
internal sealed class BoundedNode(Node<Row> inner, decimal? floor, decimal? cap) : Node<Row>(inner.Type, inner.Formula)
{
    public override Result Evaluate(Row context) => Bounded(inner.Evaluate(context));

    public override Explanation Explain(Row context)
    {
        var before = inner.Explain(context);
        var after = Bounded(before.Result);
        return after == before.Result ? before : new Explanation(
            ExplanationKind.Rounding,
            "bounds",
            inner.Formula,
            before.Numbers,
            after,
            new Note($"限于 {NumberText.Of(after.Number)}", $"held at {NumberText.Of(after.Number)}"),
            [before]);
    }

    private Result Bounded(Result result)
    {
        if (!result.IsNumber)
        {
            return result;
        }

        var number = floor is { } low ? Math.Max(result.Number, low) : result.Number;
        return Result.Of(cap is { } high ? Math.Min(number, high) : number);
    }
}

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
            new Note($"无数({before.Result.Reason}){EffectOf(indicator, before.Result).Mark}", $"n/a ({before.Result.Reason}) {EffectOf(indicator, before.Result).Mark}"),
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
