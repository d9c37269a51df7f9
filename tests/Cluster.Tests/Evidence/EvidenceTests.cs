using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ganchao.Cluster.Tests.Entry;
using Ganchao.Cluster.Tests.Identity;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Json;
using Ganchao.Silo.CommandLine;

namespace Ganchao.Cluster.Tests.Evidence;

/// <summary>A photo proves an entry: sent, kept without its position, shown, removed; what is none is turned away.</summary>
public sealed class EvidenceTests
{
    private const string Shift = "p1/t07/2015-01-05/day";

    private static readonly Guid Entry = SmallPlant.Id(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_photo_is_kept_without_its_position_shown_and_removed_for_good(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        await SmallPlant.AssertEnteredAsync(silo, SmallPlant.Sheet(), SmallPlant.Entry(Entry));
        var photo = SmallPictures.Png("GPS 39.9 116.4");

        using var sent = await SendAsync(silo, SmallPlant.Id(2), photo);
        using var again = await SendAsync(silo, SmallPlant.Id(2), photo);
        using var second = await SendAsync(silo, SmallPlant.Id(3), photo);
        Assert.Equal(EntryOutcome.Recorded, (await Api.ReadAsync<EntryAnswer>(silo, sent)).Outcome);
        Assert.Equal(EntryOutcome.AlreadyRecorded, (await Api.ReadAsync<EntryAnswer>(silo, again)).Outcome);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);

        var file = Assert.Single((await SheetAsync(silo)).Evidence!).File;
        using var shown = await silo.Http.GetAsync(AddressOf(file), Token);
        Assert.Equal("image/png", shown.Content.Headers.ContentType?.MediaType);
        Assert.Equal("inline", shown.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", Assert.Single(shown.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(shown.Headers.GetValues("Content-Security-Policy")));
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(await shown.Content.ReadAsByteArrayAsync(Token)));
        using var elsewhere = await silo.Http.GetAsync(
            new Uri($"/evidence/p1/t08/2015-01-05/day/{file.Sha256}", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        using var phone = new Phone(silo.Address);
        Assert.Contains($"PNG · 1 KB · 凭证 {file.Sha256[..12]}", (await phone.GetAsync($"/entry/history/{Shift}")).Text);

        var removal = new Uri($"/api/shifts/{Shift}/evidence/{file.Sha256}", UriKind.Relative);
        using var removed = await silo.Http.DeleteAsync(removal, Token);
        using var gone = await silo.Http.GetAsync(AddressOf(file), Token);
        using var resent = await SendAsync(silo, SmallPlant.Id(4), photo);
        Assert.Equal(
            (HttpStatusCode.NoContent, HttpStatusCode.Gone, "evidence-removed"),
            (removed.StatusCode, gone.StatusCode, await RuleOf(resent)));
        Assert.Contains($"附件已删除,留有凭证 {file.Sha256[..12]}", (await phone.GetAsync($"/entry/history/{Shift}")).Text);
        Assert.Equal(file, Assert.Single((await SheetAsync(silo)).Evidence!).File);
        Assert.DoesNotContain(
            await database.ReadEventsAsync(),
            stored => Encoding.UTF8.GetString(Convert.FromHexString(stored.Payload)).Contains("IDAT", StringComparison.Ordinal));
        await Commands.AssertNothingIsWrongAsync(database);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_photo_that_was_changed_or_taken_away_is_found_by_verify(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        await SmallPlant.AssertEnteredAsync(silo, SmallPlant.Sheet(), SmallPlant.Entry(Entry));
        using var sent = await SendAsync(silo, SmallPlant.Id(2), SmallPictures.Png("here"));
        var file = Assert.Single((await SheetAsync(silo)).Evidence!).File;
        await Commands.AssertNothingIsWrongAsync(database);

        await database.TamperWithHostAsync(
            $"update evidence set content = {(kind == DatabaseKind.Sqlite ? "x'00'" : "decode('00', 'hex')")}");
        var changed = await Commands.VerifyAsync(database);
        await database.TamperWithHostAsync("delete from evidence");
        var taken = await Commands.VerifyAsync(database);

        Assert.Equal((VerifyCommand.Wrong, VerifyCommand.Wrong), (changed.Code, taken.Code));
        Assert.Contains("EvidenceDifferent: p1/shift/t07/2015-01-05/day seq 2", changed.Error);
        Assert.Contains($"photo or file {file.Sha256} is gone, and nobody removed it", taken.Error);
    }

    [Fact]
    public async Task A_lead_attaches_a_photo_to_a_correction_by_the_page()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        using var lead = await people.HireAsync("lead", Role.ShiftLead, "t07");
        var form = await lead.PressAsync(await lead.GetAsync($"/entry/{Shift}"), "check", ("v:kwh", "12"));
        var receipt = await lead.GetAsync((await lead.PressAsync(form, "submit")).Location!);
        var correction = await lead.PressAsync(
            await lead.GetAsync((await lead.GetAsync($"/entry/history/{Shift}")).Link("/entry/correct/")),
            "check", ("value", "13"), ("reason", "0"));
        await lead.PressAsync(correction, "submit");
        var page = await lead.GetAsync((await lead.GetAsync($"/entry/history/{Shift}")).Link("/entry/evidence/"));

        var sent = await lead.UploadAsync(page, "photo.png", SmallPictures.Png("here"));
        var wrong = await lead.UploadAsync(page, "photo.jpg", "<svg onload=alert(1)></svg>"u8.ToArray());
        var large = await lead.UploadAsync(page, "photo.png", new byte[EvidenceCommitment.MaxLength + 1]);

        Assert.NotEqual("", receipt.Link("/entry/evidence/"));
        Assert.Equal((HttpStatusCode.SeeOther, page.Address), (sent.Status, sent.Location));
        Assert.Contains("PNG · 1 KB", (await lead.GetAsync(page.Address)).Text);
        Assert.Contains("第 2 版|12.00 → 13.00", (await lead.GetAsync($"/entry/history/{Shift}")).Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("按内容看,这不是 JPEG、PNG、WebP 或 PDF", wrong.Text);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.Status);
        Assert.Contains("文件超过 5 MB", large.Text);
        using var other = await people.HireAsync("other", Role.ShiftLead, "t08");
        var picture = (await lead.GetAsync(page.Address)).Link("/evidence/");
        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.Forbidden),
            ((await lead.GetAsync(picture)).Status, (await other.GetAsync(picture)).Status));
    }

    [Fact]
    public async Task Hostile_and_broken_uploads_are_refused_with_a_problem_document()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database, ports: null, "--Ganchao:Evidence:PerMinute=6");
        await SmallPlant.SetUpAsync(silo);
        await SmallPlant.AssertEnteredAsync(silo, SmallPlant.Sheet(), SmallPlant.Entry(Entry));
        var photo = SmallPictures.Png("x");

        await AssertRefusedAsync("<html><script>alert(1)</script>"u8.ToArray(), HttpStatusCode.UnprocessableEntity, "evidence-type");
        await AssertRefusedAsync(photo[..^8], HttpStatusCode.UnprocessableEntity, "evidence-broken");
        await AssertRefusedAsync([.. photo, .. "<script>"u8], HttpStatusCode.UnprocessableEntity, "evidence-hostile");
        await AssertRefusedAsync(SmallPictures.Png("x", 50_000), HttpStatusCode.UnprocessableEntity, "evidence-pixels");
        await AssertRefusedAsync(new byte[EvidenceCommitment.MaxLength + 1], HttpStatusCode.RequestEntityTooLarge, "evidence-large");
        using var unknown = await SendAsync(silo, SmallPlant.Id(9), photo, SmallPlant.Id(77));
        Assert.Equal("unknown-entry", await RuleOf(unknown));

        using var limited = await SendAsync(silo, SmallPlant.Id(9), photo);
        Assert.Equal((HttpStatusCode.TooManyRequests, "too-many-requests"), (limited.StatusCode, await RuleOf(limited)));
        Assert.InRange(limited.Headers.RetryAfter?.Delta ?? TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Assert.Null((await SheetAsync(silo)).Evidence);

        async Task AssertRefusedAsync(byte[] upload, HttpStatusCode status, string rule)
        {
            using var answer = await SendAsync(silo, SmallPlant.Id(9), upload);
            Assert.Equal((status, rule), (answer.StatusCode, await RuleOf(answer)));
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(RunningSilo silo, Guid id, byte[] upload, Guid? entry = null)
    {
        using var content = new ByteArrayContent(upload);
        content.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        return await silo.Http.PutAsync(
            new Uri($"/api/shifts/{Shift}/entries/{entry ?? Entry}/evidence/{id}", UriKind.Relative), content, Token);
    }

    private static async Task<string?> RuleOf(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("title").GetString();
    }

    private static Uri AddressOf(EvidenceCommitment file) => new($"/evidence/{Shift}/{file.Sha256}", UriKind.Relative);

    private static async Task<SheetView> SheetAsync(RunningSilo silo) => (await silo.Http.GetFromJsonAsync<SheetView>(
        new Uri($"/api/shifts/{Shift}", UriKind.Relative), GanchaoJson.Options, Token))!;
}
