using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Json;

namespace Ganchao.Cluster.Tests.Nonsense;

/// <summary>A silo on each database that is sent nonsense.</summary>
public abstract class BotheredSilo(DatabaseKind kind) : IAsyncLifetime
{
    private int _good = 10_000;

    internal SiloDatabase Database { get; private set; } = null!;

    internal RunningSilo Silo { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await SiloDatabase.CreateAsync(kind);
        Silo = await RunningSilo.StartAsync(Database);
        await SmallPlant.SetUpAsync(Silo);
        await SmallPlant.AssertEnteredAsync(
            Silo, SmallPlant.Sheet(), new EntryForm(SmallPlant.Id(1), new MeasureCode("output"), 7));
    }

    public async ValueTask DisposeAsync()
    {
        await Silo.DisposeAsync();
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal EntryForm NextGood() => SmallPlant.Entry(SmallPlant.Id(++_good));
}

public sealed class BotheredSqlite() : BotheredSilo(DatabaseKind.Sqlite);

public sealed class BotheredPostgres() : BotheredSilo(DatabaseKind.Postgres);

/// <summary>Each is answered with a rule, a field and a sentence, stores nothing and does not disturb the next.</summary>
public abstract class NonsenseContract(BotheredSilo bothered)
{
    public static TheoryData<string> Names => [.. Requests.All.Keys];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nonsense_is_refused_with_rule_field_and_sentence_and_stores_nothing(string name)
    {
        var (silo, request) = (bothered.Silo, Requests.All[name]);
        var before = await bothered.Database.PositionAsync(SmallPlant.Plant);

        using var answer = await silo.Http.SendAsync(Message(request), Token);

        var text = await answer.Content.ReadAsStringAsync(Token);
        Assert.True(request.Status == (int)answer.StatusCode, $"{(int)answer.StatusCode}: {text}\n{silo.Log}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        var refusal = problem.GetProperty("refusals")[0];
        Assert.Equal($"/problems/{request.Rule}", problem.GetProperty("type").GetString());
        Assert.Equal(request.Rule, refusal.GetProperty("rule").GetString());
        Assert.Equal(request.Field, refusal.GetProperty("field").GetString());
        AssertIsSentence(refusal.GetProperty("message").GetString()!);
        Assert.Equal(before, await bothered.Database.PositionAsync(SmallPlant.Plant));
        await SmallPlant.AssertEnteredAsync(silo, SmallPlant.Sheet(), bothered.NextGood());
        Assert.Equal(before + 1, await bothered.Database.PositionAsync(SmallPlant.Plant));
    }

    /// <summary>The web server itself turns such an address away, before anything of ours sees it.</summary>
    [Fact]
    public async Task An_address_with_NUL_is_turned_away()
    {
        using var answer = await bothered.Silo.Http.GetAsync(
            new Uri("/api/shifts/p1/t%0007/2015-01-05/day", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await SmallPlant.AssertEnteredAsync(bothered.Silo, SmallPlant.Sheet(), bothered.NextGood());
    }

    [Fact]
    public async Task The_same_list_sent_again_gets_its_first_receipts()
    {
        var entry = bothered.NextGood() with { Note = "换班 😀\n第二行" };
        var first = await SmallPlant.AssertEnteredAsync(bothered.Silo, SmallPlant.Sheet("t08"), entry);
        var stored = await bothered.Database.PositionAsync(SmallPlant.Plant);

        var again = await SmallPlant.AssertEnteredAsync(bothered.Silo, SmallPlant.Sheet("t08"), entry);

        Assert.Equal(EntryOutcome.Recorded, first.Outcome);
        Assert.Equal(EntryOutcome.AlreadyRecorded, again.Outcome);
        Assert.Equal(first.Entries, again.Entries);
        Assert.Equal(stored, await bothered.Database.PositionAsync(SmallPlant.Plant));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_and_stores_nothing()
    {
        var before = await bothered.Database.PositionAsync(SmallPlant.Plant);

        using var answer = await bothered.Silo.Http.PutAsJsonAsync(
            new Uri($"{SmallPlant.Sheet("t09")}/entries?dryRun=true", UriKind.Relative),
            new EntryList([bothered.NextGood()]),
            GanchaoJson.Options,
            Token);

        var dry = await Api.ReadAsync<EntryAnswer>(bothered.Silo, answer);
        Assert.Equal(EntryOutcome.Recorded, dry.Outcome);
        Assert.Equal(0, dry.Version);
        Assert.Equal(before, await bothered.Database.PositionAsync(SmallPlant.Plant));
    }

    [Fact]
    public async Task A_frame_that_has_not_changed_is_not_sent_again()
    {
        var address = new Uri($"/api/boards/{SmallPlant.Board}/frame", UriKind.Relative);

        // Whoever looks first makes the board look back at the days before: by that it changes once more, a little later.
        var answer = await bothered.Silo.Http.GetAsync(address, Token);
        for (var asked = 0; asked < 10 && answer.StatusCode != HttpStatusCode.NotModified; asked++)
        {
            answer = await AskAsync(address, answer.Headers.ETag!);
        }

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Token));
    }

    private async Task<HttpResponseMessage> AskAsync(Uri address, EntityTagHeaderValue known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(known);
        return await bothered.Silo.Http.SendAsync(request, Token);
    }

    [Fact]
    public async Task A_sheet_is_read_with_its_version()
    {
        var entered = await SmallPlant.AssertEnteredAsync(
            bothered.Silo, SmallPlant.Sheet("t08", 7), bothered.NextGood());

        using var read = await bothered.Silo.Http.GetAsync(new Uri(SmallPlant.Sheet("t08", 7), UriKind.Relative), Token);

        Assert.Equal(FormattableString.Invariant($"\"{entered.Version}\""), read.Headers.ETag?.Tag);
    }

    [Fact]
    public async Task The_OpenAPI_document_lists_every_address()
    {
        var document = await bothered.Silo.Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Token);

        var listed = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name} {path.Name}"))
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "delete /api/shifts/{plant}/{team}/{date}/{kind}/evidence/{sha256}",
                "get /api/boards/{plant}/{competition}/{stage}/explanations/{entrant}",
                "get /api/boards/{plant}/{competition}/{stage}/frame",
                "get /api/boards/{plant}/{competition}/{stage}/recount",
                "get /api/departments/{plant}/{department}/{period}/{date}",
                "get /api/events/{plant}/{event}",
                "get /api/outbox/owner",
                "get /api/plants/{plant}/rulebooks/{hash}",
                "get /api/shifts/{plant}/{team}/{date}/{kind}",
                "get /api/shifts/{plant}/{team}/{date}/{kind}/tracks",
                "post /api/boards/{plant}/{competition}/{stage}/preview",
                "post /api/plants/{plant}/rebuild",
                "post /api/rulebooks/check",
                "put /api/boards/{plant}/{competition}/{stage}/final/{id}",
                "put /api/certifications/{plant}/{measure}/{kind}/{subject}/{start}/{end}",
                "put /api/departments/{plant}/{department}/{period}/{date}/entries",
                "put /api/events/{plant}/{event}/entries",
                "put /api/plants/{plant}/competitions/{competition}/lines",
                "put /api/plants/{plant}/projects/{project}/lines",
                "put /api/plants/{plant}/registers/{register}/lines",
                "put /api/plants/{plant}/rulebooks/{id}",
                "put /api/shifts/{plant}/{owner}/{date}/{kind}/exclusions/{id}",
                "put /api/shifts/{plant}/{owner}/{date}/{kind}/exclusions/{id}/answer/{answerId}",
                "put /api/shifts/{plant}/{owner}/{date}/{kind}/loans/{id}",
                "put /api/shifts/{plant}/{team}/{date}/{kind}/confirmations/{id}",
                "put /api/shifts/{plant}/{team}/{date}/{kind}/entries",
                "put /api/shifts/{plant}/{team}/{date}/{kind}/entries/{entry}/evidence/{id}",
                "put /api/shifts/{plant}/{team}/{date}/{kind}/entries/{id}",
                "put /api/shifts/{plant}/{team}/{date}/{kind}/nothing/{id}",
                "put /api/shifts/{plant}/{team}/{date}/{kind}/sign-off/{id}",
                "put /api/shifts/{plant}/{team}/{date}/{kind}/typed",
            ],
            listed);
    }

    private static HttpRequestMessage Message(Request request)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(request.Path, UriKind.Relative));
        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
            message.Headers.ExpectContinue = body.Length > 1_000_000;
        }

        if (request.Header?.Split(": ") is [var header, var value])
        {
            message.Headers.TryAddWithoutValidation(header, value);
        }

        return message;
    }

    private static void AssertIsSentence(string message)
    {
        Assert.True(message.Length > 10 && message.Contains(' ', StringComparison.Ordinal), message);
        Assert.DoesNotContain("Ganchao.", message, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", message, StringComparison.Ordinal);
    }
}

public sealed class SqliteNonsenseTests(BotheredSqlite silo) : NonsenseContract(silo), IClassFixture<BotheredSqlite>;

public sealed class PostgresNonsenseTests(BotheredPostgres silo)
    : NonsenseContract(silo), IClassFixture<BotheredPostgres>;
