using Ganchao.Contracts.Entries;
using Ganchao.Dashboard.Entry;

namespace Ganchao.Dashboard.Blanks;

/// <summary>A sheet's address as a scanner types it: what the square code on a blank sheet says.</summary>
internal static class SheetAddress
{
    private const string Form = "/entry/";

    /// <summary>Null where the text is no address of a sheet's form; which server it names does not matter.</summary>
    public static ShiftId? Read(string scanned) =>
        scanned.Trim() is { Length: <= 400 } text
        && text.IndexOf(Form, StringComparison.OrdinalIgnoreCase) is >= 0 and var start
        && text[(start + Form.Length)..].Split('?', '#')[0].Split('/') is [var plant, var team, var date, var kind]
            ? ShiftAddress.Parse(Plain(plant), Plain(team), Plain(date), Plain(kind))
            : null;

    private static string Plain(string part) => Uri.UnescapeDataString(part);
}
