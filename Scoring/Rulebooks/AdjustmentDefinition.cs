namespace Ganchao.Scoring;

/// <summary>What the committee may decide for an entrant, and within which range.</summary>
/// <param name="From">Formula of the least amount.</param>
/// <param name="To">Formula of the greatest amount.</param>
public sealed record AdjustmentDefinition(string Id, Names Names, Formula From, Formula To, TextPlace Place);
