using System.Globalization;
using System.Runtime.CompilerServices;

namespace Ganchao.Scoring.Tests.Data;

/// <summary>
/// Real tables with golden results. They are not shipped: the folder is named by GANCHAO_DATA, or is shared/data beside a folder
/// above this one; without it these tests are skipped.
/// </summary>
internal static class RealData
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string file)
    {
        var folder = Folder();
        Assert.SkipWhen(folder is null, "The real data are not on this machine.");
        var lines = File.ReadAllLines(Path.Combine(folder!, file));
        var headings = Cells(lines[0]);
        return [.. lines.Skip(1).Select(line => headings.Zip(Cells(line)).ToDictionary(static cell => cell.First, static cell => cell.Second))];
    }

    public static decimal Number(this IReadOnlyDictionary<string, string> row, string column) =>
        decimal.Parse(row[column], NumberStyles.Number, CultureInfo.InvariantCulture);

    private static string[] Cells(string line)
    {
        var isQuoted = false;
        var masked = string.Concat(line.Select(c =>
        {
            isQuoted ^= c == '"';
            return isQuoted && c == ',' ? '\u0001' : c;
        }));
        return [.. masked.Split(',').Select(static cell => cell.Trim('"').Replace('\u0001', ','))];
    }

    private static string? Folder([CallerFilePath] string here = "")
    {
        if (Environment.GetEnvironmentVariable("GANCHAO_DATA") is { Length: > 0 } named)
        {
            return named;
        }

        for (var folder = Path.GetDirectoryName(here); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var data = Path.Combine(folder, "shared", "data");
            if (Directory.Exists(data))
            {
                return data;
            }
        }

        return null;
    }
}
