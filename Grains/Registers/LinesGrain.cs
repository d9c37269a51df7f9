using System.Collections.Immutable;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Roles;
using Microsoft.Extensions.Logging;

namespace Ganchao.Grains.Registers;

/// <summary>
/// The base of all grains whose stream is a list of lines that others read from the ledger: registers, competitions,
/// projects, verdicts. It holds the lines by id and the stream's head; what they amount to is the plant's book.
/// </summary>
internal abstract partial class LinesGrain<TLine>(
    StreamKind kind, ILedger ledger, IPrivateContents contents, IPlantBooks books, PlantClock clock, ILogger logger) : Grain
    where TLine : class
{
    public const int MaxLines = 5_000;

    private readonly Dictionary<Guid, TLine> _recorded = [];
    private StreamHead _head = StreamHead.Empty;

    protected StreamId Stream { get; private set; }

    protected ILedger Ledger => ledger;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var key = this.GetPrimaryKeyString().Split('/', 2);
        Stream = new StreamId(new PlantId(key[0]), kind, key[1]);
        foreach (var stored in await ledger.ReadStreamAsync(Stream, 0, cancellationToken))
        {
            _recorded.Add(stored.Id, (TLine)EventCodec.Decode(stored));
            _head = new StreamHead(stored.Seq, stored.Hash);
        }
    }

    protected abstract Guid IdOf(TLine line);

    /// <summary>The rules that a line breaks, the earlier lines of its list taken as recorded.</summary>
    protected abstract IEnumerable<Refusal> Check(TLine line, string field, PlantBook book, Actor actor);

    /// <summary>Where a person needs the role to write the line; null: in the whole plant.</summary>
    protected virtual UnitId? UnitOf(TLine line, PlantBook book) => null;

    /// <summary>The free text of a line, which is not in the hashed payload; null where such a line has none.</summary>
    protected virtual PrivateText<TLine>? TextOf(TLine line) => null;

    /// <summary>The line without what the server sets, so that a retry can be compared.</summary>
    protected virtual TLine AsSent(TLine line) => line;

    /// <summary>The line with what the server sets, the book being as it was judged by.</summary>
    protected virtual TLine AsRecorded(TLine line, PlantBook book) => line;

    protected DateOnly Today(PlantBook book) => book.Calendar.DateAt(clock.GetUtcNow());

    protected LinesAnswer Refused(Refusal refusal) =>
        new(EntryOutcome.Refused, Stream.ToString(), _head.Seq, [refusal]);

    /// <summary>Called after new lines are committed and in this silo's book.</summary>
    protected virtual Task Announce(PlantBook book) => Task.CompletedTask;

    protected async Task<LinesAnswer> RecordLines(
        IReadOnlyList<TLine> lines, Actor actor, long? expectedVersion, bool dryRun)
    {
        var book = await books.RefreshAsync(Stream.Plant, CancellationToken.None);
        var (news, refusals) = await Judge(lines, actor, book);
        if (refusals.IsEmpty && news.Count > 0 && expectedVersion is { } expected && expected != _head.Seq)
        {
            refusals = [LineRefusals.Moved(Stream.ToString(), expected, _head.Seq)];
        }

        if (!refusals.IsEmpty)
        {
            LogRefused(Stream.ToString(), refusals.Length, refusals[0].Message);
            return new LinesAnswer(EntryOutcome.Refused, Stream.ToString(), _head.Seq, refusals);
        }

        if (news.Count > 0 && !dryRun)
        {
            await Append(news, actor, book);
            await Announce(await books.RefreshAsync(Stream.Plant, CancellationToken.None));
        }

        var outcome = news.Count == 0 ? EntryOutcome.AlreadyRecorded : EntryOutcome.Recorded;
        return new LinesAnswer(outcome, Stream.ToString(), _head.Seq, []);
    }

    private async Task<(List<TLine> News, ImmutableArray<Refusal> Refusals)> Judge(
        IReadOnlyList<TLine> lines, Actor actor, PlantBook book)
    {
        var news = new List<TLine>();
        var ids = new HashSet<Guid>();
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        if (lines.Count is 0 or > MaxLines)
        {
            refusals.Add(LineRefusals.ListLength(lines.Count, MaxLines));
            return (news, refusals.ToImmutable());
        }

        foreach (var (index, line) in lines.Index())
        {
            var field = $"lines[{index}]";
            var id = IdOf(line);
            if (id == Guid.Empty || !ids.Add(id))
            {
                refusals.Add(LineRefusals.IdMissingOrTwice(field, id));
            }
            else if (_recorded.TryGetValue(id, out var recorded))
            {
                var (before, now) = (Bare(recorded), Bare(line));
                if (!before.AsSpan().SequenceEqual(now))
                {
                    refusals.Add(LineRefusals.IdTaken(field, id, before, now));
                }
                else if (!await IsSamePrivately(line, recorded))
                {
                    refusals.Add(LineRefusals.IdTakenByOtherText(field, id));
                }
            }
            else
            {
                var broken = Check(line, field, book, actor)
                    .Concat(RoleRules.CheckActor(actor, UnitOf(line, book), book, Today(book)))
                    .ToList();
                refusals.AddRange(broken);
                if (broken.Count == 0)
                {
                    news.Add(line);
                    book = book.With(Stream, line);
                }
            }
        }

        return (news, refusals.ToImmutable());
    }

    private byte[] Bare(TLine line) => EventCodec.Encode(AsSent(TextOf(line)?.With(null) ?? line));

    private async Task<bool> IsSamePrivately(TLine sent, TLine recorded)
    {
        var kept = TextOf(recorded)?.Kept;
        var content = kept is null
            ? null
            : await contents.ReadAsync(Stream.Plant, kept.Content, CancellationToken.None);
        return TextOf(sent)?.IsSame(kept, content) ?? true;
    }

    private async Task Append(List<TLine> lines, Actor actor, PlantBook book)
    {
        var now = clock.GetLedgerNow();
        var kept = lines
            .Select(line => AsRecorded(line, book))
            .Select(line => (Id: IdOf(line), Kept: TextOf(line)?.Keep() ?? (line, null)))
            .ToList();
        var drafts = kept.Select(line => new EventDraft(
            line.Id,
            EventCodec.NameOf(line.Kept.Line),
            EventCodec.Version,
            actor,
            now,
            EventCodec.Encode(line.Kept.Line),
            null));
        _head = await ledger.AppendOrLeaveAsync(this, new Append(
            Stream, _head, [.. drafts], [.. kept.Select(line => line.Kept.Private).OfType<PrivateContent>()]));
        foreach (var (id, (line, _)) in kept)
        {
            _recorded.Add(id, line);
        }

        LogAppended(Stream.ToString(), lines.Count, _head.Seq);
    }

    [LoggerMessage(LogLevel.Information, "{Stream}: {Lines} lines appended, now at {Seq}")]
    private partial void LogAppended(string stream, int lines, long seq);

    [LoggerMessage(LogLevel.Information, "{Stream}: list refused for {Refusals} reasons, first: {Message}")]
    private partial void LogRefused(string stream, int refusals, string message);
}
