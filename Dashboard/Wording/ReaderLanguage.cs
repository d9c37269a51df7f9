using Ganchao.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Ganchao.Dashboard.Wording;

/// <summary>The language of a page; links keep one that the reader chose by <c>?lang=</c>.</summary>
internal sealed record ReaderLanguage(Language Language, bool IsChosen)
{
    public static readonly ReaderLanguage Default = new(Language.Chinese, IsChosen: false);

    /// <summary>For <c>&lt;html lang&gt;</c>.</summary>
    public string Tag => Language == Language.English ? "en" : "zh-CN";

    private string Code => Language == Language.English ? "en" : "zh";

    private ReaderLanguage Other =>
        new(Language == Language.English ? Language.Chinese : Language.English, IsChosen: true);

    /// <summary>What the address says, else the first that browser and we both speak, else Chinese.</summary>
    public static ReaderLanguage Of(HttpRequest request)
    {
        if (Named(request.Query["lang"]) is { } chosen)
        {
            return new(chosen, IsChosen: true);
        }

        var accepted = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Named(language.Value.Value))
            .FirstOrDefault(language => language is not null);
        return accepted is { } first ? new(first, IsChosen: false) : Default;
    }

    public string Of(Text text) => Language == Language.English ? text.En : text.Zh;

    public string Of(Names names) => Language == Language.English ? names.En ?? names.Zh : names.Zh;

    /// <summary>An address on this site, in the reader's language.</summary>
    public string Link(string path) => IsChosen ? QueryHelpers.AddQueryString(path, "lang", Code) : path;

    /// <summary>The same address in the other language.</summary>
    public string LinkToOther(string path) => Other.Link(path);

    public string TagOfOther() => Other.Tag;

    private static Language? Named(string? language) => language?.Split('-')[0].ToUpperInvariant() switch
    {
        "ZH" => Language.Chinese,
        "EN" => Language.English,
        _ => null,
    };
}
