using System.Net;
using System.Text;
using System.Text.Json;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Registers;
using Ganchao.Contracts.Rulebooks;

namespace Ganchao.Cluster.Tests.Rulebooks;

/// <summary>A rulebook is checked, published with its warnings accepted, and read back by its hash; from outside.</summary>
public sealed class RulebookTests
{
    private const string Text =
        "\uFEFFlanguage: 1\r\ncode: 对标\r\ninputs: { 用电: { measure: kwh, unit: kWh }, 废品: scrap }\r\n" +
        "indicators: { x: { unit: t, value: sum(用电) } }\r\n";

    private static readonly string Address = $"/api/plants/{SmallPlant.Plant}/rulebooks";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_rulebook_is_checked_published_and_given_back_byte_for_byte(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);

        var report = await CheckAsync(silo, Text);
        Assert.Equal(
            [("input-unused", FindingSeverity.Warning, 3, 44), ("units-differ", FindingSeverity.Warning, 4, 36)],
            report.Findings.Select(static found => (found.Id, found.Severity, found.Line, found.Column)));
        Assert.All(report.Findings, static found => Assert.True(found.Zh.Length > 0 && found.En.Length > 0));
        Assert.True(report.Publishable);

        var id = SmallPlant.Id(40);
        using var refused = await PublishAsync(silo, $"{Address}/{id}?accept=units-differ", Text);
        var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync(Token)).RootElement;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("warning-not-accepted", problem.GetProperty("refusals")[0].GetProperty("rule").GetString());

        foreach (var outcome in new[] { EntryOutcome.Recorded, EntryOutcome.AlreadyRecorded })
        {
            using var taken = await PublishAsync(silo, $"{Address}/{id}?accept=units-differ&accept=input-unused", Text);
            Assert.Equal(outcome, (await Api.ReadAsync<LinesAnswer>(silo, taken)).Outcome);
            Assert.Equal($"{Address}/{report.Hash}", taken.Content.Headers.ContentLocation?.ToString());
        }

        using var read = await silo.Http.GetAsync(new Uri($"{Address}/{report.Hash}", UriKind.Relative), Token);
        Assert.Equal(Encoding.UTF8.GetBytes(Text), await read.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal($"\"{report.Hash}\"", read.Headers.ETag?.Tag);
        Assert.Contains("immutable", read.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_with_errors_is_told_all_of_them_and_one_that_is_no_utf_8_is_refused()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);

        var report = await CheckAsync(silo, "language: 1\ncode: x\nindicators:\n  x: { value: nope }\n  y: { value: nada(1) }");
        Assert.False(report.Publishable);
        Assert.Equal(
            [("unknown-name", 4, 15), ("unknown-function", 5, 15)],
            report.Findings.Select(static found => (found.Id, found.Line, found.Column)));

        using var latin = await silo.Http.PostAsync(
            new Uri("/api/rulebooks/check", UriKind.Relative), new ByteArrayContent([0x63, 0xFC]), Token);
        Assert.Contains("not-utf-8", await latin.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, latin.StatusCode);
    }

    private static async Task<RulebookReport> CheckAsync(RunningSilo silo, string text)
    {
        using var answer = await silo.Http.PostAsync(new Uri("/api/rulebooks/check", UriKind.Relative), Content(text), Token);
        return await Api.ReadAsync<RulebookReport>(silo, answer);
    }

    private static Task<HttpResponseMessage> PublishAsync(RunningSilo silo, string address, string text) =>
        silo.Http.PutAsync(new Uri(address, UriKind.Relative), Content(text), Token);

    private static ByteArrayContent Content(string text) => new(Encoding.UTF8.GetBytes(text))
    {
        Headers = { ContentType = new("application/yaml") },
    };
}
