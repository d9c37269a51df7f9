namespace Ganchao.Scoring;

/// <summary>A figure of an entrant that a stage leaves to the next: surplus, streak, moving baseline.</summary>
/// <param name="Start">What is there before the first stage, from what is known of the entrant; null: nothing.</param>
public sealed record CarryDefinition(string Id, Names Names, Formula? Start, RoundedFormula Formula, TextPlace Place);
