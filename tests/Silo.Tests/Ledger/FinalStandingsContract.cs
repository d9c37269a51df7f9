using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Ledger;
using Ganchao.Silo.Ledger.Postgres;
using Ganchao.Silo.Ledger.Sqlite;
using Ganchao.Silo.Ledger.Verify;

namespace Ganchao.Silo.Tests.Ledger;

/// <summary>What a final standing must be, whatever the database is: stored once, found by its hash, missed by verify.</summary>
public abstract class FinalStandingsContract(LedgerDatabase database) : IAsyncLifetime
{
    private static int _plants;

    private readonly BoardId _board = BoardId.Parse($"final{Interlocked.Increment(ref _plants)}/contest/m3");
    private OpenLedger _ledger = null!;
    private IStandings _standings = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await database.TamperAsync("delete from event; delete from position; delete from standing; delete from standing_row");
        _ledger = database.Open();
        _standings = Open(_ledger);
    }

    public async ValueTask DisposeAsync()
    {
        await _ledger.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal abstract IStandings Open(OpenLedger ledger);

    [Fact]
    public async Task A_final_document_is_found_by_its_hash_beside_later_ones_and_the_current_frame()
    {
        await _standings.SaveAsync(_board, Frame(total: 1), Token);
        var first = await _standings.SaveFinalAsync(_board, Frame(total: 2), Token);
        var second = await _standings.SaveFinalAsync(_board, Frame(total: 3), Token);
        await _standings.SaveAsync(_board, Frame(total: 4), Token);

        Assert.Equal(2, (await _standings.ReadFinalAsync(_board, first, Token))!.Rows[0].Total);
        Assert.Equal(3, (await _standings.ReadFinalAsync(_board, second, Token))!.Rows[0].Total);
        Assert.Equal(4, (await _standings.ReadAsync(_board, Token))!.Rows[0].Total);
        Assert.Equal([_board], await _standings.ReadBoardsAsync(_board.Plant, Token));
    }

    [Fact]
    public async Task Dropping_what_can_be_derived_leaves_final_documents()
    {
        await _standings.SaveAsync(_board, Frame(total: 1), Token);
        var final = await _standings.SaveFinalAsync(_board, Frame(total: 2), Token);

        await _standings.DropAsync(_board.Plant, Token);

        Assert.Null(await _standings.ReadAsync(_board, Token));
        Assert.NotNull(await _standings.ReadFinalAsync(_board, final, Token));
    }

    [Fact]
    public async Task A_document_that_the_ledger_names_is_there()
    {
        await DecideAsync(await _standings.SaveFinalAsync(_board, Frame(total: 2), Token));

        Assert.Empty(await FindAsync());
    }

    [Theory]
    [InlineData("delete from standing where number = 1; delete from standing_row where number = 1")]
    [InlineData("update standing set document = replace(document, '\"total\":\"2\"', '\"total\":\"9\"') where number = 1")]
    [InlineData("update standing set position = 0 where number = 1")]
    public async Task A_document_that_is_gone_or_was_changed_is_named(string tampering)
    {
        var hash = await _standings.SaveFinalAsync(_board, Frame(total: 2), Token);
        await DecideAsync(hash);

        await database.TamperAsync(tampering);

        var finding = Assert.Single(await FindAsync(), f => f.Kind == FindingKind.FinalMissing);
        Assert.Equal(($"{_board.Plant}/competition/contest", 1), (finding.Stream, finding.Seq));
        Assert.Contains(hash, finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_document_is_not_served()
    {
        var hash = await _standings.SaveFinalAsync(_board, Frame(total: 2), Token);

        await database.TamperAsync("update standing set document = replace(document, 'contest', 'context')");

        Assert.Null(await _standings.ReadFinalAsync(_board, hash, Token));
    }

    private async Task DecideAsync(string hash)
    {
        var line = new StageFinalisedLine
        {
            Id = Guid.NewGuid(),
            Stage = _board.Stage,
            Position = 1,
            Standing = hash,
            Decision = "劳赛〔2026〕7号",
        };
        var draft = new EventDraft(
            line.Id,
            EventCodec.NameOf(line),
            EventCodec.Version,
            new Actor(ActorKind.Person, "p-1", Role.Committee),
            new DateTimeOffset(2026, 4, 10, 0, 0, 0, TimeSpan.Zero),
            EventCodec.Encode(line),
            null);
        var stream = new StreamId(_board.Plant, StreamKind.Competition, _board.Competition.Value);
        await _ledger.Writer.AppendAsync(new Append(stream, StreamHead.Empty, [draft], []));
    }

    private async Task<List<Finding>> FindAsync()
    {
        await using var snapshot = await _ledger.Store.OpenSnapshotAsync(Token);
        return await new LedgerVerifier(new SheetProjection(), null).FindAsync(snapshot, Token)
            .Where(finding => finding.Plant == _board.Plant.Value)
            .ToListAsync(Token);
    }

    private BoardFrame Frame(decimal total) => new(
        _board.ToString(),
        7,
        3,
        new DateTimeOffset(2026, 4, 10, 0, 0, 0, TimeSpan.Zero),
        new DateOnly(2026, 3, 31),
        BoardMode.Final,
        "0f",
        1,
        new("竞赛"),
        [],
        [],
        [new BoardRow("t1", new("造型一班"), null, 1, false, total, null, true, [], [])]);
}

public sealed class SqliteFinalStandingsTests(SqliteDatabase database)
    : FinalStandingsContract(database), IClassFixture<SqliteDatabase>
{
    internal override IStandings Open(OpenLedger ledger) => new SqliteStandings((SqliteLedger)ledger.Store);
}

public sealed class PostgresFinalStandingsTests(PostgresDatabase database)
    : FinalStandingsContract(database), IClassFixture<PostgresDatabase>
{
    private readonly PostgresDatabase _database = database;

    internal override IStandings Open(OpenLedger ledger) => new PostgresStandings(_database.Source);
}
