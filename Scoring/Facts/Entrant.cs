namespace Ganchao.Scoring;

/// <summary>One competitor of a standing.</summary>
/// <param name="Id">Not blank; unique in the standing.</param>
/// <param name="Division">Group that is ranked apart; empty when there is one group only.</param>
/// <param name="Own">Its own dates, where competitors are measured over different ones; null: the stage.</param>
/// <param name="Guest">Scored and listed, but without a place and in no cohort but its own.</param>
public sealed record Entrant(string Id, string Division = "", bool Guest = false, DateSpan? Own = null);
