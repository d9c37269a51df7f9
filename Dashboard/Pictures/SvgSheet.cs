using System.Globalization;
using System.Text;
using Ganchao.Client.Wording;

namespace Ganchao.Dashboard.Pictures;

/// <summary>
/// An SVG that is written from top to bottom: rectangles, lines, texts; nothing from outside, no style, no script.
/// </summary>
internal sealed class SvgSheet(int width)
{
    private const string Fonts = "Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif";

    private readonly StringBuilder _elements = new();

    public void Rectangle(int x, int y, int w, int h, string fill) =>
        _elements.Append(CultureInfo.InvariantCulture, $"""<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="{fill}"/>""");

    public void Frame(int x, int y, int w, int h, string stroke, bool dashed)
    {
        var dashes = dashed ? "9 6" : "none";
        _elements.Append(CultureInfo.InvariantCulture, $"""<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="none" """);
        _elements.Append(CultureInfo.InvariantCulture, $"""stroke="{stroke}" stroke-width="3" stroke-dasharray="{dashes}"/>""");
    }

    public void Text(int x, int y, string text, SvgInk ink, int room)
    {
        var (shown, size) = Fitted(text, ink.Size, room);
        var weight = ink.Bold ? " font-weight=\"700\"" : "";
        var anchor = ink.AtEnd ? " text-anchor=\"end\"" : "";
        _elements.Append(
            CultureInfo.InvariantCulture,
            $"""<text x="{x}" y="{y}" font-size="{size}" fill="{ink.Colour}"{weight}{anchor}>{Escaped(shown)}</text>""");
    }

    /// <summary>How wide a text is at a size, both in the picture's units.</summary>
    public static int WidthOf(string text, int size) => (int)(TextWidth.Of(text) * size);

    public string Done(int height, string title)
    {
        var size = string.Create(
            CultureInfo.InvariantCulture, $"""width="{width}" height="{height}" viewBox="0 0 {width} {height}" """);
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" {size}role="img" aria-label="{Escaped(title)}" font-family="{Fonts}">
            <rect width="100%" height="100%" fill="#ffffff"/>
            {_elements}
            </svg>
            """;
    }

    // What is too long is first written smaller, then cut.
    private static (string Text, int Size) Fitted(string text, int size, int room)
    {
        var smallest = size * 2 / 3;
        while (WidthOf(text, size) > room && size > smallest)
        {
            size--;
        }

        var cut = text;
        while (WidthOf(cut, size) > room && text.Length > 1)
        {
            text = text[..^1];
            cut = $"{text}…";
        }

        return (cut, size);
    }

    private static string Escaped(string text) => string.Concat(text.Where(sign => !char.IsControl(sign)))
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);
}

/// <summary>How a text is written.</summary>
/// <param name="Size">In pixels.</param>
/// <param name="Colour">As SVG has it.</param>
/// <param name="Bold">Heavy.</param>
/// <param name="AtEnd">The given place is where it ends.</param>
internal sealed record SvgInk(int Size, string Colour, bool Bold = false, bool AtEnd = false);
