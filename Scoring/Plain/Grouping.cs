using System.Globalization;

namespace Ganchao.Scoring.Plain;

/// <summary>What a fold takes together before it counts.</summary>
internal enum Grouping
{
    NotSet = 0,
    Record,
    Shift,
    Day,
    Product,
}

/// <summary>Equal keys are one group; what a grouping does not look at stays empty.</summary>
internal sealed record GroupKey(
    string Date = "", string Sheet = "", string Subject = "", string Product = "", string WorkOrder = "", string Detail = "",
        string Record = "")
{
    public static GroupKey Of(Fact fact, Grouping grouping) => grouping switch
    {
        Grouping.Record => new(DateOf(fact), fact.Sheet, fact.Subject, fact.Product, fact.WorkOrder, fact.Detail, fact.Record),
        Grouping.Shift => new(DateOf(fact), fact.Sheet),
        Grouping.Day => new(DateOf(fact)),
        Grouping.Product => new(Product: fact.Product),
        Grouping.NotSet => throw new ArgumentException("Groups need a grouping.", nameof(grouping)),
    };

    private static string DateOf(Fact fact) => fact.Date.ToString("O", CultureInfo.InvariantCulture);
}

internal static class Groupings
{
    /// <summary>As a wrapper says, wherever in the expression it stands; records when there is none.</summary>
    public static Grouping Of(Expr expr)
    {
        var found = AllIn(expr).Distinct().ToList();
        return found switch
        {
            [] => Grouping.Record,
            [var only] => only,
            _ => throw new UncheckedRulebookException($"'{ExprText.Of(expr)}' groups in two ways."),
        };
    }

    /// <summary>The expression within a wrapper; null when the call is no wrapper.</summary>
    public static Expr? Wrapped(CallExpr call) => call switch
    {
        { Name: "perRecord" or "perShift" or "perDay", Arguments: [var grouped] } => grouped,
        { Name: "per", Arguments: [NameExpr { Name: "product" }, var grouped] } => grouped,
        _ => null,
    };

    private static IEnumerable<Grouping> AllIn(Expr expr)
    {
        var own = expr is CallExpr call && Wrapped(call) is not null ? Named(call.Name) : Grouping.NotSet;
        var inner = expr.Parts().SelectMany(AllIn);
        return own == Grouping.NotSet ? inner : inner.Prepend(own);
    }

    private static Grouping Named(string wrapper) => wrapper switch
    {
        "perShift" => Grouping.Shift,
        "perDay" => Grouping.Day,
        "per" => Grouping.Product,
        _ => Grouping.Record,
    };
}
