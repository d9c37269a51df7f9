using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>Reads <c>gates</c> and <c>eligibility</c>.</summary>
internal static class GatePart
{
    public static GateDefinition Read(PartItem item)
    {
        var part = item.Value.Child();
        var gate = new GateDefinition
        {
            Id = item.Id,
            Names = part is not null && part.Has("names") ? part.Names("names") : new Names(item.Id, item.Id),
            When = part?.RequiredFormula("when") ?? new Formula("", new BooleanExpr(false, 0, 0), item.Place),
            Effects = part is null ? [] : ReadEffects(part),
            Place = item.Place,
        };
        part?.RefuseOtherKeys();
        return gate;
    }

    public static EligibilityDefinition ReadEligibility(PartItem item)
    {
        if (item.Value.IsScalar || item.Value.Child() is not { } part)
        {
            return new EligibilityDefinition(item.Id, new Names(item.Id, item.Id), item.Value.Formula(), item.Place);
        }

        var names = part.Has("names") ? part.Names("names") : new Names(item.Id, item.Id);
        var rule = new EligibilityDefinition(item.Id, names, part.RequiredFormula("formula"), item.Place);
        part.RefuseOtherKeys();
        return rule;
    }

    /// <summary>A list under <c>effects</c>, or one effect written into the gate itself.</summary>
    private static ImmutableArray<GateEffect> ReadEffects(Part gate)
    {
        if (gate.Value("effects") is not { } list)
        {
            return gate.Has("effect") || gate.Has("scope") ? [ReadEffect(gate)] : [];
        }

        return [.. list.List().Select(static item => item.Child()).OfType<Part>().Select(static part =>
        {
            var effect = ReadEffect(part);
            part.RefuseOtherKeys();
            return effect;
        })];
    }

    private static GateEffect ReadEffect(Part part)
    {
        var (scope, target) = part.Value("scope") is { } written ? ReadScope(written) : (GateScope.NotSet, "");
        var (action, number) = part.Value("effect") is { } effect ? ReadAction(effect) : (GateAction.NotSet, 0m);
        return new GateEffect(scope, target, action, number, part.Place);
    }

    private static (GateScope Scope, string Target) ReadScope(PartValue value) => value.Formula().Root switch
    {
        CallExpr { Name: "indicator", Arguments: [NameExpr target] } => (GateScope.Indicator, target.Name),
        CallExpr { Name: "section", Arguments: [NameExpr target] } => (GateScope.Section, target.Name),
        NameExpr { Name: "total" } => (GateScope.Total, ""),
        NameExpr { Name: "grade" } => (GateScope.Grade, ""),
        NameExpr { Name: "award" } => (GateScope.Award, ""),
        NameExpr { Name: "rating" } => (GateScope.Rating, ""),
        _ => value.Refuse((GateScope.NotSet, ""), "indicator(id), section(id), total, grade, award, rating"),
    };

    private static (GateAction Action, decimal Number) ReadAction(PartValue value) => value.Formula().Root switch
    {
        NameExpr { Name: "zero" } => (GateAction.Set, 0m),
        NameExpr { Name: "exclude" } => (GateAction.Exclude, 0m),
        NameExpr { Name: "hold" } => (GateAction.Hold, 0m),
        CallExpr { Name: "set", Arguments: [var number] } when Literal(number) is { } points => (GateAction.Set, points),
        CallExpr { Name: "add", Arguments: [var number] } when Literal(number) is { } points => (GateAction.Add, points),
        _ => value.Refuse((GateAction.NotSet, 0m), "zero, set(5), add(-10), exclude, hold"),
    };

    private static decimal? Literal(Expr expr) => expr switch
    {
        NumberExpr number => number.Value,
        NegateExpr { Operand: NumberExpr number } => -number.Value,
        _ => null,
    };
}
