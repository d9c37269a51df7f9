namespace Ganchao.Scoring;

/// <summary>A sum of money or points that a field keeps from stage to stage: a reserve, a fund.</summary>
/// <param name="Start">What it opens with before the first stage; null: 0.</param>
/// <param name="Formula">What is in it after a stage; a formula of the field, in which awards are paid already.</param>
public sealed record AccountDefinition(string Id, Names Names, Formula? Start, RoundedFormula Formula, TextPlace Place);
