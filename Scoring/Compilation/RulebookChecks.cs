namespace Ganchao.Scoring;

/// <summary>What can be said of a rulebook without looking into its formulas.</summary>
internal sealed class RulebookChecks(RulebookDefinition book, Findings findings)
{
    public void Run()
    {
        CheckWeights();
        foreach (var indicator in book.Indicators)
        {
            Check(indicator);
        }

        foreach (var gate in book.Gates)
        {
            Check(gate);
        }

        new UnitChecks(book, findings).Run();
        new RatioChecks(book, findings).Run();
        new UseChecks(book, findings).Run();
        new ReachChecks(book, findings).Run();
    }

    private void CheckWeights()
    {
        var sum = book.Indicators.Sum(static indicator => indicator.Base ?? 0m);
        if (book.Weights is { } declared && sum != declared)
        {
            findings.Error(
                "weights",
                book.WeightsPlace,
                $"各指标基分合计 {NumberText.Of(sum)},而 weights 为 {NumberText.Of(declared)}:请改到相等。",
                $"The bases add up to {NumberText.Of(sum)}, but weights is {NumberText.Of(declared)}; make them equal.");
        }
    }

    private void Check(IndicatorDefinition indicator)
    {
        if (indicator.Section.Length > 0 && book.Sections.All(section => section.Id != indicator.Section))
        {
            findings.Error(
                "unknown-section",
                indicator.Place,
                $"没有分区 {indicator.Section}:请在 sections 中声明。",
                $"There is no section {indicator.Section}; declare it under sections.");
        }

        var effects = new[] { indicator.WhenMissing, indicator.WhenRefused, indicator.WhenNa };
        if (indicator.Base is null && effects.Any(static effect => effect.Kind == MissingEffectKind.Neutral))
        {
            findings.Error("no-base", indicator.Place, "neutral 取基分:请写上 base。", "neutral stands for the base; declare base.");
        }
    }

    private void Check(GateDefinition gate)
    {
        if (gate.Effects.IsEmpty)
        {
            findings.Error(
                "gate-without-scope",
                gate.Place,
                $"否决 {gate.Id} 没有写明作用于何处:请写 scope 和 effect。",
                $"Gate {gate.Id} does not say what it acts on; write scope and effect.");
        }

        foreach (var effect in gate.Effects)
        {
            Check(gate, effect);
        }
    }

    private void Check(GateDefinition gate, GateEffect effect)
    {
        if (effect.Scope == GateScope.NotSet || effect.Action == GateAction.NotSet)
        {
            findings.Error(
                "gate-without-scope",
                effect.Place,
                $"否决 {gate.Id} 须写明 scope 和 effect。",
                $"Gate {gate.Id} needs both scope and effect.");
        }
        else if (!Fits(effect))
        {
            findings.Error(
                "gate-effect",
                effect.Place,
                $"否决 {gate.Id}:该 effect 不能用于此 scope。zero、set、add 用于分数,exclude、hold 用于奖励,exclude 用于指标和排名。",
                $"Gate {gate.Id}: this effect does not fit its scope. zero, set, add act on points; " +
                $"exclude on indicators and rights; hold on grade and award.");
        }

        var known = effect.Scope switch
        {
            GateScope.Indicator => book.Indicators.Any(indicator => indicator.Id == effect.Target),
            GateScope.Section => book.Sections.Any(section => section.Id == effect.Target),
            _ => true,
        };
        if (!known)
        {
            findings.Error(
                "unknown-column",
                effect.Place,
                $"否决 {gate.Id} 作用于不存在的 {effect.Target}。",
                $"Gate {gate.Id} acts on {effect.Target}, which there is not.");
        }
    }

    private static bool Fits(GateEffect effect) => effect.Action switch
    {
        GateAction.Set or GateAction.Add => effect.Scope is GateScope.Indicator or GateScope.Section or GateScope.Total,
        GateAction.Exclude => effect.Scope is GateScope.Indicator or GateScope.Grade or GateScope.Award or GateScope.Rating,
        GateAction.Hold => effect.Scope is GateScope.Grade or GateScope.Award,
        GateAction.NotSet => false,
    };
}
