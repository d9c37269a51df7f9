using System.Buffers;
using System.Text;
using Ganchao.Grains.Ledger;

namespace Ganchao.Silo.Ledger;

/// <summary>An append that was checked and hashed: by its caller, so that the one writer only writes.</summary>
internal sealed class PreparedAppend
{
    private const int MaxStreamLength = 512;

    private PreparedAppend(Append append, string stream, byte[][] hashes, FactRow[] facts)
    {
        Append = append;
        StreamText = stream;
        Plant = append.Stream.Plant.Value;
        Hashes = hashes;
        Facts = facts;
        Head = new StreamHead(append.After.Seq + hashes.Length, hashes[^1]);
    }

    public Append Append { get; }

    public StreamId Stream => Append.Stream;

    public string StreamText { get; }

    public string Plant { get; }

    public int Count => Hashes.Length;

    /// <summary>The hash of each event, in order.</summary>
    public byte[][] Hashes { get; }

    /// <summary>The rows that the list leaves: the last one of each line.</summary>
    public FactRow[] Facts { get; }

    /// <summary>Where the stream ends once this is written.</summary>
    public StreamHead Head { get; }

    public ReadOnlyMemory<byte> PreviousHash(int index) => index == 0 ? Append.After.Hash : Hashes[index - 1];

    /// <exception cref="ArgumentException">The append could not be stored and verified as it is: its maker's bug.</exception>
    public static PreparedAppend From(Append append)
    {
        ArgumentNullException.ThrowIfNull(append);
        if (append.Events.IsDefaultOrEmpty)
        {
            throw new ArgumentException($"An append to {append.Stream} has no events.", nameof(append));
        }

        if (append.After.Seq < 0 || append.After.Hash.Length != Chain.HashBytes)
        {
            throw new ArgumentException($"{append.After} is no head of {append.Stream}.", nameof(append));
        }

        if (append.Private.IsDefault)
        {
            append = append with { Private = [] };
        }

        var stream = append.Stream.ToString();
        if (stream.Length > MaxStreamLength || !IsLine(stream))
        {
            throw Refused(append, "the stream's name is too long or holds a control character");
        }

        var hashes = new byte[append.Events.Length][];
        var previous = append.After.Hash.Span;
        for (var i = 0; i < hashes.Length; i++)
        {
            var draft = append.Events[i];
            var seq = append.After.Seq + 1 + i;
            Check(append, draft, seq);
            hashes[i] = Chain.Hash(stream, seq, draft, previous);
            previous = hashes[i];
        }

        if (hashes.Length > 1 && append.Events.DistinctBy(e => e.Id).Count() < hashes.Length)
        {
            throw Refused(append, "an event's id is in the list twice");
        }

        return new PreparedAppend(append, stream, hashes, LastOfEachLine(append));
    }

    private static void Check(Append append, EventDraft draft, long seq)
    {
        if (!IsLine(draft.Type) || !IsLine(draft.Actor.Id))
        {
            throw Refused(append, "an event's type or actor holds a control character or half a letter");
        }

        if (draft.At.Offset != TimeSpan.Zero || !IsWholeMilliseconds(draft.At))
        {
            throw Refused(append, $"{draft.At:O} is not UTC in whole milliseconds");
        }

        if (draft.Fact is { } fact)
        {
            Check(append, fact, seq);
        }
    }

    private static void Check(Append append, FactRow fact, long seq)
    {
        if (fact.Stream != append.Stream || fact.Seq != seq || fact.Line < 1 || fact.Line > seq)
        {
            throw Refused(append, $"the fact of event {seq} says {fact.Stream} {fact.Seq}, line {fact.Line}");
        }

        if (append.Stream.Date != DateOnly.MinValue && fact.Date != append.Stream.Date)
        {
            throw Refused(append, $"the fact of event {seq} is dated {fact.Date:O}, not like its sheet");
        }

        if (fact.Decimals is < 0 or > Scale.MaxDecimals)
        {
            throw Refused(append, $"the fact of event {seq} has {fact.Decimals} decimals");
        }

        if (fact.ObservedAt is { } observed && !IsWholeMilliseconds(observed))
        {
            throw Refused(append, $"{observed:O} is not in whole milliseconds");
        }

        if (!IsLine(fact.Shift) || !IsLine(fact.Product) || !IsLine(fact.WorkOrder) || !IsLine(fact.Detail) ||
            !IsLine(fact.Record) || !IsLine(fact.Tags))
        {
            throw Refused(append, $"the fact of event {seq} holds a control character or half a letter");
        }
    }

    private static FactRow[] LastOfEachLine(Append append)
    {
        var facts = new List<FactRow>(append.Events.Length);
        var repeated = false;
        foreach (var draft in append.Events)
        {
            if (draft.Fact is { } fact)
            {
                // A line filled in this list has the event's own number, unless a later event of the list corrects it.
                repeated |= fact.Line != fact.Seq;
                facts.Add(fact);
            }
        }

        return repeated ? [.. facts.GroupBy(f => f.Line).Select(g => g.MaxBy(f => f.Seq)!)] : [.. facts];
    }

    private static bool IsWholeMilliseconds(DateTimeOffset time) => time.Ticks % TimeSpan.TicksPerMillisecond == 0;

    /// <summary>
    /// Neither NUL, which PostgreSQL does not store, nor a line break, which would make headers ambiguous, nor a
    /// surrogate without its pair, which has no UTF-8.
    /// </summary>
    private static bool IsLine(string text)
    {
        if (text.AsSpan().ContainsAnyInRange('\0', '\u001F'))
        {
            return false;
        }

        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var surrogate = rest.IndexOfAnyInRange('\uD800', '\uDFFF');
            if (surrogate < 0)
            {
                return true;
            }

            rest = rest[surrogate..];
            if (Rune.DecodeFromUtf16(rest, out _, out var consumed) != OperationStatus.Done)
            {
                return false;
            }

            rest = rest[consumed..];
        }

        return true;
    }

    private static ArgumentException Refused(Append append, string why) =>
        new($"The append to {append.Stream} cannot be stored: {why}.", nameof(append));
}
