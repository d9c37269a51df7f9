namespace Ganchao.Scoring.Plain;

/// <summary>Vetoes: which fired, and what they do to points and rights.</summary>
internal sealed class Gates(Recount recount)
{
    public Verdict Fired(Scored entrant, GateDefinition gate)
    {
        var condition = recount.Columns.GateCondition(entrant, gate);
        if (!condition.IsNumber)
        {
            return Verdict.Unknown;
        }

        return condition == Result.Of(true) ? Verdict.Yes : Verdict.No;
    }

    /// <summary>The effects on one target of the gates that fired, in order of gates and of effects within.</summary>
    public IEnumerable<(GateDefinition Gate, GateEffect Effect)> EffectsOn(Scored entrant, GateScope scope, string target)
    {
        foreach (var gate in recount.Rulebook.Gates)
        {
            // Only gates with an effect here are asked: the others may depend on what is computed here.
            var effects = gate.Effects.Where(effect => effect.Scope == scope && effect.Target == target).ToList();
            if (effects.Count > 0 && Fired(entrant, gate) == Verdict.Yes)
            {
                foreach (var effect in effects)
                {
                    yield return (gate, effect);
                }
            }
        }
    }

    public Result Applied(Result points, Scored entrant, GateScope scope, string target)
    {
        foreach (var (_, effect) in EffectsOn(entrant, scope, target))
        {
            points = Applied(points, effect);
        }

        return points;
    }

    public static Result Applied(Result points, GateEffect effect) => effect.Action switch
    {
        GateAction.Set => Result.Of(effect.Number),
        GateAction.Add => Numbers.Add(points, Result.Of(effect.Number)),
        GateAction.Exclude => Result.Na(NaReason.Excluded),
        GateAction.Hold or GateAction.NotSet => throw new UncheckedRulebookException("Points cannot be put on hold."),
    };

    /// <summary>What is left of a right to a grade, an award or a place in the rating; the strongest effect stays.</summary>
    public Clearance Clearance(Scored entrant, GateScope right)
    {
        var actions = EffectsOn(entrant, right, "").Select(static fired => fired.Effect.Action).ToList();
        if (actions.Contains(GateAction.Exclude))
        {
            return Scoring.Clearance.Excluded;
        }

        return actions.Contains(GateAction.Hold) ? Scoring.Clearance.Held : Scoring.Clearance.Open;
    }

    /// <summary>Quiet gates are left out.</summary>
    public IEnumerable<GateFinding> Findings(Scored entrant) => recount.Rulebook.Gates
        .Select(gate => new GateFinding(gate.Id, Fired(entrant, gate)))
        .Where(static finding => finding.Fired != Verdict.No);
}
