using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>A column that the rulebook declares, before it is built.</summary>
internal sealed record ColumnPlan
{
    /// <summary>With a formula: what it uses is read from the formula.</summary>
    public ColumnPlan(string name, Formula formula, ValueKind kind) => (Name, Formula, Kind, Place) =
        (name, formula, kind, formula.Place);

    /// <summary>Without one: the finish makes the root from other columns, which <see cref="Uses"/> must name.</summary>
    public ColumnPlan(string name, TextPlace place) =>
        (Name, Formula, Kind, Place) = (name, new Formula("", new NumberExpr(0m, 0, 0), place), ValueKind.Number, place);

    public string Name { get; }

    public Formula Formula { get; }

    public ValueKind Kind { get; }

    public TextPlace Place { get; }

    public IndicatorDefinition? Indicator { get; init; }

    public Func<Node<Row>, Node<Row>> Finish { get; init; } = static root => root;

    public ImmutableArray<string> AlsoUses { get; init; } = [];

    public IEnumerable<string> Uses
    {
        get => field ?? InFormula().Concat(AlsoUses);
        init;
    }

    /// <summary>Whether it may have to wait until a column of others is there.</summary>
    public bool LooksAtOthers => Formula.Root.Whole().Any(static expr => expr is CallExpr call
        && (FunctionLibrary.Cohorts.ContainsKey(call.Name) || CohortCalls.Names.Contains(call.Name)));

    private IEnumerable<string> InFormula()
    {
        foreach (var expr in Formula.Root.Whole())
        {
            switch (expr)
            {
                case CallExpr { Name: "value" or "points" or "section", Arguments: [NameExpr id] } call:
                    yield return $"{call.Name}({id.Name})";
                    break;
                case CallExpr { Name: "adjustment", Arguments: [NameExpr id] }:
                    yield return ColumnNames.AdjustmentFrom(id.Name);
                    yield return ColumnNames.AdjustmentTo(id.Name);
                    break;
                case CallExpr { Name: "account", Arguments: [NameExpr id] }:
                    yield return ColumnNames.AccountStart(id.Name);
                    break;
                case CallExpr { Name: "carried", Arguments: [NameExpr id] }:
                    yield return ColumnNames.CarryStart(id.Name);
                    break;
                case CallExpr { Name: "grade" }:
                    yield return ColumnNames.Grade;
                    break;
                case NameExpr { Name: "value" } when Indicator is not null:
                    yield return ColumnNames.Value(Indicator.Id);
                    break;
                case NameExpr { Name: "eligible" }:
                    yield return ColumnNames.Eligible;
                    break;
                case NameExpr { Name: "total" }:
                    yield return ColumnNames.Total;
                    break;
            }
        }
    }
}
