namespace Ganchao.Scoring;

/// <summary>The known name that a mistyped one most likely means.</summary>
internal static class Nearest
{
    private const int MostEdits = 2;

    /// <summary>Null when none is near.</summary>
    public static string? To(string name, IEnumerable<string> known) => known
        .Select(candidate => (Candidate: candidate, Edits: Edits(name, candidate)))
        .Where(found => found.Edits <= Math.Min(MostEdits, name.Length - 1))
        .OrderBy(static found => found.Edits)
        .ThenBy(static found => found.Candidate, StringComparer.Ordinal)
        .Select(static found => found.Candidate)
        .FirstOrDefault();

    /// <summary>
    /// Insertions, deletions and replacements from one to the other; more than enough when the lengths differ
    /// much.
    /// </summary>
    private static int Edits(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > MostEdits)
        {
            return MostEdits + 1;
        }

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
