using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>Calls that look at other entrants and are more than a function over a column.</summary>
internal static class CohortCalls
{
    public const string Closest = "closest";
    public const string Within = "within";
    public const string Among = "among";
    public const string Of = "of";

    public static readonly ImmutableArray<string> Names = [Closest, Within, Among, Of];

    /// <summary>The name of the tag in the first term; null when there is none.</summary>
    public static string? TagOf(CallExpr call) =>
        call.Arguments is [CallExpr { Name: "tag", Arguments: [NameExpr tag] }, _] ? tag.Name : null;

    /// <summary>The side in the third term: -1 at or below, 1 at or above, 0 both; null when the terms are wrong.</summary>
    public static int? SideOf(CallExpr call) => call.Arguments switch
    {
        [_, _] => 0,
        [_, _, NameExpr { Name: "below" }] => -1,
        [_, _, NameExpr { Name: "above" }] => 1,
        _ => null,
    };
}
