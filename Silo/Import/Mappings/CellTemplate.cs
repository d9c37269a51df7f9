using System.Text;
using System.Text.RegularExpressions;
using Ganchao.Silo.Import.Files;

namespace Ganchao.Silo.Import.Mappings;

/// <summary>
/// A text with columns in it: <c>&lt;team&gt;</c>, <c>t&lt;team:00&gt;</c> (padded with zeros), or a constant such as
/// <c>day</c>.
/// </summary>
internal sealed partial class CellTemplate
{
    private readonly IReadOnlyList<Part> _parts;

    public CellTemplate(string text)
    {
        Text = text;
        _parts = [.. Parts().Matches(text).Select(Read)];
    }

    public string Text { get; }

    /// <summary>The columns in it, in order.</summary>
    public IEnumerable<string> Columns => _parts.Where(p => p.IsColumn).Select(p => p.Text);

    /// <summary>
    /// Null: a column of it cannot be read in this row, which is already noted. A text whose columns are all empty is
    /// empty, so that <c>t&lt;team:00&gt;</c> makes no team of a blank.
    /// </summary>
    public string? Fill(MappedRow row)
    {
        var text = new StringBuilder();
        var (columns, filled) = (0, 0);
        foreach (var part in _parts)
        {
            var cell = part.IsColumn ? row.Text(part.Text) : part.Text;
            if (cell is null)
            {
                return null;
            }

            columns += part.IsColumn ? 1 : 0;
            filled += part.IsColumn && cell.Length > 0 ? 1 : 0;
            text.Append(part.Width > 0 && cell.Length > 0 ? CellText.Narrow(cell).PadLeft(part.Width, '0') : cell);
        }

        return columns > 0 && filled == 0 ? "" : text.ToString();
    }

    public override string ToString() => Text;

    private static Part Read(Match match) => match.Groups["column"].Success
        ? new Part(true, match.Groups["column"].Value.Trim(), match.Groups["zeros"].Length)
        : new Part(false, match.Value, 0);

    [GeneratedRegex("<(?<column>[^<>:]+)(:(?<zeros>0+))?>|[^<]+|<", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    private sealed record Part(bool IsColumn, string Text, int Width);
}
