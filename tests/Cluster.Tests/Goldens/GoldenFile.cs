using System.Globalization;
using System.Text.RegularExpressions;

namespace Ganchao.Cluster.Tests.Goldens;

/// <summary>A golden file: figures that somebody computed with exact arithmetic and other means than ours.</summary>
internal static partial class GoldenFile
{
    /// <summary>Its rows by heading.</summary>
    public static IReadOnlyList<Dictionary<string, string>> Read(string file)
    {
        var lines = File.ReadAllLines(file).Where(line => line.Length > 0).Select(Cells).ToList();
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(c => c.First, c => c.Second))];
    }

    /// <summary>The cells of a line; quotes may stand around one, but not inside.</summary>
    public static string[] Cells(string line) => [.. Cell().Matches(line).Select(found => found.Groups["cell"].Value)];

    public static decimal Figure(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("""(?<=^|,)(?:"(?<cell>[^"]*)"|(?<cell>[^,"]*))(?=,|$)""")]
    private static partial Regex Cell();
}
