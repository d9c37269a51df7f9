using Ganchao.Silo.Demo.Tables;

namespace Ganchao.Silo.Demo.Season;

/// <summary>What a team's month amounts to; sheets and events are made so that they add up to it.</summary>
/// <param name="Output">In the unit of the team's plan, rejected pieces taken off.</param>
/// <param name="Inspected">Pieces or heats.</param>
/// <param name="Rejected">As quality control finds them first.</param>
/// <param name="Cost">Actual cost in CNY; the budget is the plan's.</param>
/// <param name="Violations">违章.</param>
/// <param name="Overdue">逾期未整改.</param>
/// <param name="NearMisses">未遂报告.</param>
/// <param name="Site">Mean of the weekly checks.</param>
/// <param name="Adopted">建议采纳.</param>
/// <param name="Done">建议实施.</param>
internal sealed record TeamMonth(
    decimal Output,
    int Inspected,
    int Rejected,
    decimal Cost,
    int Violations,
    int Overdue,
    int NearMisses,
    decimal Site,
    int Adopted,
    int Done)
{
    private const decimal Thousand = 1_000m;
    private const decimal Spread = 0.06m;
    private const decimal HeatStep = 0.01m;

    private static readonly Dictionary<string, TeamMonth> First =
        DemoTable.Read("month-1.csv").ToDictionary(row => row["team"], FirstMonth);

    private static readonly Dictionary<string, DemoRow> Third =
        DemoTable.Read("month-3.csv").ToDictionary(row => row["team"]);

    /// <summary>Month 1 is the table; all others are made from the seed, inside ±6 % of plan.</summary>
    public static TeamMonth Of(DemoTeam team, DemoMonth month) =>
        month.Number == 1 ? First[team.Id.Value] : Made(team, month.Number);

    private static TeamMonth FirstMonth(DemoRow row) => new(
        row.Number("actual"),
        row.Count("inspected"),
        row.Count("rejectedBefore"),
        row.Number("cost") * Thousand,
        row.Count("violations"),
        row.Count("overdue"),
        row.Count("nearMisses"),
        row.Number("site"),
        row.Count("adopted"),
        row.Count("done"));

    private static TeamMonth Made(DemoTeam team, int month)
    {
        var given = month == DemoMonth.PerQuarter ? Third.GetValueOrDefault(team.Id.Value) : null;
        var output = team.Plan * (given?.Number("percent") / 100m ?? Near("output"));
        var inspected = (int)decimal.Round(team.Inspected * Near("inspected"));
        var missed = given?.Number("rejectedPercent") ?? Math.Max(0, 100m - team.Target - Chance(-0.3m, 0.6m, "rejected"));
        return new TeamMonth(
            Whole(output, team.Melts ? HeatStep : team.OtherEach),
            inspected,
            (int)decimal.Round(inspected * missed / 100m),
            Whole(team.Budget * Chance(0.95m, 1.02m, "cost"), 100m),
            Times("violation", 0.15m),
            Times("overdue", 0.10m),
            Times("near-miss", 0.50m) + Times("near-miss-2", 0.15m),
            Whole(Chance(86m, 96m, "site"), 0.25m),
            Times("idea", 0.40m) + Times("idea-2", 0.10m),
            Times("done", 0.15m));

        decimal Near(string what) => Chance(1 - Spread, 1 + Spread, what);
        decimal Chance(decimal low, decimal high, string what) => DemoDice.Between(low, high, what, team.Id, month);
        int Times(string what, decimal chance) => DemoDice.Share(what, team.Id, month) < chance ? 1 : 0;
    }

    private static decimal Whole(decimal figure, decimal step) => decimal.Round(figure / step) * step;
}
