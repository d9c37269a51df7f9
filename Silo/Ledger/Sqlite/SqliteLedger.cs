using System.Globalization;
using Dapper;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Ledger;
using Ganchao.Silo.Ledger.Verify;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Ganchao.Silo.Ledger.Sqlite;

/// <summary>How the ledger's file is used.</summary>
internal sealed record SqliteLedgerOptions
{
    /// <summary>The database file, migrated.</summary>
    public required string File { get; init; }

    /// <summary>Threads that read.</summary>
    public int Readers { get; init; } = 4;

    /// <summary>How long one reading may take.</summary>
    public TimeSpan ReadLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The file grows no further, as if the disk were full; null: as far as the disk allows.</summary>
    public long? MaxPages { get; init; }
}

/// <summary>
/// The ledger in one SQLite file: one connection writes, on its own thread; a few others read, each reading with a
/// time limit, because a long one keeps the write-ahead log from being reset.
/// </summary>
internal sealed class SqliteLedger : ILedgerStore, IFacts, IPrivateContents, IDisposable
{
    private const string WriterPragmas =
        "pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000;";

    private const string ReaderPragmas = "pragma busy_timeout = 5000; pragma query_only = 1;";

    private const string TakePositions =
        """
        insert into position (plant, last) values ($plant, $count)
        on conflict (plant) do update set last = last + excluded.last
        returning last
        """;

    private const string InsertEvent =
        $"""
        insert into event (stream_date, stream, seq, position, plant, kind, entry_id, type, version, actor_kind,
            actor_id, role, at, algorithm, payload, previous_hash, hash)
        values ($stream_date, $stream, $seq, $position, $plant, $kind, $entry_id, $type, $version, $actor_kind,
            $actor_id, $role, $at, '{Chain.Algorithm}', $payload, $previous_hash, $hash)
        """;

    private const string FactColumns =
        """
        stream_date, stream, line, seq, plant, entry_id, date, shift, subject, occasion, measure, product,
        work_order, detail, record, scaled, decimals, observed_at, tags
        """;

    private const string FactValues =
        """
        $stream_date, $stream, $line, $seq, $plant, $entry_id, $date, $shift, $subject, $occasion, $measure,
        $product, $work_order, $detail, $record, $scaled, $decimals, $observed_at, $tags
        """;

    private const string ReplaceOlder =
        """
        on conflict (stream_date, stream, line) do update set
            seq = excluded.seq, entry_id = excluded.entry_id, date = excluded.date, shift = excluded.shift,
            subject = excluded.subject, occasion = excluded.occasion, measure = excluded.measure,
            product = excluded.product, work_order = excluded.work_order, detail = excluded.detail,
            record = excluded.record, scaled = excluded.scaled, decimals = excluded.decimals,
            observed_at = excluded.observed_at, tags = excluded.tags
        where seq < excluded.seq
        """;

    private const string UpsertFact = $"insert into fact ({FactColumns}) values ({FactValues}) {ReplaceOlder}";

    private const string InsertPrivate =
        "insert into private_content (plant, id, key, content) values ($plant, $id, $key, $content)";

    private const string Look =
        """
        select hash, position from event where stream_date = $stream_date and stream = $stream and seq = $seq
        """;

    private const string EventColumns =
        """
        stream as Stream, seq as Seq, position as Position, entry_id as EntryId, type as Type, version as Version,
        actor_kind as ActorKind, actor_id as ActorId, role as Role, at as At, payload as Payload,
        previous_hash as PreviousHash, hash as Hash
        """;

    private const string ReadStream =
        $"""
        select {EventColumns} from event
        where stream_date = @StreamDate and stream = @Stream and seq > @After
        order by seq
        """;

    private const string ReadTail =
        $"""
        select {EventColumns} from event
        where plant = @Plant and position > @After
        order by position
        limit @Limit
        """;

    private const string ReadKinds =
        $"""
        select {EventColumns} from event
        where stream_date = '0001-01-01' and plant = @Plant and kind in @Kinds and position > @After
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
        where plant = @Plant and subject = @Subject and date >= @Start and date < @End
        order by stream_date, stream, line
        """;

    private const string ReadNewest =
        $"""
        select {FactSelection} from fact
        where plant = @Plant and subject = @Subject and date >= @Start and date < @End
        order by date desc, seq desc, stream, line limit @Limit
        """;

    private const string ReadWorkOrder =
        $"""
        select {FactSelection} from fact
        where plant = @Plant and work_order = @WorkOrder and work_order <> '' and date >= @Start and date < @End
        order by stream_date, stream, line
        """;

    // The measure is written out: the index holds only such rows.
    private const string ReadExcluded =
        $"""
        select {FactSelection} from fact
        where plant = @Plant and measure = 'excluded_minutes' and date >= @Start and date < @End
        order by stream_date, stream, line
        """;

    private const string ReadSheet =
        $"""
        select {FactSelection} from fact
        where stream_date = @StreamDate and stream = @Stream
        order by line
        """;

    // The facts of a dated sheet have its date, which leads the primary key; only undated sheets are looked through.
    private const string ReadPeriod =
        $"""
        select {FactSelection} from fact
        where stream_date >= @Start and stream_date < @End and stream_date > '0001-01-01' and plant = @Plant
        union all
        select {FactSelection} from fact
        where stream_date = '0001-01-01' and plant = @Plant and date >= @Start and date < @End
        """;

    private const string ReadPlaced =
        $"""
        select {FactSelection}, (
            select position from event e
            where e.stream_date = f.stream_date and e.stream = f.stream and e.seq = f.seq) as Position
        from fact f
        where plant = @Plant and (
            (stream_date >= @Start and stream_date < @End and stream_date > '0001-01-01')
            or (stream_date = '0001-01-01' and date >= @Start and date < @End))
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

    private const string StartRebuild =
        """
        drop table if exists temp.rebuilt;
        create temp table rebuilt as select * from fact limit 0;
        create unique index temp.rebuilt_line on rebuilt (stream_date, stream, line);
        """;

    private const string UpsertRebuilt =
        $"insert into temp.rebuilt ({FactColumns}) values ({FactValues}) {ReplaceOlder}";

    private const string DeleteDifferent =
        $"""
        delete from fact where plant = $plant and (stream_date, stream, line) in (
            select stream_date, stream, line from (
                select {FactColumns} from main.fact where plant = $plant
                except
                select {FactColumns} from temp.rebuilt))
        """;

    private const string InsertRebuilt =
        $"""
        insert into fact ({FactColumns}) select {FactColumns} from temp.rebuilt where true
        on conflict do nothing
        """;

    private const string ReadPrivate =
        "select key as Key, content as Content from private_content where plant = @Plant and id = @Id";

    private const string ErasePrivate = "delete from private_content where plant = @Plant and id = @Id";

    private const int RebuildPage = 2000;

    private readonly string _file;
    private readonly IFactProjection _projection;
    private readonly TimeSpan _readLimit;
    private readonly SqliteThreads _writer;
    private readonly SqliteThreads _readers;
    private readonly SemaphoreSlim _rebuilding = new(1);

    public SqliteLedger(SqliteLedgerOptions options, IFactProjection projection, TimeProvider time)
    {
        var connection = ConnectionString(options.File);
        var writerPragmas = options.MaxPages is { } pages
            ? FormattableString.Invariant($"{WriterPragmas} pragma max_page_count = {pages};")
            : WriterPragmas;
        _file = options.File;
        _projection = projection;
        _readLimit = options.ReadLimit;
        _writer = new SqliteThreads("Ledger writer", 1, () => new SqliteSession(connection, writerPragmas, time));
        _readers = new SqliteThreads(
            "Ledger reader", options.Readers, () => new SqliteSession(connection, ReaderPragmas, time));
    }

    /// <summary>Not pooled: a pooled connection can come back inside somebody's transaction.</summary>
    public static string ConnectionString(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();

    public static async Task MigrateAsync(string file, string folder, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(ConnectionString(file));
        await connection.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("pragma journal_mode = wal; pragma synchronous = full;");
        await Migrator.MigrateSqliteAsync(connection, Migration.Of(folder), time, cancellationToken);
    }

    public Task<long[]> CommitAsync(IReadOnlyList<PreparedAppend> batch) =>
        WriteAsync(session => Commit(session, batch));

    public Task<StoredPlace?[]> LookAsync(IReadOnlyList<EventPlace> places) =>
        _writer.RunAsync(session => places.Select(place => LookAt(session, place)).ToArray(), CancellationToken.None);

    public async Task<IReadOnlyList<StoredEvent>> ReadStreamAsync(
        StreamId stream, long afterSeq, CancellationToken cancellationToken)
    {
        var parameters = new { StreamDate = Text(stream.Date), Stream = stream.ToString(), After = afterSeq };
        return await ReadAsync<EventRow, StoredEvent>(ReadStream, parameters, row => row.ToEvent(), cancellationToken);
    }

    public async Task<IReadOnlyList<StoredEvent>> ReadTailAsync(
        PlantId plant, long afterPosition, int limit, CancellationToken cancellationToken)
    {
        var parameters = new { Plant = plant.Value, After = afterPosition, Limit = limit };
        return await ReadAsync<EventRow, StoredEvent>(ReadTail, parameters, row => row.ToEvent(), cancellationToken);
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
        return await ReadAsync<EventRow, StoredEvent>(ReadKinds, parameters, row => row.ToEvent(), cancellationToken);
    }

    public async Task<long> ReadPositionAsync(PlantId plant, CancellationToken cancellationToken)
    {
        var found = await ReadAsync<long, long>(
            ReadPosition, new { Plant = plant.Value }, last => last, cancellationToken);
        return found.Single();
    }

    public async Task<IReadOnlyList<PlantId>> ReadPlantsAsync(CancellationToken cancellationToken) =>
        await ReadAsync<string, PlantId>(ReadPlants, new { }, plant => new PlantId(plant), cancellationToken);

    public async Task<ILedgerSnapshot> OpenSnapshotAsync(CancellationToken cancellationToken) =>
        await SqliteSnapshot.OpenAsync(_file, cancellationToken);

    public async Task<IReadOnlyList<FactRow>> ReadSubjectAsync(
        PlantId plant, SubjectId subject, DateRange dates, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            Plant = plant.Value,
            Subject = subject.ToString(),
            Start = Text(dates.Start),
            End = Text(dates.End),
        };
        return await ReadAsync<FactRecord, FactRow>(ReadSubject, parameters, row => row.ToFact(), cancellationToken);
    }

    public async Task<IReadOnlyList<FactRow>> ReadNewestAsync(
        PlantId plant, SubjectId subject, DateRange dates, int limit, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            Plant = plant.Value,
            Subject = subject.ToString(),
            Start = Text(dates.Start),
            End = Text(dates.End),
            Limit = limit,
        };
        return await ReadAsync<FactRecord, FactRow>(ReadNewest, parameters, row => row.ToFact(), cancellationToken);
    }

    public async Task<IReadOnlyList<FactRow>> ReadWorkOrderAsync(
        PlantId plant, WorkOrderNumber workOrder, DateRange dates, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            Plant = plant.Value,
            WorkOrder = workOrder.Value,
            Start = Text(dates.Start),
            End = Text(dates.End),
        };
        return await ReadAsync<FactRecord, FactRow>(ReadWorkOrder, parameters, row => row.ToFact(), cancellationToken);
    }

    public async Task<IReadOnlyList<FactRow>> ReadExcludedAsync(
        PlantId plant, DateRange dates, CancellationToken cancellationToken)
    {
        var parameters = new { Plant = plant.Value, Start = Text(dates.Start), End = Text(dates.End) };
        return await ReadAsync<FactRecord, FactRow>(ReadExcluded, parameters, row => row.ToFact(), cancellationToken);
    }

    public async Task<IReadOnlyList<FactRow>> ReadSheetAsync(StreamId sheet, CancellationToken cancellationToken)
    {
        var parameters = new { StreamDate = Text(sheet.Date), Stream = sheet.ToString() };
        return await ReadAsync<FactRecord, FactRow>(ReadSheet, parameters, row => row.ToFact(), cancellationToken);
    }

    public async Task<IReadOnlyList<FactRow>> ReadPeriodAsync(
        PlantId plant, DateRange dates, CancellationToken cancellationToken)
    {
        var parameters = new { Plant = plant.Value, Start = Text(dates.Start), End = Text(dates.End) };
        return await ReadAsync<FactRecord, FactRow>(ReadPeriod, parameters, row => row.ToFact(), cancellationToken);
    }

    public async Task<IReadOnlyList<PlacedFact>> ReadPlacedAsync(
        PlantId plant, DateRange dates, CancellationToken cancellationToken)
    {
        var parameters = new { Plant = plant.Value, Start = Text(dates.Start), End = Text(dates.End) };
        return await ReadAsync<FactRecord, PlacedFact>(ReadPlaced, parameters, row => row.ToPlaced(), cancellationToken);
    }

    public async Task<IReadOnlyList<TouchedSheet>> ReadTouchedAsync(
        PlantId plant, long afterPosition, long upToPosition, CancellationToken cancellationToken)
    {
        var parameters = new { Plant = plant.Value, After = afterPosition, UpTo = upToPosition };
        return await ReadAsync<TouchedRow, TouchedSheet>(
            ReadTouched, parameters, row => row.ToSheet(), cancellationToken);
    }

    public async Task<long> RebuildAsync(PlantId plant, CancellationToken cancellationToken)
    {
        await _rebuilding.WaitAsync(cancellationToken);
        try
        {
            // Most of the work is done beside the appends; only its end keeps them out.
            await WriteAsync(session => { session.Execute(StartRebuild); return 0; });
            var derivedUpTo = 0L;
            IReadOnlyList<StoredEvent> page;
            do
            {
                page = await ReadTailAsync(plant, derivedUpTo, RebuildPage, cancellationToken);
                var facts = page.Select(_projection.Project).OfType<FactRow>().ToList();
                await WriteAsync(session => { UpsertInTransaction(session, facts); return 0; });
                derivedUpTo = page is [.., var last] ? last.Position : derivedUpTo;
            }
            while (page.Count == RebuildPage);
            return await WriteAsync(session => FinishRebuild(session, plant, derivedUpTo));
        }
        finally
        {
            _rebuilding.Release();
        }
    }

    public async Task<PrivateContent?> ReadAsync(PlantId plant, Guid id, CancellationToken cancellationToken)
    {
        var parameters = new { Plant = plant.Value, Id = Bytes(id) };
        var found = await ReadAsync<PrivateRow, PrivateContent>(
            ReadPrivate, parameters, row => new PrivateContent(id, row.Key, row.Content), cancellationToken);
        return found.SingleOrDefault();
    }

    public Task EraseAsync(PlantId plant, Guid id, CancellationToken cancellationToken) =>
        WriteAsync(session => session.Connection.Execute(ErasePrivate, new { Plant = plant.Value, Id = Bytes(id) }));

    public void Dispose()
    {
        _readers.Dispose();
        _writer.Dispose();
        _rebuilding.Dispose();
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    /// <summary>Runs a job on the one writing connection.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> job) => _writer.RunAsync(job, CancellationToken.None);

    /// <summary>Runs a query on a reading connection, with the time limit.</summary>
    public Task<List<TResult>> ReadAsync<TRow, TResult>(
        string sql, object parameters, Func<TRow, TResult> convert, CancellationToken cancellationToken) =>
        _readers.RunAsync(
            session => session.RunWithin(
                _readLimit,
                connection => connection.Query<TRow>(sql, parameters, buffered: false).Select(convert).ToList(),
                cancellationToken),
            cancellationToken);

    private static long[] Commit(SqliteSession session, IReadOnlyList<PreparedAppend> batch)
    {
        try
        {
            return InTransaction(session, () => Insert(session, batch));
        }
        catch (SqliteException refused) when (
            refused.SqliteErrorCode is raw.SQLITE_CONSTRAINT or raw.SQLITE_TOOBIG or raw.SQLITE_MISMATCH)
        {
            var isTaken = refused.Message.Contains("event.seq", StringComparison.Ordinal) ||
                refused.Message.Contains("event.entry_id", StringComparison.Ordinal);
            throw new CommitRefusedException(isTaken, refused);
        }
    }

    private static T InTransaction<T>(SqliteSession session, Func<T> work)
    {
        session.Execute("begin immediate");
        try
        {
            var result = work();
            session.Execute("commit");
            return result;
        }
        catch
        {
            session.TryRollBack();
            throw;
        }
    }

    private static long[] Insert(SqliteSession session, IReadOnlyList<PreparedAppend> batch)
    {
        var next = NextPositions(session, batch);
        var positions = new long[batch.Count];
        for (var i = 0; i < batch.Count; i++)
        {
            var append = batch[i];
            var position = next[append.Plant];
            for (var e = 0; e < append.Count; e++)
            {
                Insert(session, append, e, position + e);
            }

            next[append.Plant] = position + append.Count;
            positions[i] = position + append.Count - 1;
            foreach (var fact in append.Facts)
            {
                Upsert(session, UpsertFact, append.StreamText, fact);
            }

            foreach (var content in append.Append.Private)
            {
                Insert(session, append.Plant, content);
            }
        }

        return positions;
    }

    private static Dictionary<string, long> NextPositions(SqliteSession session, IReadOnlyList<PreparedAppend> batch)
    {
        var counts = new Dictionary<string, long>();
        foreach (var append in batch)
        {
            counts[append.Plant] = counts.GetValueOrDefault(append.Plant) + append.Count;
        }

        var next = new Dictionary<string, long>(counts.Count);
        foreach (var (plant, count) in counts)
        {
            var command = session.Command(TakePositions);
            Set(command, 0, "$plant", plant);
            Set(command, 1, "$count", count);
            next[plant] = (long)command.ExecuteScalar()! - count + 1;
        }

        return next;
    }

    private static void Insert(SqliteSession session, PreparedAppend append, int index, long position)
    {
        var draft = append.Append.Events[index];
        var command = session.Command(InsertEvent);
        Set(command, 0, "$stream_date", Text(append.Stream.Date));
        Set(command, 1, "$stream", append.StreamText);
        Set(command, 2, "$seq", append.Append.After.Seq + 1 + index);
        Set(command, 3, "$position", position);
        Set(command, 4, "$plant", append.Plant);
        Set(command, 5, "$kind", append.Stream.KindName);
        Set(command, 6, "$entry_id", Bytes(draft.Id));
        Set(command, 7, "$type", draft.Type);
        Set(command, 8, "$version", draft.Version);
        Set(command, 9, "$actor_kind", draft.Actor.Kind.ToString());
        Set(command, 10, "$actor_id", draft.Actor.Id);
        Set(command, 11, "$role", draft.Actor.Role.ToString());
        Set(command, 12, "$at", draft.At.ToUnixTimeMilliseconds());
        Set(command, 13, "$payload", ExactBytes.Of(draft.Payload));
        Set(command, 14, "$previous_hash", ExactBytes.Of(append.PreviousHash(index)));
        Set(command, 15, "$hash", append.Hashes[index]);
        command.ExecuteNonQuery();
    }

    private static void UpsertInTransaction(SqliteSession session, List<FactRow> facts) =>
        InTransaction(
            session,
            () =>
            {
                foreach (var fact in facts)
                {
                    Upsert(session, UpsertRebuilt, fact.Stream.ToString(), fact);
                }

                return facts.Count;
            });

    private static void Upsert(SqliteSession session, string sql, string stream, FactRow fact)
    {
        var command = session.Command(sql);
        Set(command, 0, "$stream_date", Text(fact.Stream.Date));
        Set(command, 1, "$stream", stream);
        Set(command, 2, "$line", fact.Line);
        Set(command, 3, "$seq", fact.Seq);
        Set(command, 4, "$plant", fact.Stream.Plant.Value);
        Set(command, 5, "$entry_id", Bytes(fact.Entry));
        Set(command, 6, "$date", Text(fact.Date));
        Set(command, 7, "$shift", fact.Shift);
        Set(command, 8, "$subject", fact.Subject.ToString());
        Set(command, 9, "$occasion", fact.Occasion.ToString());
        Set(command, 10, "$measure", fact.Measure.Value);
        Set(command, 11, "$product", fact.Product);
        Set(command, 12, "$work_order", fact.WorkOrder);
        Set(command, 13, "$detail", fact.Detail);
        Set(command, 14, "$record", fact.Record);
        Set(command, 15, "$scaled", fact.Scaled);
        Set(command, 16, "$decimals", fact.Decimals);
        Set(command, 17, "$observed_at", fact.ObservedAt?.ToUnixTimeMilliseconds());
        Set(command, 18, "$tags", fact.Tags);
        command.ExecuteNonQuery();
    }

    private static void Insert(SqliteSession session, string plant, PrivateContent content)
    {
        var command = session.Command(InsertPrivate);
        Set(command, 0, "$plant", plant);
        Set(command, 1, "$id", Bytes(content.Id));
        Set(command, 2, "$key", ExactBytes.Of(content.Key));
        Set(command, 3, "$content", ExactBytes.Of(content.Content));
        command.ExecuteNonQuery();
    }

    private static StoredPlace? LookAt(SqliteSession session, EventPlace place)
    {
        var command = session.Command(Look);
        Set(command, 0, "$stream_date", Text(place.Stream.Date));
        Set(command, 1, "$stream", place.Stream.ToString());
        Set(command, 2, "$seq", place.Seq);
        using var reader = command.ExecuteReader();
        return reader.Read() ? new StoredPlace(reader.GetFieldValue<byte[]>(0), reader.GetInt64(1)) : null;
    }

    private long FinishRebuild(SqliteSession session, PlantId plant, long derivedUpTo) =>
        InTransaction(
            session,
            () =>
            {
                var parameters = new { Plant = plant.Value, After = derivedUpTo, Limit = -1 };
                foreach (var row in session.Connection.Query<EventRow>(ReadTail, parameters, buffered: false))
                {
                    if (_projection.Project(row.ToEvent()) is { } fact)
                    {
                        Upsert(session, UpsertRebuilt, row.Stream, fact);
                    }
                }

                session.Connection.Execute(DeleteDifferent, new { plant = plant.Value });
                session.Execute(InsertRebuilt);
                session.Execute("drop table temp.rebuilt");
                return session.Connection.QuerySingle<long>(ReadPosition, new { Plant = plant.Value });
            });

    // Parameters are made once per command and then only given new values.
    private static void Set(SqliteCommand command, int index, string name, object? value)
    {
        if (command.Parameters.Count == index)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }
        else
        {
            command.Parameters[index].Value = value ?? DBNull.Value;
        }
    }

    private sealed record EventRow(
        string Stream,
        long Seq,
        long Position,
        byte[] EntryId,
        string Type,
        long Version,
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
            new Guid(EntryId, bigEndian: true),
            Type,
            (int)Version,
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

        public required byte[] EntryId { get; init; }

        public required string Date { get; init; }

        public required string Shift { get; init; }

        public required string Subject { get; init; }

        public required string Occasion { get; init; }

        public required string Measure { get; init; }

        public required string Product { get; init; }

        public required string WorkOrder { get; init; }

        public required string Detail { get; init; }

        public required string Record { get; init; }

        public long? Scaled { get; init; }

        public required long Decimals { get; init; }

        public long? ObservedAt { get; init; }

        public required string Tags { get; init; }

        /// <summary>Read where positions are asked for.</summary>
        public long Position { get; init; }

        public PlacedFact ToPlaced() => new(ToFact(), Position);

        public FactRow ToFact() => new(
            StreamId.Parse(Stream),
            Line,
            Seq,
            new Guid(EntryId, bigEndian: true),
            DateOnly.ParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Shift,
            SubjectId.Parse(Subject, null),
            Enum.Parse<Occasion>(Occasion),
            new MeasureCode(Measure),
            Product,
            WorkOrder,
            Detail,
            Record,
            Scaled,
            (int)Decimals,
            ObservedAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
            Tags);
    }

    // Not by constructor: SQLite gives a computed column no type where there is no row.
    private sealed record TouchedRow
    {
        public required string Stream { get; init; }

        public required string Date { get; init; }

        public required string Subject { get; init; }

        public required long Version { get; init; }

        public TouchedSheet ToSheet() => new(
            StreamId.Parse(Stream),
            DateOnly.ParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            SubjectId.Parse(Subject, null),
            Version);
    }

    private sealed record PrivateRow(byte[] Key, byte[] Content);
}
