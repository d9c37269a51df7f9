using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Ledger;

namespace Ganchao.Silo.Tests.Ledger;

/// <summary>What the tests' events say; their payload is this as JSON.</summary>
internal sealed record Cell(long Line, string Subject, string Measure, long? Scaled, string Detail);

/// <summary>A sheet of a test's plant, as its grain would keep it.</summary>
internal sealed class Sheet(StreamId stream)
{
    private static readonly Actor Statistician = new(ActorKind.Person, "p-112", Role.Statistician);
    private static readonly DateTimeOffset Shift = new(2026, 3, 2, 22, 15, 0, 123, TimeSpan.Zero);

    private int _made;

    public Sheet(PlantId plant, string team = "t07", string date = "2026-03-02")
        : this(new StreamId(plant, StreamKind.Shift, $"{team}/{date}/night"))
    {
    }

    public StreamId Stream { get; } = stream;

    public StreamHead Head { get; set; } = StreamHead.Empty;

    /// <summary>A list of events behind the head: each fills its own line.</summary>
    public Append Entries(params long[] scaled) =>
        List([.. scaled.Select((s, i) => Event(Head.Seq + 1 + i, new Cell(Head.Seq + 1 + i, "team/t07", "steel", s, "")))]);

    public Append Correction(long line, long? scaled) =>
        List(Event(Head.Seq + 1, new Cell(line, "team/t07", "steel", scaled, "")));

    public Append List(params EventDraft[] events) => new(Stream, Head, [.. events], []);

    public EventDraft Event(long seq, Cell cell) => Event(seq, cell, NextId());

    public EventDraft Event(long seq, Cell cell, Guid id)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(cell);
        var at = Shift.AddMilliseconds(_made);
        return new EventDraft(
            id, "entry", 1, Statistician, at, payload, SheetProjection.Fact(Stream, seq, id, cell));
    }

    /// <summary>An event that leaves no fact.</summary>
    public EventDraft Note(ReadOnlyMemory<byte> payload) =>
        new(NextId(), "note", 1, Statistician, Shift, payload, null);

    private Guid NextId() => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{Stream}#{++_made}")).AsSpan(0, 16));
}

/// <summary>Derives the rows of the tests' events from their payloads.</summary>
internal sealed class SheetProjection : IFactProjection
{
    public static FactRow Fact(StreamId stream, long seq, Guid entry, Cell cell) => new(
        stream,
        cell.Line,
        seq,
        entry,
        stream.Date,
        "night",
        SubjectId.Parse(cell.Subject, null),
        Occasion.Heat,
        new MeasureCode(cell.Measure),
        "",
        "",
        cell.Detail,
        "",
        cell.Scaled,
        2,
        null);

    public FactRow? Project(StoredEvent stored) => stored.Type == "entry"
        ? Fact(stored.Stream, stored.Seq, stored.Id, JsonSerializer.Deserialize<Cell>(stored.Payload.Span)!)
        : null;
}
