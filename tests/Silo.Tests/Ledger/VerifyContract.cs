using System.Security.Cryptography;
using System.Text.Json;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Ledger;
using Ganchao.Silo.Ledger.Verify;

namespace Ganchao.Silo.Tests.Ledger;

/// <summary>What verify must notice, whatever the database is. Each test finds it empty and may spoil it.</summary>
public abstract class VerifyContract(LedgerDatabase database) : IAsyncLifetime
{
    private static readonly PlantId Plant = new("p1");

    private readonly Sheet _first = new(Plant, "t01");
    private readonly Sheet _second = new(Plant, "t02");
    private OpenLedger _ledger = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // t01 has seq 1 to 3 at positions 1, 2, 4; t02 seq 1 and 2 at positions 3 and 5.
    public async ValueTask InitializeAsync()
    {
        await database.TamperAsync(
            "delete from event; delete from position; delete from fact; delete from private_content");
        _ledger = database.Open();
        await AppendAsync(_first, _first.Entries(10, 20));
        await AppendAsync(_second, _second.Entries(30));
        await AppendAsync(_first, _first.Correction(line: 1, scaled: 11));
        await AppendAsync(_second, _second.Correction(line: 1, scaled: null));
    }

    public async ValueTask DisposeAsync()
    {
        await _ledger.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Nothing_is_wrong_with_what_the_ledger_wrote()
    {
        Assert.Empty(await FindAsync());
        Assert.Empty(await FindAsync(page: 1));
    }

    [Fact]
    public async Task A_changed_byte_of_a_payload_is_named()
    {
        var payload = (await _ledger.Writer.ReadStreamAsync(_first.Stream, 0, Token))[1].Payload.ToArray();
        payload[^2] ^= 1;

        await database.TamperAsync($"update event set payload = {Literal(payload)} where position = 2");

        var finding = Assert.Single(await FindAsync(), f => f.Kind == FindingKind.HashWrong);
        Assert.Equal((_first.Stream.ToString(), 2, 2), (finding.Stream, finding.Seq, finding.Position));
    }

    [Theory]
    [InlineData("type = 'entrY'", nameof(FindingKind.HashWrong))]
    [InlineData("version = 2", nameof(FindingKind.HashWrong))]
    [InlineData("actor_id = 'p-113'", nameof(FindingKind.HashWrong))]
    [InlineData("actor_kind = 'Device'", nameof(FindingKind.HashWrong))]
    [InlineData("role = 'Auditor'", nameof(FindingKind.HashWrong))]
    [InlineData("at = at + 1", nameof(FindingKind.HashWrong))]
    [InlineData("role = '5'", nameof(FindingKind.Unreadable))]
    [InlineData("role = 'King'", nameof(FindingKind.Unreadable))]
    [InlineData("actor_kind = '1'", nameof(FindingKind.Unreadable))]
    [InlineData("algorithm = 'none'", nameof(FindingKind.Unreadable))]
    [InlineData("kind = 'event'", nameof(FindingKind.CopyWrong))]
    [InlineData("plant = 'p2'", nameof(FindingKind.CopyWrong))]
    [InlineData("stream_date = '2026-03-03'", nameof(FindingKind.CopyWrong))]
    public async Task A_changed_column_is_named(string change, string kind)
    {
        await database.TamperAsync($"update event set {change} where position = 2");

        var finding = Assert.Single(await FindAsync(), f => f.Kind.ToString() == kind);
        Assert.Equal((_first.Stream.ToString(), 2, 2), (finding.Stream, finding.Seq, finding.Position));
    }

    [Theory]
    [InlineData("hash")]
    [InlineData("previous_hash")]
    public async Task A_changed_hash_is_named(string column)
    {
        await database.TamperAsync($"update event set {column} = {Literal(new byte[32])} where position = 2");

        Assert.Contains(await FindAsync(), f => f.Kind == FindingKind.HashWrong && f.Position == 2);
    }

    [Fact]
    public async Task A_changed_entry_id_is_named()
    {
        await database.TamperAsync($"update event set entry_id = {Id(Guid.Empty)} where position = 2");

        Assert.Single(await FindAsync(), f => f.Kind == FindingKind.HashWrong && f.Position == 2);
    }

    [Fact]
    public async Task A_payload_whose_hash_was_computed_again_breaks_the_chain_behind_it()
    {
        var stored = (await _ledger.Writer.ReadStreamAsync(_first.Stream, 0, Token))[1];
        var forged = stored with { Payload = JsonSerializer.SerializeToUtf8Bytes(new Cell(2, "team/t07", "steel", 21, "")) };
        var hash = Chain.Hash(forged, forged.PreviousHash.Span);

        await database.TamperAsync(
            $"update event set payload = {Literal(forged.Payload)}, hash = {Literal(hash)} where position = 2");

        Assert.Single(await FindAsync(), f => f.Kind == FindingKind.ChainBroken && f.Seq == 3);
    }

    [Fact]
    public async Task A_swapped_pair_is_named()
    {
        await database.TamperAsync("update event set seq = 99 where position = 1");
        await database.TamperAsync("update event set seq = 1 where position = 2");
        await database.TamperAsync("update event set seq = 2 where position = 1");

        var findings = await FindAsync();

        Assert.Contains(findings, f => f.Kind == FindingKind.ChainBroken && f.Seq == 1);
        Assert.Contains(findings, f => f.Kind == FindingKind.PositionOrder && f.Seq == 2);
    }

    [Fact]
    public async Task A_row_removed_in_the_middle_is_named()
    {
        await database.TamperAsync("delete from event where position = 2");

        var findings = await FindAsync();

        Assert.Contains(findings, f => f.Kind == FindingKind.SeqMissing && f.Seq == 3);
        Assert.Contains(findings, f => f.Kind == FindingKind.PositionMissing && f.Position == 2);
    }

    [Fact]
    public async Task A_removed_counter_is_named_by_its_plant()
    {
        await database.TamperAsync("delete from position");

        var finding = Assert.Single(await FindAsync());
        Assert.Equal((FindingKind.CounterWrong, Plant.Value), (finding.Kind, finding.Plant));
    }

    [Fact]
    public async Task A_removed_last_row_shows_in_the_counter_and_if_that_is_lowered_too_in_a_printed_digest_only()
    {
        var printed = await DigestAsync(0, 5);
        await database.TamperAsync("delete from event where position = 5");
        Assert.Single(await FindAsync(), f => f.Kind == FindingKind.CounterWrong);
        await database.TamperAsync("update position set last = 4");
        await database.TamperAsync($"update fact set seq = 1, scaled = 30 where stream = '{_second.Stream}'");
        var first = (await _ledger.Writer.ReadStreamAsync(_second.Stream, 0, Token))[0];
        await database.TamperAsync($"update fact set entry_id = {Id(first.Id)} where stream = '{_second.Stream}'");

        var findings = await FindAsync();

        Assert.Empty(findings); // This is the limit.
        await Assert.ThrowsAsync<InvalidOperationException>(() => DigestAsync(0, 5));
        Assert.NotEqual(printed, await DigestAsync(0, 4));
    }

    [Fact]
    public async Task Positions_that_were_exchanged_between_streams_show_in_a_printed_digest()
    {
        var printed = await DigestAsync(0, 5);
        await database.TamperAsync("update event set position = 99 where position = 3");
        await database.TamperAsync("update event set position = 3 where position = 4");
        await database.TamperAsync("update event set position = 4 where position = 99");

        Assert.Empty(await FindAsync()); // This is the limit.
        Assert.NotEqual(printed, await DigestAsync(0, 5));
    }

    [Fact]
    public async Task A_digest_is_the_hash_of_the_events_hashes_in_order_of_position()
    {
        var events = await _ledger.Writer.ReadTailAsync(Plant, 1, 3, Token);

        var digest = await DigestAsync(1, 4);

        Assert.Equal(SHA256.HashData([.. events.SelectMany(e => e.Hash.ToArray())]), digest);
        Assert.Equal(digest, await DigestAsync(1, 4, page: 2));
    }

    [Theory]
    [InlineData("delete from fact where stream like '%t01%' and line = 1", nameof(FindingKind.FactMissing))]
    [InlineData("update fact set scaled = 12 where stream like '%t01%' and line = 1", nameof(FindingKind.FactDifferent))]
    [InlineData("update fact set scaled = 12 where stream like '%t02%'", nameof(FindingKind.FactDifferent))]
    [InlineData("update fact set observed_at = 12 where stream like '%t02%'", nameof(FindingKind.FactDifferent))]
    [InlineData("update fact set subject = 'nonsense' where stream like '%t02%'", nameof(FindingKind.FactDifferent))]
    [InlineData("update fact set plant = 'p2' where stream like '%t02%'", nameof(FindingKind.FactDifferent))]
    [InlineData("update fact set line = 9 where stream like '%t01%' and line = 1", nameof(FindingKind.FactExtra))]
    [InlineData(
        "update fact set stream = 'p1/shift/t09/2026-03-02/night' where stream like '%t02%'", nameof(FindingKind.FactExtra))]
    public async Task Facts_that_differ_from_the_events_are_named(string change, string kind)
    {
        await database.TamperAsync(change);

        Assert.Single(await FindAsync(), f => f.Kind.ToString() == kind);
    }

    [Fact]
    public async Task Private_contents_are_missed_unless_an_event_says_that_they_were_erased()
    {
        var (lost, changed, erased, kept) = (Content(1), Content(2), Content(3), Content(4));
        var sheet = new Sheet(Plant, "t03");
        PrivateContent[] contents = [lost, changed, erased, kept];
        var entries = sheet.List([.. contents.Select(c => Committed(sheet, c))]);
        await AppendAsync(sheet, entries with { Private = [.. contents] });
        await AppendAsync(sheet, sheet.List(sheet.Note(Says("erased", erased.Id)), sheet.Note(Says("erased", kept.Id))));
        Assert.Single(await FindAsync(), f => f.Kind == FindingKind.PrivateNotErased && f.Seq == 5);
        await _ledger.Private.EraseAsync(Plant, erased.Id, Token);
        await database.TamperAsync($"delete from private_content where id = {Id(lost.Id)}");
        await database.TamperAsync(
            $"update private_content set content = {Literal(new byte[] { 9 })} where id = {Id(changed.Id)}");

        var findings = await FindAsync();

        Assert.Equal(
            [(FindingKind.PrivateMissing, 1), (FindingKind.PrivateDifferent, 2), (FindingKind.PrivateNotErased, 6)],
            findings.OrderBy(f => f.Seq).Select(f => (f.Kind, f.Seq)));
    }

    [Fact]
    public async Task A_snapshot_does_not_see_what_is_appended_meanwhile()
    {
        await using var snapshot = await _ledger.Store.OpenSnapshotAsync(Token);
        await AppendAsync(_first, _first.Entries(40, 50));

        var events = await snapshot.ReadEventsAsync(null, 100, Token);
        var counter = Assert.Single(await snapshot.ReadCountersAsync(Token));

        Assert.Equal((5, 5), (events.Count, counter.Last));
    }

    protected abstract string Literal(ReadOnlyMemory<byte> bytes);

    protected abstract string Id(Guid id);

    private async Task AppendAsync(Sheet sheet, Append append) =>
        sheet.Head = (await _ledger.Writer.AppendAsync(append)).Head;

    private async Task<List<Finding>> FindAsync(int page = 2000)
    {
        await using var snapshot = await _ledger.Store.OpenSnapshotAsync(Token);
        var verifier = new LedgerVerifier(new SheetProjection(), new NoteProjection(), page);
        return await verifier.FindAsync(snapshot, Token).ToListAsync(Token);
    }

    private async Task<byte[]> DigestAsync(long after, long upTo, int page = 2000)
    {
        await using var snapshot = await _ledger.Store.OpenSnapshotAsync(Token);
        return await new LedgerVerifier(new SheetProjection(), null, page)
            .DigestAsync(snapshot, Plant.Value, after, upTo, Token);
    }

    private static PrivateContent Content(byte number) => new(
        new Guid(number, 0, 0, new byte[8]), Enumerable.Repeat(number, 16).ToArray(), new byte[] { number, 0, 1 });

    private static EventDraft Committed(Sheet sheet, PrivateContent content) => sheet.Note(
        Says($"hmac {Convert.ToHexString(HMACSHA256.HashData(content.Key.Span, content.Content.Span))}", content.Id));

    private static byte[] Says(string what, Guid id) => JsonSerializer.SerializeToUtf8Bytes($"{id} {what}");

    private sealed class NoteProjection : IPrivateProjection
    {
        public IEnumerable<PrivateCommitment> Committed(StoredEvent stored) => Words(stored) is [var id, "hmac", var hmac]
            ? [new PrivateCommitment(Guid.Parse(id), Convert.FromHexString(hmac))]
            : [];

        public IEnumerable<Guid> Erased(StoredEvent stored) =>
            Words(stored) is [var id, "erased"] ? [Guid.Parse(id)] : [];

        private static string[] Words(StoredEvent stored) => stored.Type == "note"
            ? JsonSerializer.Deserialize<string>(stored.Payload.Span)!.Split(' ')
            : [];
    }
}

public sealed class SqliteVerifyTests(SqliteDatabase database) : VerifyContract(database), IClassFixture<SqliteDatabase>
{
    protected override string Literal(ReadOnlyMemory<byte> bytes) => $"x'{Convert.ToHexString(bytes.Span)}'";

    protected override string Id(Guid id) => $"x'{id:N}'";
}

public sealed class PostgresVerifyTests(PostgresDatabase database)
    : VerifyContract(database), IClassFixture<PostgresDatabase>
{
    protected override string Literal(ReadOnlyMemory<byte> bytes) => $"'\\x{Convert.ToHexString(bytes.Span)}'";

    protected override string Id(Guid id) => $"'{id}'";
}
