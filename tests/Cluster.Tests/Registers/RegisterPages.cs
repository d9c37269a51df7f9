using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Ganchao.Cluster.Tests.Entry;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Json;
using Ganchao.Contracts.Registers;

namespace Ganchao.Cluster.Tests.Registers;

/// <summary>The administrator's pages of the small plant, as the administrator uses them.</summary>
internal static class RegisterPages
{
    public const string Calendar = "/registers/p1/calendar";
    public const string Organisation = "/registers/p1/organisation";
    public const string People = "/registers/p1/people";
    public const string Products = "/registers/p1/products";
    public const string Measures = "/registers/p1/measures";

    private const string Reason = "国办发明电〔2025〕7号";

    /// <summary>Pastes lines into a register's import and asks what would become of them.</summary>
    public static async Task<Phone.Page> TryAsync(Phone phone, string register, string lines, string from = "2026-01-01") =>
        await phone.PressAsync(
            await phone.GetAsync($"{register}/import"), "check", ("text", lines), ("from", from), ("reason", Reason));

    /// <summary>Tries lines, and writes what the review shows.</summary>
    public static async Task<Phone.Page> ImportAsync(Phone phone, string register, string lines, string from = "2026-01-01") =>
        await phone.PressAsync(await TryAsync(phone, register, lines, from), "record");

    /// <summary>Posts one of the forms of a thing's page.</summary>
    public static Task<Phone.Page> PostAsync(
        Phone phone, string address, string form, params (string Name, string Value)[] fields) =>
        Identity.People.PostAsync(phone, address, form, [.. fields, ("id", Guid.CreateVersion7().ToString()), ("reason", Reason)]);

    /// <summary>What stands under a fate in a review: the block from its heading on.</summary>
    public static string Under(Phone.Page page, LineFateName fate) => Regex
        .Match(page.Html, $"data-fate=\"{fate}\".*?</section>", RegexOptions.Singleline).Value;

    /// <summary>Sends lines of a register as a program of this machine, before anybody has an account.</summary>
    public static async Task RecordAsync(RunningSilo silo, string register, params RegisterLine[] lines)
    {
        using var answer = await silo.Http.PutAsJsonAsync(
            new Uri($"/api/plants/p1/registers/{register}/lines", UriKind.Relative), new RegisterLines(lines), GanchaoJson.Options,
            TestContext.Current.CancellationToken);
        Assert.Equal(EntryOutcome.Recorded, (await Api.ReadAsync<LinesAnswer>(silo, answer)).Outcome);
    }
}

/// <summary>The fates as a review's markup names them.</summary>
internal enum LineFateName
{
    NotSet,
    Added,
    Changed,
    Ended,
    Unchanged,
    Refused,
}
