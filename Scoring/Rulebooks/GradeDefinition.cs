namespace Ganchao.Scoring;

/// <summary>A grade (星级, 优胜, 达标 …). They stand best first; the first whose condition holds is given.</summary>
/// <param name="When">Null: everybody whom no better grade took; only the last grade is without.</param>
public sealed record GradeDefinition(string Id, Names Names, Formula? When, TextPlace Place);
