using Dapper;
using Ganchao.Grains.Ledger;
using Ganchao.Silo.Ledger.Verify;
using Microsoft.Data.Sqlite;

namespace Ganchao.Silo.Ledger.Sqlite;

/// <summary>
/// One reading transaction on a connection of its own. The driver blocks its caller, and the write-ahead log grows
/// while the transaction lasts: for <c>verify</c>, not for pages.
/// </summary>
internal sealed class SqliteSnapshot : ILedgerSnapshot
{
    private const string ReadEvents =
        """
        select stream_date as StreamDate, stream as Stream, seq as Seq, position as Position, plant as Plant,
            kind as Kind, entry_id as EntryId, type as Type, version as Version, actor_kind as ActorKind,
            actor_id as ActorId, role as Role, at as At, algorithm as Algorithm, payload as Payload,
            previous_hash as PreviousHash, hash as Hash
        from event
        where (stream_date, stream, seq) > (@StreamDate, @Stream, @Seq)
        order by stream_date, stream, seq
        limit @Limit
        """;

    private const string ReadPositions =
        """
        select position as Position, hash as Hash from event
        where plant = @Plant and position > @After
        order by position
        limit @Limit
        """;

    // A plant whose counter is gone still has its events: it is looked at with a counter of 0.
    private const string ReadCounters =
        """
        select plant as Plant, last as Last from position
        union all
        select distinct plant, 0 from event e where not exists (select 1 from position p where p.plant = e.plant)
        order by 1
        """;

    private const string SelectFacts =
        """
        select stream_date as StreamDate, stream as Stream, line as Line, seq as Seq, plant as Plant,
            lower(hex(entry_id)) as EntryId, date as Date, shift as Shift, subject as Subject, occasion as Occasion,
            measure as Measure, product as Product, work_order as WorkOrder, detail as Detail, record as Record,
            scaled as Scaled, decimals as Decimals, observed_at as ObservedAt, tags as Tags
        from fact f
        """;

    private const string ReadFacts = $"{SelectFacts} where stream_date = @Date and stream = @Text";

    private const string ReadOrphans =
        $"""
        {SelectFacts} where not exists (
            select 1 from event e where e.stream_date = f.stream_date and e.stream = f.stream)
        limit @Limit
        """;

    private const string ReadPrivate =
        "select key as Key, content as Content from private_content where plant = @Plant and id = @Id";

    private readonly SqliteConnection _connection;

    private SqliteSnapshot(SqliteConnection connection) => _connection = connection;

    public static async Task<SqliteSnapshot> OpenAsync(string file, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(SqliteLedger.ConnectionString(file));
        await connection.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("pragma busy_timeout = 5000; pragma query_only = 1; begin;");
        await connection.ExecuteAsync("select count(*) from position"); // The first reading fixes the moment.
        return new SqliteSnapshot(connection);
    }

    public async Task<IReadOnlyList<RawEvent>> ReadEventsAsync(
        RawEvent? after, int limit, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            StreamDate = after?.StreamDate ?? "",
            Stream = after?.Stream ?? "",
            Seq = after?.Seq ?? 0,
            Limit = limit,
        };
        return await QueryAsync<RawEvent>(ReadEvents, parameters, cancellationToken);
    }

    public async Task<IReadOnlyList<RawPosition>> ReadPositionsAsync(
        string plant, long afterPosition, int limit, CancellationToken cancellationToken) =>
        await QueryAsync<RawPosition>(
            ReadPositions, new { Plant = plant, After = afterPosition, Limit = limit }, cancellationToken);

    public async Task<IReadOnlyList<RawCounter>> ReadCountersAsync(CancellationToken cancellationToken) =>
        await QueryAsync<RawCounter>(ReadCounters, new { }, cancellationToken);

    public async Task<IReadOnlyList<RawFact>> ReadFactsAsync(
        IReadOnlyList<RawStream> streams, CancellationToken cancellationToken)
    {
        var facts = new List<RawFact>();
        foreach (var stream in streams)
        {
            facts.AddRange(await QueryAsync<RawFact>(ReadFacts, stream, cancellationToken));
        }

        return facts;
    }

    public async Task<IReadOnlyList<RawFact>> ReadOrphansAsync(int limit, CancellationToken cancellationToken) =>
        await QueryAsync<RawFact>(ReadOrphans, new { Limit = limit }, cancellationToken);

    public async Task<PrivateContent?> ReadPrivateAsync(string plant, Guid id, CancellationToken cancellationToken)
    {
        var rows = await QueryAsync<PrivateRow>(
            ReadPrivate, new { Plant = plant, Id = id.ToByteArray(bigEndian: true) }, cancellationToken);
        return rows.Select(row => new PrivateContent(id, row.Key, row.Content)).SingleOrDefault();
    }

    public async Task<IReadOnlyList<RawStanding>> ReadStandingsAsync(CancellationToken cancellationToken) =>
        await QueryAsync<RawStanding>(StandingRecords.ReadAll, new { }, cancellationToken);

    public async Task<IReadOnlyList<StandingRecords.SavedRow>> ReadStandingRowsAsync(
        RawStanding standing, CancellationToken cancellationToken) =>
        await QueryAsync<StandingRecords.SavedRow>(StandingRecords.ReadRows, standing, cancellationToken);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task<List<T>> QueryAsync<T>(string sql, object parameters, CancellationToken cancellationToken)
    {
        var rows = await _connection.QueryAsync<T>(
            new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));
        return rows.AsList();
    }

    private sealed record PrivateRow(byte[] Key, byte[] Content);
}
