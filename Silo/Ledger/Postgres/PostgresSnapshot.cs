using System.Data;
using Dapper;
using Ganchao.Grains.Ledger;
using Ganchao.Silo.Ledger.Verify;
using Npgsql;

namespace Ganchao.Silo.Ledger.Postgres;

/// <summary>One repeatable-read transaction on a connection of its own.</summary>
internal sealed class PostgresSnapshot : ILedgerSnapshot
{
    private const string ReadEvents =
        """
        select stream_date::text as StreamDate, stream as Stream, seq as Seq, position as Position, plant as Plant,
            kind as Kind, uuid_send(entry_id) as EntryId, type as Type, version::bigint as Version,
            actor_kind as ActorKind, actor_id as ActorId, role as Role, at as At, algorithm as Algorithm,
            payload as Payload, previous_hash as PreviousHash, hash as Hash
        from event
        where (stream_date, stream, seq) > (@StreamDate::date, @Stream, @Seq)
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
        select f.stream_date::text as StreamDate, f.stream as Stream, line as Line, seq as Seq, plant as Plant,
            replace(entry_id::text, '-', '') as EntryId, date::text as Date, shift as Shift, subject as Subject,
            occasion as Occasion, measure as Measure, product as Product, work_order as WorkOrder, detail as Detail,
            record as Record, scaled as Scaled, decimals::bigint as Decimals, observed_at as ObservedAt,
            tags as Tags
        from fact f
        """;

    private const string ReadFacts =
        $"""
        {SelectFacts}
        join unnest(@Dates::text[], @Streams::text[]) as a (date_text, stream_text)
            on f.stream_date = a.date_text::date and f.stream = a.stream_text
        """;

    private const string ReadOrphans =
        $"""
        {SelectFacts} where not exists (
            select 1 from event e where e.stream_date = f.stream_date and e.stream = f.stream)
        limit @Limit
        """;

    private const string ReadPrivate =
        "select key as Key, content as Content from private_content where plant = @Plant and id = @Id";

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private PostgresSnapshot(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        _connection = connection;
        _transaction = transaction;
    }

    public static async Task<PostgresSnapshot> OpenAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken);
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var snapshot = new PostgresSnapshot(connection, transaction);
        await snapshot.ReadCountersAsync(cancellationToken); // The first reading fixes the moment.
        return snapshot;
    }

    public async Task<IReadOnlyList<RawEvent>> ReadEventsAsync(
        RawEvent? after, int limit, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            StreamDate = after?.StreamDate ?? "-infinity",
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
        var parameters = new
        {
            Dates = streams.Select(s => s.Date).ToArray(),
            Streams = streams.Select(s => s.Text).ToArray(),
        };
        return await QueryAsync<RawFact>(ReadFacts, parameters, cancellationToken);
    }

    public async Task<IReadOnlyList<RawFact>> ReadOrphansAsync(int limit, CancellationToken cancellationToken) =>
        await QueryAsync<RawFact>(ReadOrphans, new { Limit = limit }, cancellationToken);

    public async Task<PrivateContent?> ReadPrivateAsync(string plant, Guid id, CancellationToken cancellationToken)
    {
        var rows = await QueryAsync<PrivateRow>(ReadPrivate, new { Plant = plant, Id = id }, cancellationToken);
        return rows.Select(row => new PrivateContent(id, row.Key, row.Content)).SingleOrDefault();
    }

    public async Task<IReadOnlyList<RawStanding>> ReadStandingsAsync(CancellationToken cancellationToken) =>
        await QueryAsync<RawStanding>(StandingRecords.ReadAll, new { }, cancellationToken);

    public async Task<IReadOnlyList<StandingRecords.SavedRow>> ReadStandingRowsAsync(
        RawStanding standing, CancellationToken cancellationToken) =>
        await QueryAsync<StandingRecords.SavedRow>(StandingRecords.ReadRows, standing, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task<List<T>> QueryAsync<T>(string sql, object parameters, CancellationToken cancellationToken)
    {
        var rows = await _connection.QueryAsync<T>(
            new CommandDefinition(sql, parameters, _transaction, cancellationToken: cancellationToken));
        return rows.AsList();
    }

    private sealed record PrivateRow(byte[] Key, byte[] Content);
}
