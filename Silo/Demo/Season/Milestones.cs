using System.Collections.Immutable;

namespace Ganchao.Silo.Demo.Season;

/// <summary>A key project's four milestones, when they are due, and when a project reached them.</summary>
internal static class Milestones
{
    public const string Casting = "铸造或下料";
    public const string Machining = "加工";

    // Days late; all others are reached in time. ZD-03 is behind in its last month.
    private static readonly Dictionary<(string No, string Milestone), int> Late = new()
    {
        [("ZD-01", Casting)] = 1,
        [("ZD-03", Machining)] = 4,
        [("ZD-05", Casting)] = 3,
    };

    /// <summary>
    /// The milestones by due date: 5th working day of the first month, its last one, the 10th of the third month, the third
    /// working day before its end.
    /// </summary>
    public static ImmutableArray<(string Milestone, DateOnly Due)> Of(DemoSeason season)
    {
        var (first, last) = (season.Month(1), season.Month(DemoMonth.PerQuarter));
        return
        [
            ("投料", first.WorkingDays[4]),
            (Casting, first.WorkingDays[^1]),
            (Machining, last.Start.AddDays(9)),
            ("入库", last.WorkingDays[^3]),
        ];
    }

    /// <summary>The working day on which a project reaches a milestone.</summary>
    public static DateOnly ReachedOn(string no, string milestone, DateOnly due) =>
        Late.TryGetValue((no, milestone), out var days) ? DemoSeason.OnOrAfter(due.AddDays(days)) : DemoSeason.OnOrBefore(due);
}
