using System.Globalization;

namespace Ganchao.Dashboard.Wording;

/// <summary>A number in an address, which anybody may have typed.</summary>
internal static class QueryNumber
{
    /// <summary>Null where there is none, or what is there is none: the page shows what it shows without it.</summary>
    public static int? Read(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
