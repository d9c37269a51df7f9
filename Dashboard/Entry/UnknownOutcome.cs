using Ganchao.Client.Wording;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Entry;

/// <summary>What was sent may be recorded or not: that is no fault of what was typed, and sending it again is right.</summary>
internal static class UnknownOutcome
{
    /// <summary>Answers with 503, and gives what the reader is told.</summary>
    public static string SayUnknown(this HttpContext http, ReaderLanguage words)
    {
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return words.Of(EntryTexts.OutcomeUnknown);
    }
}
