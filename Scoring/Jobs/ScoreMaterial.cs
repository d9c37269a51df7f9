namespace Ganchao.Scoring.Jobs;

/// <summary>Everything that a standing is made of besides its rulebook.</summary>
public sealed record ScoreMaterial(
    IReadOnlyList<Entrant> Entrants,
    IReadOnlyDictionary<string, EntrantTerms> Terms,
    IReadOnlyList<Fact> Facts,
    StageCalendar Calendar,
    DateOnly AsOf);
