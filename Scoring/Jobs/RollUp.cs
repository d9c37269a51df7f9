using System.Collections.Immutable;
using Ganchao.Scoring.Plain;

namespace Ganchao.Scoring.Jobs;

/// <summary>What the stages of one entrant come to.</summary>
/// <param name="Place">As in a standing; null for guests and those without a number.</param>
public sealed record RolledRow(string Division, decimal? Place, string Entrant, bool Guest, Result Total);

/// <summary>Rolls the totals of stages up and ranks them as the rulebook ranks totals.</summary>
internal static class RollUp
{
    public static ImmutableArray<RolledRow> Of(
        StagesDefinition roll, RankingDefinition ranking, ImmutableArray<StageRun> stages)
    {
        var rows = stages[^1].Standing.Rows.Select(last => new RolledRow(
            last.Division, null, last.Entrant, last.Guest, PlainEvaluator.Roll(roll, TotalsOf(last.Entrant, stages))));
        var descending = ranking.By[0].Descending;
        return
        [
            .. rows.GroupBy(row => ranking.DivisionsApart ? row.Division : "", StringComparer.Ordinal)
                .OrderBy(static field => field.Key, StringComparer.Ordinal)
                .SelectMany(field => Ranked([.. field], ranking.Shared, descending)),
        ];
    }

    // By stage; null where the entrant was not in it.
    private static List<Result?> TotalsOf(string entrant, ImmutableArray<StageRun> stages) =>
        [.. stages.Select(stage => stage.Standing.Rows.FirstOrDefault(row => row.Entrant == entrant)?.Total)];

    private static IEnumerable<RolledRow> Ranked(List<RolledRow> field, SharedPlaces shared, bool descending)
    {
        var ordered = field
            .OrderBy(static row => row.Total.IsNumber ? 0 : 1)
            .ThenBy(row => descending ? -Compared(row) : Compared(row))
            .ThenBy(static row => row.Entrant, StringComparer.Ordinal)
            .ToList();
        var placed = ordered.Where(static row => !row.Guest && row.Total.IsNumber).ToList();
        return ordered.Select(row => row with { Place = placed.Contains(row) ? PlaceOf(row, placed, shared, descending) : null });
    }

    private static decimal PlaceOf(RolledRow row, List<RolledRow> placed, SharedPlaces shared, bool descending)
    {
        var better = placed
            .Where(other => descending ? Compared(other) > Compared(row) : Compared(other) < Compared(row))
            .ToList();
        return shared switch
        {
            SharedPlaces.Dense => 1 + better.Select(Compared).Distinct().Count(),
            SharedPlaces.Fractional => 1 + better.Count + ((placed.Count(other => Compared(other) == Compared(row)) - 1) / 2m),
            SharedPlaces.None => 1 + placed.IndexOf(row),
            _ => 1 + better.Count,
        };
    }

    private static decimal Compared(RolledRow row) => Exact.Compared(row.Total.Number);
}
