using Ganchao.Grains.Ledger;
using Npgsql;
using NpgsqlTypes;

namespace Ganchao.Silo.Ledger.Postgres;

/// <summary>The writer's statements and their parameters, kept from batch to batch. Used by one caller at a time.</summary>
internal sealed class PostgresBatch
{
    // Plants come sorted, so that two silos take their counters in one order.
    private const string TakePositions =
        """
        with taken as (
            insert into position as p (plant, last)
            select plant, count from unnest($1::text[], $2::bigint[]) as b (plant, count)
            on conflict (plant) do update set last = p.last + excluded.last
            returning plant, last),
        """;

    // "back" counts from the last position that the batch takes for the plant; days from 0001-01-01, which the driver
    // would turn into -infinity.
    private const string InsertEvents =
        $"""
        events as (
            insert into event (stream_date, stream, seq, position, plant, kind, entry_id, type, version, actor_kind,
                actor_id, role, at, algorithm, payload, previous_hash, hash)
            select date '0001-01-01' + stream_day, stream, seq, last - back, plant, kind, entry_id, type, version,
                actor_kind, actor_id, role, at, '{Chain.Algorithm}', payload, previous_hash, hash
            from unnest($3::int[], $4::text[], $5::bigint[], $6::bigint[], $7::text[], $8::text[], $9::uuid[],
                $10::text[], $11::int[], $12::text[], $13::text[], $14::text[], $15::bigint[], $16::bytea[],
                $17::bytea[], $18::bytea[])
                as e (stream_day, stream, seq, back, plant, kind, entry_id, type, version, actor_kind,
                    actor_id, role, at, payload, previous_hash, hash)
            join taken using (plant))
        """;

    public const string FactColumns =
        """
        stream_date, stream, line, seq, plant, entry_id, date, shift, subject, occasion, measure, product,
        work_order, detail, record, scaled, decimals, observed_at, tags
        """;

    public const string ReplaceOlder =
        """
        on conflict (stream_date, stream, line) do update set
            seq = excluded.seq, entry_id = excluded.entry_id, date = excluded.date, shift = excluded.shift,
            subject = excluded.subject, occasion = excluded.occasion, measure = excluded.measure,
            product = excluded.product, work_order = excluded.work_order, detail = excluded.detail,
            record = excluded.record, scaled = excluded.scaled, decimals = excluded.decimals,
            observed_at = excluded.observed_at, tags = excluded.tags
        where f.seq < excluded.seq
        """;

    private const string FactSelection =
        """
        date '0001-01-01' + stream_day, stream, line, seq, plant, entry_id, date '0001-01-01' + day, shift, subject,
        occasion, measure, product, work_order, detail, record, scaled, decimals, observed_at, tags
        """;

    private const string FactNames =
        """
        stream_day, stream, line, seq, plant, entry_id, day, shift, subject, occasion, measure, product,
        work_order, detail, record, scaled, decimals, observed_at, tags
        """;

    private const string UpsertFacts =
        $"""
        , facts as (
            insert into fact as f ({FactColumns})
            select {FactSelection}
            from unnest($19::int[], $20::text[], $21::bigint[], $22::bigint[], $23::text[], $24::uuid[],
                $25::int[], $26::text[], $27::text[], $28::text[], $29::text[], $30::text[], $31::text[],
                $32::text[], $33::text[], $34::bigint[], $35::smallint[], $36::bigint[], $37::text[]) as a ({FactNames})
            {ReplaceOlder})
        """;

    private const string InsertPrivate =
        """
        , contents as (
            insert into private_content (plant, id, key, content)
            select * from unnest($38::text[], $39::uuid[], $40::bytea[], $41::bytea[]))
        """;

    private const string ReturnPositions = " select plant, last from taken";

    private const string Bare = TakePositions + InsertEvents + ReturnPositions;
    private const string WithFacts = TakePositions + InsertEvents + UpsertFacts + ReturnPositions;
    private const string Whole = TakePositions + InsertEvents + UpsertFacts + InsertPrivate + ReturnPositions;

    private const string UpsertRebuilt =
        $"""
        insert into rebuilt as f ({FactColumns})
        select {FactSelection}
        from unnest($1::int[], $2::text[], $3::bigint[], $4::bigint[], $5::text[], $6::uuid[],
            $7::int[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[],
            $14::text[], $15::text[], $16::bigint[], $17::smallint[], $18::bigint[], $19::text[]) as a ({FactNames})
        {ReplaceOlder}
        """;

    private readonly PlantColumns _plants = new();
    private readonly EventColumns _events = new();
    private readonly FactColumnSet _facts = new();
    private readonly PrivateColumns _contents = new();
    private readonly SortedDictionary<string, long> _taken = new(StringComparer.Ordinal);
    private NpgsqlCommand? _bare;
    private NpgsqlCommand? _withFacts;
    private NpgsqlCommand? _whole;

    /// <summary>Writes facts beside the ledger, into the table of a rebuild.</summary>
    public static async Task UpsertAsync(
        NpgsqlConnection connection, IEnumerable<FactRow> facts, CancellationToken cancellationToken)
    {
        var columns = new FactColumnSet();
        foreach (var fact in facts)
        {
            columns.Add(fact.Stream.ToString(), fact);
        }

        await using var command = new NpgsqlCommand(UpsertRebuilt, connection);
        columns.AddTo(command);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Makes the commands of a connection that was just opened.</summary>
    public async Task PrepareAsync(NpgsqlConnection connection)
    {
        _bare = await PrepareAsync(connection, Bare, []).ConfigureAwait(false);
        _withFacts = await PrepareAsync(connection, WithFacts, [_facts]).ConfigureAwait(false);
        _whole = await PrepareAsync(connection, Whole, [_facts, _contents]).ConfigureAwait(false);
    }

    /// <returns>The position of each append's last event.</returns>
    public async Task<long[]> WriteAsync(IReadOnlyList<PreparedAppend> batch)
    {
        Fill(batch);
        var command = _contents.Count > 0 ? _whole! : _facts.Count > 0 ? _withFacts! : _bare!;
        var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync().ConfigureAwait(false))
            {
                var plant = reader.GetString(0);
                _taken[plant] = reader.GetInt64(1) - _taken[plant];
            }
        }

        var positions = new long[batch.Count];
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = _taken[batch[i].Plant] += batch[i].Count;
        }

        return positions;
    }

    private async Task<NpgsqlCommand> PrepareAsync(NpgsqlConnection connection, string sql, ColumnSet[] more)
    {
        var command = new NpgsqlCommand(sql, connection);
        ColumnSet[] all = [_plants, _events, .. more];
        foreach (var columns in all)
        {
            columns.AddTo(command);
        }

        await command.PrepareAsync().ConfigureAwait(false);
        return command;
    }

    private void Fill(IReadOnlyList<PreparedAppend> batch)
    {
        _plants.Clear();
        _events.Clear();
        _facts.Clear();
        _contents.Clear();
        _taken.Clear();
        foreach (var append in batch)
        {
            _taken[append.Plant] = _taken.GetValueOrDefault(append.Plant) + append.Count;
        }

        foreach (var (plant, count) in _taken)
        {
            _plants.Add(plant, count);
        }

        var back = new Dictionary<string, long>(_taken);
        foreach (var append in batch)
        {
            for (var i = 0; i < append.Count; i++)
            {
                _events.Add(append, i, back[append.Plant] -= 1);
            }

            foreach (var fact in append.Facts)
            {
                _facts.Add(append.StreamText, fact);
            }

            foreach (var content in append.Append.Private)
            {
                _contents.Add(append.Plant, content);
            }
        }
    }

    /// <summary>Columns of one table, sent as arrays.</summary>
    private abstract class ColumnSet
    {
        private readonly List<Func<NpgsqlParameter>> _parameters = [];
        private readonly List<Action> _clear = [];

        public void AddTo(NpgsqlCommand command)
        {
            foreach (var make in _parameters)
            {
                command.Parameters.Add(make());
            }
        }

        public void Clear()
        {
            foreach (var clear in _clear)
            {
                clear();
            }
        }

        protected List<T> Column<T>(NpgsqlDbType type)
        {
            var values = new List<T>();
            _parameters.Add(
                () => new NpgsqlParameter<List<T>> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });
            _clear.Add(values.Clear);
            return values;
        }
    }

    private sealed class PlantColumns : ColumnSet
    {
        private readonly List<string> _plant;
        private readonly List<long> _count;

        public PlantColumns()
        {
            _plant = Column<string>(NpgsqlDbType.Text);
            _count = Column<long>(NpgsqlDbType.Bigint);
        }

        public void Add(string plant, long count)
        {
            _plant.Add(plant);
            _count.Add(count);
        }
    }

    private sealed class EventColumns : ColumnSet
    {
        private readonly List<int> _streamDay;
        private readonly List<string> _stream;
        private readonly List<long> _seq;
        private readonly List<long> _back;
        private readonly List<string> _plant;
        private readonly List<string> _kind;
        private readonly List<Guid> _entryId;
        private readonly List<string> _type;
        private readonly List<int> _version;
        private readonly List<string> _actorKind;
        private readonly List<string> _actorId;
        private readonly List<string> _role;
        private readonly List<long> _at;
        private readonly List<byte[]> _payload;
        private readonly List<byte[]> _previousHash;
        private readonly List<byte[]> _hash;

        // The order is that of the parameters.
        public EventColumns()
        {
            _streamDay = Column<int>(NpgsqlDbType.Integer);
            _stream = Column<string>(NpgsqlDbType.Text);
            _seq = Column<long>(NpgsqlDbType.Bigint);
            _back = Column<long>(NpgsqlDbType.Bigint);
            _plant = Column<string>(NpgsqlDbType.Text);
            _kind = Column<string>(NpgsqlDbType.Text);
            _entryId = Column<Guid>(NpgsqlDbType.Uuid);
            _type = Column<string>(NpgsqlDbType.Text);
            _version = Column<int>(NpgsqlDbType.Integer);
            _actorKind = Column<string>(NpgsqlDbType.Text);
            _actorId = Column<string>(NpgsqlDbType.Text);
            _role = Column<string>(NpgsqlDbType.Text);
            _at = Column<long>(NpgsqlDbType.Bigint);
            _payload = Column<byte[]>(NpgsqlDbType.Bytea);
            _previousHash = Column<byte[]>(NpgsqlDbType.Bytea);
            _hash = Column<byte[]>(NpgsqlDbType.Bytea);
        }

        public void Add(PreparedAppend append, int index, long back)
        {
            var draft = append.Append.Events[index];
            _streamDay.Add(append.Stream.Date.DayNumber);
            _stream.Add(append.StreamText);
            _seq.Add(append.Append.After.Seq + 1 + index);
            _back.Add(back);
            _plant.Add(append.Plant);
            _kind.Add(append.Stream.KindName);
            _entryId.Add(draft.Id);
            _type.Add(draft.Type);
            _version.Add(draft.Version);
            _actorKind.Add(draft.Actor.Kind.ToString());
            _actorId.Add(draft.Actor.Id);
            _role.Add(draft.Actor.Role.ToString());
            _at.Add(draft.At.ToUnixTimeMilliseconds());
            _payload.Add(ExactBytes.Of(draft.Payload));
            _previousHash.Add(ExactBytes.Of(append.PreviousHash(index)));
            _hash.Add(append.Hashes[index]);
        }
    }

    private sealed class FactColumnSet : ColumnSet
    {
        private readonly List<int> _streamDay;
        private readonly List<string> _stream;
        private readonly List<long> _line;
        private readonly List<long> _seq;
        private readonly List<string> _plant;
        private readonly List<Guid> _entryId;
        private readonly List<int> _day;
        private readonly List<string> _shift;
        private readonly List<string> _subject;
        private readonly List<string> _occasion;
        private readonly List<string> _measure;
        private readonly List<string> _product;
        private readonly List<string> _workOrder;
        private readonly List<string> _detail;
        private readonly List<string> _record;
        private readonly List<long?> _scaled;
        private readonly List<short> _decimals;
        private readonly List<long?> _observedAt;
        private readonly List<string> _tags;

        // The order is that of the parameters.
        public FactColumnSet()
        {
            _streamDay = Column<int>(NpgsqlDbType.Integer);
            _stream = Column<string>(NpgsqlDbType.Text);
            _line = Column<long>(NpgsqlDbType.Bigint);
            _seq = Column<long>(NpgsqlDbType.Bigint);
            _plant = Column<string>(NpgsqlDbType.Text);
            _entryId = Column<Guid>(NpgsqlDbType.Uuid);
            _day = Column<int>(NpgsqlDbType.Integer);
            _shift = Column<string>(NpgsqlDbType.Text);
            _subject = Column<string>(NpgsqlDbType.Text);
            _occasion = Column<string>(NpgsqlDbType.Text);
            _measure = Column<string>(NpgsqlDbType.Text);
            _product = Column<string>(NpgsqlDbType.Text);
            _workOrder = Column<string>(NpgsqlDbType.Text);
            _detail = Column<string>(NpgsqlDbType.Text);
            _record = Column<string>(NpgsqlDbType.Text);
            _scaled = Column<long?>(NpgsqlDbType.Bigint);
            _decimals = Column<short>(NpgsqlDbType.Smallint);
            _observedAt = Column<long?>(NpgsqlDbType.Bigint);
            _tags = Column<string>(NpgsqlDbType.Text);
        }

        public int Count => _line.Count;

        public void Add(string stream, FactRow fact)
        {
            _streamDay.Add(fact.Stream.Date.DayNumber);
            _stream.Add(stream);
            _line.Add(fact.Line);
            _seq.Add(fact.Seq);
            _plant.Add(fact.Stream.Plant.Value);
            _entryId.Add(fact.Entry);
            _day.Add(fact.Date.DayNumber);
            _shift.Add(fact.Shift);
            _subject.Add(fact.Subject.ToString());
            _occasion.Add(fact.Occasion.ToString());
            _measure.Add(fact.Measure.Value);
            _product.Add(fact.Product);
            _workOrder.Add(fact.WorkOrder);
            _detail.Add(fact.Detail);
            _record.Add(fact.Record);
            _scaled.Add(fact.Scaled);
            _decimals.Add((short)fact.Decimals);
            _observedAt.Add(fact.ObservedAt?.ToUnixTimeMilliseconds());
            _tags.Add(fact.Tags);
        }
    }

    private sealed class PrivateColumns : ColumnSet
    {
        private readonly List<string> _plant;
        private readonly List<Guid> _id;
        private readonly List<byte[]> _key;
        private readonly List<byte[]> _content;

        public PrivateColumns()
        {
            _plant = Column<string>(NpgsqlDbType.Text);
            _id = Column<Guid>(NpgsqlDbType.Uuid);
            _key = Column<byte[]>(NpgsqlDbType.Bytea);
            _content = Column<byte[]>(NpgsqlDbType.Bytea);
        }

        public int Count => _id.Count;

        public void Add(string plant, PrivateContent content)
        {
            _plant.Add(plant);
            _id.Add(content.Id);
            _key.Add(ExactBytes.Of(content.Key));
            _content.Add(ExactBytes.Of(content.Content));
        }
    }
}
