using System.Globalization;

namespace Ganchao.Bench.CommandLine;

/// <summary>What stands behind a verb: <c>--name value</c>.</summary>
internal static class Options
{
    public static string? Text(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    public static int Number(string[] args, string name, int otherwise) =>
        Text(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
