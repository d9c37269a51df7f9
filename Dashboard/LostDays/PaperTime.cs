using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ganchao.Dashboard.LostDays;

/// <summary>
/// The time that stands on a paper sheet: of the shift's own day, or of the next where a shift goes over midnight.
/// </summary>
internal static partial class PaperTime
{
    /// <summary>By the plant's clock, such as 16:00.</summary>
    public static string Written(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The first such time from the start of the shift on; 16:00, 1600, 16.00 and full-width digits are read.</summary>
    public static bool TryRead(string typed, DateTimeOffset start, out DateTimeOffset at)
    {
        at = start;
        var match = Clock().Match(typed.Normalize(NormalizationForm.FormKC).Trim());
        if (!match.Success)
        {
            return false;
        }

        var clock = new TimeSpan(Number("h"), Number("m"), 0);
        at = new DateTimeOffset(start.Date + clock, start.Offset);
        at = at < start ? at.AddDays(1) : at;
        return true;

        int Number(string group) => int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("^(?<h>[01]?[0-9]|2[0-3])[:.时]?(?<m>[0-5][0-9])分?$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}
