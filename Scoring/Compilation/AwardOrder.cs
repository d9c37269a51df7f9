namespace Ganchao.Scoring;

/// <summary>The order in which awards are given: each after those that its condition asks for.</summary>
internal static class AwardOrder
{
    public static bool AsksForAwards(Formula? when) => AskedBy(when).Any();

    /// <summary>Positions of awards in the rulebook, in the order of giving.</summary>
    public static IReadOnlyList<int> Of(RulebookDefinition book) => Dependencies(book).Ordered;

    public static void Check(RulebookDefinition book, Findings findings)
    {
        foreach (var position in Dependencies(book).InCycles)
        {
            var award = book.Awards[position];
            findings.Error(
                "cycle",
                award.Place,
                $"奖励 {award.Id} 绕回自身或依赖这样的奖励:请断开循环。",
                $"Award {award.Id} leads back to itself, or depends on one that does; break the circle.");
        }
    }

    private static DependencyOrder Dependencies(RulebookDefinition book)
    {
        var positions = book.Awards.Select(static (award, i) => (award.Id, i)).DistinctBy(static award => award.Id)
            .ToDictionary(static award => award.Id, static award => award.i, StringComparer.Ordinal);
        return new DependencyOrder(
            book.Awards.Length,
            award => AskedBy(book.Awards[award].When).Where(positions.ContainsKey).Select(id => positions[id]));
    }

    private static IEnumerable<string> AskedBy(Formula? when) => (when?.Root.Whole() ?? [])
        .OfType<CallExpr>()
        .Where(static call => call.Name == "award")
        .SelectMany(static call => call.Arguments.OfType<NameExpr>())
        .Select(static name => name.Name);
}
