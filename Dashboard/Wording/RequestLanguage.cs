using Ganchao.Client.Wording;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Ganchao.Dashboard.Wording;

/// <summary>Which language a request is to be answered in.</summary>
public static class RequestLanguage
{
    /// <summary>What the address says, else the first that browser and we both speak, else Chinese.</summary>
    public static ReaderLanguage Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (ReaderLanguage.Named(Asked(request).GetValueOrDefault("lang")) is { } chosen)
        {
            return new(chosen, IsChosen: true);
        }

        var accepted = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => ReaderLanguage.Named(language.Value.Value))
            .FirstOrDefault(language => language is not null);
        return accepted is { } first ? new(first, IsChosen: false) : ReaderLanguage.Default;
    }

    // The page that says that there is none stands in for another, and is in that one's language.
    private static Dictionary<string, StringValues> Asked(HttpRequest request) => QueryHelpers.ParseQuery(
        request.HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalQueryString ?? request.QueryString.Value);
}
