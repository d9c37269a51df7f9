namespace Ganchao.Scoring;

/// <summary>Walks over rows, many of them in as many parts as there are processors.</summary>
internal static class SideBySide
{
    // Below it, one thread is done before a second one has begun.
    private const int Side = 256;

    /// <param name="place">Made once for each part: it goes from row to row.</param>
    public static void Walk<TPlace>(ReadOnlyMemory<int> rows, Func<TPlace> place, Action<TPlace, int> work)
    {
        var parts = Math.Clamp(rows.Length / Side, 1, Environment.ProcessorCount);
        if (parts == 1)
        {
            Walk(rows.Span, place(), work);
            return;
        }

        Parallel.For(0, parts, part => Walk(
            rows.Span[(int)((long)rows.Length * part / parts)..(int)((long)rows.Length * (part + 1) / parts)], place(), work));
    }

    private static void Walk<TPlace>(ReadOnlySpan<int> rows, TPlace place, Action<TPlace, int> work)
    {
        foreach (var row in rows)
        {
            work(place, row);
        }
    }
}
