using System.Globalization;
using Ganchao.Contracts;

namespace Ganchao.Client.Wording;

/// <summary>The language of a page; links keep one that the reader chose by <c>?lang=</c>.</summary>
public sealed record ReaderLanguage(Language Language, bool IsChosen)
{
    public static readonly ReaderLanguage Default = new(Language.Chinese, IsChosen: false);

    /// <summary>For <c>&lt;html lang&gt;</c>.</summary>
    public string Tag => Language == Language.English ? "en" : "zh-CN";

    private string Code => Language == Language.English ? "en" : "zh";

    private ReaderLanguage Other =>
        new(Language == Language.English ? Language.Chinese : Language.English, IsChosen: true);

    public string Of(Text text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Language == Language.English ? text.En : text.Zh;
    }

    /// <summary>A text with its numbers and times put in.</summary>
    public string Of(Text text, params ReadOnlySpan<object> parts) =>
        string.Format(CultureInfo.InvariantCulture, Of(text), parts);

    public string Of(Names names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return Language == Language.English ? names.En ?? names.Zh : names.Zh;
    }

    /// <summary>An address on this site, in the reader's language.</summary>
    public string Link(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return IsChosen ? $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={Code}" : path;
    }

    /// <summary>The same address in the other language.</summary>
    public string LinkToOther(string path) => Other.Link(path);

    public string TagOfOther() => Other.Tag;

    /// <summary>The language of a code such as <c>zh-CN</c>; null where it is none of ours.</summary>
    public static Language? Named(string? code) => code?.Split('-')[0].ToUpperInvariant() switch
    {
        "ZH" => Language.Chinese,
        "EN" => Language.English,
        _ => null,
    };
}
