using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ganchao.Dashboard.Entry;

/// <summary>Reads a figure as people type it: full-width digits and marks are the plain ones, commas part thousands.</summary>
public static partial class TypedFigure
{
    /// <summary>The text in plain characters, without blanks.</summary>
    public static string Plain(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return Minus().Replace(Blank().Replace(typed.Normalize(NormalizationForm.FormKC), ""), "-").Replace('。', '.');
    }

    public static bool TryRead(string typed, out decimal figure)
    {
        var text = Plain(typed);
        figure = 0;
        return Figure().IsMatch(text) && decimal.TryParse(
            text.Replace(",", "", StringComparison.Ordinal),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out figure);
    }

    // A comma that does not part thousands was meant as something else.
    [GeneratedRegex(@"^[+-]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+|(?=\.[0-9]))(\.[0-9]*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    [GeneratedRegex(@"\s")]
    private static partial Regex Blank();

    [GeneratedRegex("[−–—ー]")]
    private static partial Regex Minus();
}
