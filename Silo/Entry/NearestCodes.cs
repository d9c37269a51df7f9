namespace Ganchao.Silo.Entry;

/// <summary>Which known codes read much like one that is unknown.</summary>
internal static class NearestCodes
{
    private const int Shown = 3;

    // One letter in four may be wrong.
    private const int LettersPerError = 4;

    public static IReadOnlyList<string> Of(string typed, IEnumerable<string> known) =>
    [
        .. known
            .Select(code => (Code: code, Errors: Distance(typed.ToUpperInvariant(), code.ToUpperInvariant())))
            .Where(near => near.Errors <= Math.Max(1, typed.Length / LettersPerError))
            .OrderBy(near => near.Errors)
            .ThenBy(near => near.Code, StringComparer.Ordinal)
            .Take(Shown)
            .Select(near => near.Code),
    ];

    /// <summary>How many letters must be changed, left out or put in to make one of the other.</summary>
    public static int Distance(string one, string other)
    {
        var before = Enumerable.Range(0, other.Length + 1).ToArray();
        foreach (var (row, letter) in one.Index())
        {
            var now = new int[before.Length];
            now[0] = row + 1;
            for (var column = 1; column < now.Length; column++)
            {
                var same = before[column - 1] + (letter == other[column - 1] ? 0 : 1);
                now[column] = Math.Min(same, 1 + Math.Min(before[column], now[column - 1]));
            }

            before = now;
        }

        return before[^1];
    }
}
