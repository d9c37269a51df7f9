namespace Ganchao.Scoring;

/// <summary>How formulas write groupings.</summary>
internal static class GroupingWords
{
    /// <summary>Grouping and grouped expression; null when the call is none, or not well formed.</summary>
    public static (Grouping Grouping, Expr Inner)? Of(CallExpr call) => call switch
    {
        { Name: "perRecord", Arguments: [var inner] } => (Grouping.Record, inner),
        { Name: "perShift", Arguments: [var inner] } => (Grouping.Shift, inner),
        { Name: "perDay", Arguments: [var inner] } => (Grouping.Day, inner),
        { Name: "per", Arguments: [NameExpr { Name: "product" }, var inner] } => (Grouping.Product, inner),
        _ => null,
    };

    public static Occasion OccasionOf(Grouping grouping) => grouping switch
    {
        Grouping.NotSet or Grouping.Record => Occasion.Record,
        Grouping.Shift => Occasion.Shift,
        Grouping.Day => Occasion.Day,
        Grouping.Product => Occasion.Stage,
    };
}
