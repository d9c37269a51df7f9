using System.Globalization;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Ledger;
using Ganchao.Silo.Identity;
using Microsoft.Net.Http.Headers;

namespace Ganchao.Silo.Api;

/// <summary>What all writing endpoints do alike: who calls, a second try where the stream moved, the answer as HTTP.</summary>
internal static class Writing
{
    private const int Tries = 3;

    /// <summary>Runs a write for the caller; a conflict with another activation is tried again with the same ids.</summary>
    public static async Task<IResult> RunAsync(
        HttpContext context, Role usualRole, Func<Actor, Task<IResult>> write)
    {
        var caller = context.RequestServices.GetRequiredService<Callers>().Of(context, usualRole);
        if (caller.Actor is not { } actor)
        {
            return Problems.Of(caller.Status, caller.Rule, caller.Field, caller.Message);
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await write(actor);
            }
            catch (StreamMovedException) when (attempt < Tries)
            {
                // Nothing was written; the next activation reads the stream again.
            }
        }
    }

    public static IResult Answer(HttpContext context, EntryAnswer answer)
    {
        SetVersion(context, answer.Version);
        return answer.Outcome == EntryOutcome.Refused ? Problems.Refused(answer.Refusals) : Results.Ok(answer);
    }

    public static IResult Answer(HttpContext context, LinesAnswer answer)
    {
        SetVersion(context, answer.Version);
        return answer.Outcome == EntryOutcome.Refused ? Problems.Refused(answer.Refusals) : Results.Ok(answer);
    }

    /// <summary>The version in If-Match, or null where the header is absent or <c>*</c>.</summary>
    /// <exception cref="BadHttpRequestException">The header holds something else than a version.</exception>
    public static long? ExpectedVersion(HttpContext context)
    {
        var header = context.Request.Headers[HeaderNames.IfMatch].ToString();
        return header is "" or "*" ? null
            : long.TryParse(header.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version
            : throw new BadHttpRequestException($"If-Match holds '{header}', which is no version of a stream.");
    }

    public static void SetVersion(HttpContext context, long version) =>
        context.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}
