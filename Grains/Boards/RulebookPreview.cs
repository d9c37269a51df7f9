using System.Collections.Immutable;
using Ganchao.Scoring;

namespace Ganchao.Grains.Boards;

/// <summary>What another rulebook would make of a stage: nothing of it is stored.</summary>
/// <param name="Board">The board.</param>
/// <param name="RulebookNow">Hash of the rulebook that scores the stage.</param>
/// <param name="RulebookThen">Hash of the one that was tried.</param>
/// <param name="Rows">In the order of the tried standing; entrants whose place or total stays are listed too.</param>
public sealed record RulebookPreview(
    string Board, string RulebookNow, string RulebookThen, IReadOnlyList<PreviewRow> Rows)
{
    /// <summary>Two standings of the same entrants, facts and dates.</summary>
    public static RulebookPreview Of(string board, Standing now, Standing then)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(then);
        var before = now.Rows.ToDictionary(row => row.Entrant);
        return new RulebookPreview(
            board,
            now.RulebookHash,
            then.RulebookHash,
            [.. then.Rows.Select(row => PreviewRow.Of(before[row.Entrant], row))]);
    }
}

/// <summary>One entrant under both rulebooks.</summary>
/// <param name="Changes">Indicators whose points differ, or which one of the rulebooks has not.</param>
public sealed record PreviewRow(
    string Entrant,
    decimal? PlaceNow,
    decimal? PlaceThen,
    decimal? TotalNow,
    decimal? TotalThen,
    IReadOnlyList<PreviewChange> Changes)
{
    public static PreviewRow Of(StandingRow now, StandingRow then)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(then);
        var (before, after) = (PointsOf(now), PointsOf(then));
        return new PreviewRow(
            then.Entrant,
            now.Place,
            then.Place,
            NumberOf(now.Total),
            NumberOf(then.Total),
            [.. then.Indicators.Concat(now.Indicators)
                .Select(score => score.Id)
                .Distinct()
                .Select(id => new PreviewChange(id, before.GetValueOrDefault(id), after.GetValueOrDefault(id)))
                .Where(change => change.PointsNow != change.PointsThen)]);
    }

    private static ImmutableDictionary<string, decimal?> PointsOf(StandingRow row) =>
        row.Indicators.ToImmutableDictionary(score => score.Id, score => NumberOf(score.Points));

    private static decimal? NumberOf(Result result) => result.IsNumber ? result.Number : null;
}

/// <summary>The points of one indicator under both rulebooks; null where there are none.</summary>
public sealed record PreviewChange(string Indicator, decimal? PointsNow, decimal? PointsThen);
