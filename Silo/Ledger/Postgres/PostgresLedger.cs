using Dapper;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Ledger;
using Ganchao.Silo.Ledger.Verify;
using Npgsql;

namespace Ganchao.Silo.Ledger.Postgres;

/// <summary>
/// The ledger in PostgreSQL. A batch is one statement, so one round trip and one transaction: it takes the
/// positions of its plants, then writes events, facts and private contents. Dates go as days since 0001-01-01,
/// because the driver would make -infinity of that day.
/// </summary>
internal sealed class PostgresLedger : ILedgerStore, IFacts, IPrivateContents, IAsyncDisposable
{
    private const string EventColumns =
        """
        stream as Stream, seq as Seq, position as Position, entry_id as EntryId, type as Type, version as Version,
        actor_kind as ActorKind, actor_id as ActorId, role as Role, at as At, payload as Payload,
        previous_hash as PreviousHash, hash as Hash
        """;

    private const string ReadStream =
        $"""
        select {EventColumns} from event
        where stream_date = date '0001-01-01' + @StreamDay and stream = @Stream and seq > @After
        order by seq
        """;

    private const string ReadTail =
        $"""
        select {EventColumns} from event
        where plant = @Plant and position > @After
        order by position
        limit @Limit
        """;

    private const string Look =
        """
        select a.place as Place, e.hash as Hash, e.position as Position
        from unnest(@StreamDays::int[], @Streams::text[], @Seqs::bigint[])
            with ordinality as a (stream_day, stream, seq, place)
        join event e on e.stream_date = date '0001-01-01' + a.stream_day and e.stream = a.stream and e.seq = a.seq
        """;

    private const string ReadKinds =
        $"""
        select {EventColumns} from event
        where stream_date = date '0001-01-01' and plant = @Plant and kind = any(@Kinds) and position > @After
        order by position
        """;

    private const string ReadPosition = "select coalesce((select last from position where plant = @Plant), 0)";

    private const string ReadPlants = "select plant from position order by plant";

    private const string FactSelection =
        """
        stream as Stream, line as Line, seq as Seq, entry_id as EntryId, date as Date, shift as Shift,
        subject as Subject, occasion as Occasion, measure as Measure, product as Product, work_order as WorkOrder,
        detail as Detail, record as Record, scaled as Scaled, decimals as Decimals, observed_at as ObservedAt,
        tags as Tags
        """;

    private const string ReadSubject =
        $"""
        select {FactSelection} from fact
        where plant = @Plant and subject = @Subject
            and date >= date '0001-01-01' + @StartDay and date < date '0001-01-01' + @EndDay
        order by stream_date, stream, line
        """;

    private const string ReadNewest =
        $"""
        select {FactSelection} from fact
        where plant = @Plant and subject = @Subject
            and date >= date '0001-01-01' + @StartDay and date < date '0001-01-01' + @EndDay
        order by date desc, seq desc, stream, line limit @Limit
        """;

    private const string ReadWorkOrder =
        $"""
        select {FactSelection} from fact
        where plant = @Plant and work_order = @WorkOrder and work_order <> ''
            and date >= date '0001-01-01' + @StartDay and date < date '0001-01-01' + @EndDay
        order by stream_date, stream, line
        """;

    // The measure is written out: the index holds only such rows.
    private const string ReadExcluded =
        $"""
        select {FactSelection} from fact
        where plant = @Plant and measure = 'excluded_minutes'
            and date >= date '0001-01-01' + @StartDay and date < date '0001-01-01' + @EndDay
        order by stream_date, stream, line
        """;

    private const string ReadSheet =
        $"""
        select {FactSelection} from fact
        where stream_date = date '0001-01-01' + @StreamDay and stream = @Stream
        order by line
        """;

    // The facts of a dated sheet have its date, which leads the primary key; only undated sheets are looked through.
    private const string ReadPeriod =
        $"""
        select {FactSelection} from fact
        where stream_date >= date '0001-01-01' + @StartDay and stream_date < date '0001-01-01' + @EndDay
            and stream_date > '0001-01-01' and plant = @Plant
        union all
        select {FactSelection} from fact
        where stream_date = '0001-01-01' and plant = @Plant
            and date >= date '0001-01-01' + @StartDay and date < date '0001-01-01' + @EndDay
        """;

    private const string ReadPlaced =
        $"""
        select {FactSelection}, (
            select position from event e
            where e.stream_date = f.stream_date and e.stream = f.stream and e.seq = f.seq) as Position
        from fact f
        where plant = @Plant and (
            (stream_date >= date '0001-01-01' + @StartDay and stream_date < date '0001-01-01' + @EndDay
                and stream_date > '0001-01-01')
            or (stream_date = '0001-01-01'
                and date >= date '0001-01-01' + @StartDay and date < date '0001-01-01' + @EndDay))
        """;

    // A row that an event after the range replaced counts too: it changed within the range as well.
    private const string ReadTouched =
        """
        with touched as (
            select stream_date, stream, min(seq) as first from event
            where plant = @Plant and position > @After and position <= @UpTo
            group by stream_date, stream)
        select distinct f.stream as Stream, f.date as Date, f.subject as Subject,
            max(f.seq) over (partition by f.stream, f.subject) as Version
        from touched t
        join fact f on f.stream_date = t.stream_date and f.stream = t.stream and f.seq >= t.first
        order by 1, 2, 3
        """;

    // The writer's statements are few and known: planning them anew for every batch costs more than it gains.
    private const string PlanOnce = "set plan_cache_mode = force_generic_plan";

    private const string StartRebuild = "create temp table rebuilt (like fact including indexes) on commit drop";

    // Every append takes its plant's positions here, so that none can commit before this transaction does.
    private const string KeepAppendsOut = "select last from position where plant = @Plant for update";

    private const string DeleteDifferent =
        $"""
        delete from fact f where plant = @Plant and not exists (
            select 1 from rebuilt r
            where r.stream_date = f.stream_date and r.stream = f.stream and r.line = f.line and r = f)
        """;

    private const string InsertRebuilt = "insert into fact select * from rebuilt on conflict do nothing";

    private const string ReadPrivate =
        "select key as Key, content as Content from private_content where plant = @Plant and id = @Id";

    private const string ErasePrivate = "delete from private_content where plant = @Plant and id = @Id";

    private const int RebuildPage = 2000;

    private readonly NpgsqlDataSource _source;
    private readonly IFactProjection _projection;
    private PostgresSingle _single = new();
    private PostgresBatch _batch = new();
    private NpgsqlConnection? _writer;

    public PostgresLedger(NpgsqlDataSource source, IFactProjection projection)
    {
        _source = source;
        _projection = projection;
    }

    public static async Task MigrateAsync(
        NpgsqlDataSource source, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await Migrator.MigratePostgresAsync(connection, Migration.Of("Postgres"), time, cancellationToken);
    }

    public async Task<long[]> CommitAsync(IReadOnlyList<PreparedAppend> batch)
    {
        try
        {
            _writer ??= await OpenWriterAsync().ConfigureAwait(false);
            return PostgresSingle.Takes(batch)
                ? [await _single.WriteAsync(batch[0]).ConfigureAwait(false)]
                : await _batch.WriteAsync(batch).ConfigureAwait(false);
        }
        catch (PostgresException refused) when (IsRefusal(refused))
        {
            var isTaken = refused.ConstraintName is "event_seq" or "event_entry";
            throw new CommitRefusedException(isTaken, refused);
        }
        catch (Exception refused) when (
            refused is ArgumentException or InvalidCastException or FormatException or OverflowException)
        {
            await CloseWriterAsync().ConfigureAwait(false);
            throw new CommitRefusedException(isTaken: false, refused); // It never left this process.
        }
        catch
        {
            await CloseWriterAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async Task<StoredPlace?[]> LookAsync(IReadOnlyList<EventPlace> places)
    {
        var parameters = new
        {
            StreamDays = places.Select(p => p.Stream.Date.DayNumber).ToArray(),
            Streams = places.Select(p => p.Stream.ToString()).ToArray(),
            Seqs = places.Select(p => p.Seq).ToArray(),
        };
        var result = new StoredPlace?[places.Count];
        foreach (var row in await QueryAsync<PlaceRow>(Look, parameters, CancellationToken.None).ConfigureAwait(false))
        {
            result[row.Place - 1] = new StoredPlace(row.Hash, row.Position);
        }

        return result;
    }

    public async Task<IReadOnlyList<StoredEvent>> ReadStreamAsync(
        StreamId stream, long afterSeq, CancellationToken cancellationToken)
    {
        var parameters = new { StreamDay = stream.Date.DayNumber, Stream = stream.ToString(), After = afterSeq };
        var rows = await QueryAsync<EventRow>(ReadStream, parameters, cancellationToken);
        return [.. rows.Select(row => row.ToEvent())];
    }

    public async Task<IReadOnlyList<StoredEvent>> ReadTailAsync(
        PlantId plant, long afterPosition, int limit, CancellationToken cancellationToken)
    {
        var parameters = new { Plant = plant.Value, After = afterPosition, Limit = limit };
        var rows = await QueryAsync<EventRow>(ReadTail, parameters, cancellationToken);
        return [.. rows.Select(row => row.ToEvent())];
    }

    public async Task<IReadOnlyList<StoredEvent>> ReadKindsAsync(
        PlantId plant, IReadOnlyList<StreamKind> kinds, long afterPosition, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            Plant = plant.Value,
            Kinds = kinds.Select(StreamId.NameOf).ToArray(),
            After = afterPosition,
        };
        var rows = await QueryAsync<EventRow>(ReadKinds, parameters, cancellationToken);
        return [.. rows.Select(row => row.ToEvent())];
    }

    public async Task<long> ReadPositionAsync(PlantId plant, CancellationToken cancellationToken)
    {
        var rows = await QueryAsync<long>(ReadPosition, new { Plant = plant.Value }, cancellationToken);
        return rows.Single();
    }

    public async Task<IReadOnlyList<PlantId>> ReadPlantsAsync(CancellationToken cancellationToken)
    {
        var rows = await QueryAsync<string>(ReadPlants, new { }, cancellationToken);
        return [.. rows.Select(plant => new PlantId(plant))];
    }

    public async Task<ILedgerSnapshot> OpenSnapshotAsync(CancellationToken cancellationToken) =>
        await PostgresSnapshot.OpenAsync(_source, cancellationToken);

    public async Task<IReadOnlyList<FactRow>> ReadSubjectAsync(
        PlantId plant, SubjectId subject, DateRange dates, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            Plant = plant.Value,
            Subject = subject.ToString(),
            StartDay = dates.Start.DayNumber,
            EndDay = dates.End.DayNumber,
        };
        return await ReadFactsAsync(ReadSubject, parameters, cancellationToken);
    }

    public Task<IReadOnlyList<FactRow>> ReadNewestAsync(
        PlantId plant, SubjectId subject, DateRange dates, int limit, CancellationToken cancellationToken) =>
        ReadFactsAsync(
            ReadNewest,
            new
            {
                Plant = plant.Value,
                Subject = subject.ToString(),
                StartDay = dates.Start.DayNumber,
                EndDay = dates.End.DayNumber,
                Limit = limit,
            },
            cancellationToken);

    public Task<IReadOnlyList<FactRow>> ReadWorkOrderAsync(
        PlantId plant, WorkOrderNumber workOrder, DateRange dates, CancellationToken cancellationToken) =>
        ReadFactsAsync(
            ReadWorkOrder,
            new
            {
                Plant = plant.Value,
                WorkOrder = workOrder.Value,
                StartDay = dates.Start.DayNumber,
                EndDay = dates.End.DayNumber,
            },
            cancellationToken);

    public Task<IReadOnlyList<FactRow>> ReadExcludedAsync(
        PlantId plant, DateRange dates, CancellationToken cancellationToken) =>
        ReadFactsAsync(
            ReadExcluded,
            new { Plant = plant.Value, StartDay = dates.Start.DayNumber, EndDay = dates.End.DayNumber },
            cancellationToken);

    public Task<IReadOnlyList<FactRow>> ReadSheetAsync(StreamId sheet, CancellationToken cancellationToken) =>
        ReadFactsAsync(
            ReadSheet, new { StreamDay = sheet.Date.DayNumber, Stream = sheet.ToString() }, cancellationToken);

    public Task<IReadOnlyList<FactRow>> ReadPeriodAsync(
        PlantId plant, DateRange dates, CancellationToken cancellationToken) =>
        ReadFactsAsync(
            ReadPeriod,
            new { Plant = plant.Value, StartDay = dates.Start.DayNumber, EndDay = dates.End.DayNumber },
            cancellationToken);

    public async Task<IReadOnlyList<PlacedFact>> ReadPlacedAsync(
        PlantId plant, DateRange dates, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            Plant = plant.Value,
            StartDay = dates.Start.DayNumber,
            EndDay = dates.End.DayNumber,
        };
        var rows = await QueryAsync<FactRecord>(ReadPlaced, parameters, cancellationToken);
        return [.. rows.Select(row => row.ToPlaced())];
    }

    public async Task<IReadOnlyList<TouchedSheet>> ReadTouchedAsync(
        PlantId plant, long afterPosition, long upToPosition, CancellationToken cancellationToken)
    {
        var parameters = new { Plant = plant.Value, After = afterPosition, UpTo = upToPosition };
        var rows = await QueryAsync<TouchedRow>(ReadTouched, parameters, cancellationToken);
        return [.. rows.Select(row => row.ToSheet())];
    }

    public async Task<long> RebuildAsync(PlantId plant, CancellationToken cancellationToken)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(StartRebuild, cancellationToken: cancellationToken));

        // Most of the work is done beside the appends; only its end keeps them out.
        var derivedUpTo = await DeriveAsync(connection, plant, 0, cancellationToken);
        var parameters = new { Plant = plant.Value };
        var last = await connection.QuerySingleOrDefaultAsync<long>(
            new CommandDefinition(KeepAppendsOut, parameters, cancellationToken: cancellationToken));
        await DeriveAsync(connection, plant, derivedUpTo, cancellationToken);
        await connection.ExecuteAsync(
            new CommandDefinition(DeleteDifferent, parameters, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(InsertRebuilt, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return last;
    }

    public async Task<PrivateContent?> ReadAsync(PlantId plant, Guid id, CancellationToken cancellationToken)
    {
        var rows = await QueryAsync<PrivateRow>(ReadPrivate, new { Plant = plant.Value, Id = id }, cancellationToken);
        return rows.Select(row => new PrivateContent(id, row.Key, row.Content)).SingleOrDefault();
    }

    public async Task EraseAsync(PlantId plant, Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(
            new CommandDefinition(
                ErasePrivate, new { Plant = plant.Value, Id = id }, cancellationToken: cancellationToken));
    }

    public async ValueTask DisposeAsync() => await CloseWriterAsync();

    // Class 22: data. 23: constraint. 54: limit of the program. Every other class is the database's own trouble.
    private static bool IsRefusal(PostgresException e) => e.SqlState[..2] is "22" or "23" or "54";

    private async Task<NpgsqlConnection> OpenWriterAsync()
    {
        var connection = await _source.OpenConnectionAsync().ConfigureAwait(false);
        try
        {
            await connection.ExecuteAsync(PlanOnce).ConfigureAwait(false);
            (_single, _batch) = (new PostgresSingle(), new PostgresBatch());
            await _single.PrepareAsync(connection).ConfigureAwait(false);
            await _batch.PrepareAsync(connection).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task CloseWriterAsync()
    {
        if (_writer is { } writer)
        {
            _writer = null;
            await writer.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<List<T>> QueryAsync<T>(string sql, object parameters, CancellationToken cancellationToken)
    {
        var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var rows = await connection.QueryAsync<T>(
                new CommandDefinition(sql, parameters, cancellationToken: cancellationToken)).ConfigureAwait(false);
            return rows.AsList();
        }
    }

    private async Task<IReadOnlyList<FactRow>> ReadFactsAsync(
        string sql, object parameters, CancellationToken cancellationToken)
    {
        var rows = await QueryAsync<FactRecord>(sql, parameters, cancellationToken);
        return [.. rows.Select(row => row.ToFact())];
    }

    private async Task<long> DeriveAsync(
        NpgsqlConnection connection, PlantId plant, long afterPosition, CancellationToken cancellationToken)
    {
        List<EventRow> page;
        do
        {
            var parameters = new { Plant = plant.Value, After = afterPosition, Limit = RebuildPage };
            page = (await connection.QueryAsync<EventRow>(
                new CommandDefinition(ReadTail, parameters, cancellationToken: cancellationToken))).AsList();
            var lastOfLines = page.Select(row => _projection.Project(row.ToEvent())).OfType<FactRow>()
                .GroupBy(fact => (fact.Stream, fact.Line))
                .Select(line => line.MaxBy(fact => fact.Seq)!);
            await PostgresBatch.UpsertAsync(connection, lastOfLines, cancellationToken);
            afterPosition = page is [.., var last] ? last.Position : afterPosition;
        }
        while (page.Count == RebuildPage);
        return afterPosition;
    }

    private sealed record PlaceRow(long Place, byte[] Hash, long Position);

    private sealed record EventRow(
        string Stream,
        long Seq,
        long Position,
        Guid EntryId,
        string Type,
        int Version,
        string ActorKind,
        string ActorId,
        string Role,
        long At,
        byte[] Payload,
        byte[] PreviousHash,
        byte[] Hash)
    {
        public StoredEvent ToEvent() => new(
            StreamId.Parse(Stream),
            Seq,
            Position,
            EntryId,
            Type,
            Version,
            new Actor(Enum.Parse<ActorKind>(ActorKind), ActorId, Enum.Parse<Role>(Role)),
            DateTimeOffset.FromUnixTimeMilliseconds(At),
            Payload,
            PreviousHash,
            Hash);
    }

    private sealed record FactRecord
    {
        public required string Stream { get; init; }

        public required long Line { get; init; }

        public required long Seq { get; init; }

        public required Guid EntryId { get; init; }

        public required DateOnly Date { get; init; }

        public required string Shift { get; init; }

        public required string Subject { get; init; }

        public required string Occasion { get; init; }

        public required string Measure { get; init; }

        public required string Product { get; init; }

        public required string WorkOrder { get; init; }

        public required string Detail { get; init; }

        public required string Record { get; init; }

        public long? Scaled { get; init; }

        public required short Decimals { get; init; }

        public long? ObservedAt { get; init; }

        public required string Tags { get; init; }

        /// <summary>Read where positions are asked for.</summary>
        public long Position { get; init; }

        public PlacedFact ToPlaced() => new(ToFact(), Position);

        public FactRow ToFact() => new(
            StreamId.Parse(Stream),
            Line,
            Seq,
            EntryId,
            Date,
            Shift,
            SubjectId.Parse(Subject, null),
            Enum.Parse<Occasion>(Occasion),
            new MeasureCode(Measure),
            Product,
            WorkOrder,
            Detail,
            Record,
            Scaled,
            Decimals,
            ObservedAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
            Tags);
    }

    private sealed record TouchedRow(string Stream, DateOnly Date, string Subject, long Version)
    {
        public TouchedSheet ToSheet() => new(StreamId.Parse(Stream), Date, SubjectId.Parse(Subject, null), Version);
    }

    private sealed record PrivateRow(byte[] Key, byte[] Content);
}
