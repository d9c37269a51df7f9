namespace Ganchao.Scoring.Plain;

/// <summary>One entrant with all that is known of it.</summary>
/// <param name="Facts">In order of occurrence.</param>
internal sealed record Scored(Entrant Entrant, EntrantTerms Terms, IReadOnlyList<Fact> Facts)
{
    public string Id => Entrant.Id;

    /// <summary>Facts of other entrants are left aside.</summary>
    public static IReadOnlyList<Scored> From(
        IReadOnlyList<Entrant> entrants,
        IReadOnlyDictionary<string, EntrantTerms> terms,
        IEnumerable<Fact> facts)
    {
        var byEntrant = facts.ToLookup(static fact => fact.Entrant, StringComparer.Ordinal);
        return
        [
            .. entrants.Select(entrant => new Scored(
                entrant,
                terms.GetValueOrDefault(entrant.Id, EntrantTerms.None),
                [.. byEntrant[entrant.Id].OrderBy(OccurrenceKey.Of)])),
        ];
    }
}
