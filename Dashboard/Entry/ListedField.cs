using System.Globalization;

namespace Ganchao.Dashboard.Entry;

/// <summary>Which entry of a list a refusal or a warning is about.</summary>
public static class ListedField
{
    /// <summary>3 of <c>entries[3].value</c>; null of what names no entry.</summary>
    public static int? IndexIn(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var (open, close) = (field.IndexOf('[', StringComparison.Ordinal), field.IndexOf(']', StringComparison.Ordinal));
        return open >= 0 && close > open &&
            int.TryParse(field[(open + 1)..close], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                ? index
                : null;
    }
}
