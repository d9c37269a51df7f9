using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Entries;
using Ganchao.Grains.Interfaces.Boards;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Grains.Teams;
using Ganchao.Scoring;
using Microsoft.Extensions.Logging;

namespace Ganchao.Grains.Boards;

/// <summary>One stage of one competition, as it stands. Volatile: everything here is in the database.</summary>
internal sealed partial class StandingGrain(
    ILedger ledger,
    IFacts facts,
    IStandings standings,
    FinalStandings finals,
    IPlantBooks books,
    BoardSetups setups,
    PlantClock clock,
    TimeProvider time,
    [PersistentState("standing", StandingGrain.Storage)] IPersistentState<StandingSnapshot> snapshot,
    ILogger<StandingGrain> logger) : Grain, IStandingGrain
{
    public const string Storage = "snapshots";

    private const long SnapshotEvery = 1_000;
    private const int FinalTries = 5;
    private static readonly TimeSpan ReconcileEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LookBackEvery = TimeSpan.FromSeconds(30);

    private readonly PendingSenders _pending = new();
    private readonly BoardObservers _observers = new(time, logger);
    private IGrainTimer? _publication;

    private BoardId _board;
    private Scoreboard? _scoreboard;
    private Standing? _standing;
    private BoardTrend? _trend;
    private bool _isTrendOld = true;
    private long _lookedBackAt;
    private StageJudgement _judgement = StageJudgement.Running;
    private long _judgedVersion = -1;
    private BoardFrame? _final;
    private long _epoch;
    private long _seq;
    private long _position;
    private long _seenPosition;
    private long _savedSeq;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _board = BoardId.Parse(this.GetPrimaryKeyString());
        var book = await books.ReadAsync(_board.Plant, cancellationToken);
        var isFinal = FinalStandings.DecisionOn(_board, book) is not null;
        if (!isFinal)
        {
            await Restore(book);
        }

        if (isFinal || _scoreboard is not null)
        {
            await Begin();
        }

        if (_scoreboard is { } scoreboard)
        {
            await Judge(scoreboard.Setup, book);
        }
    }

    public async Task SubjectFolded(SubjectTotals totals)
    {
        if (!await IsFinal() && await Current() is var (scoreboard, _) && scoreboard.Put(totals))
        {
            _pending.Hinted(SubjectId.Parse(totals.Subject, null));
            await Publish();
        }
    }

    public async Task CompetitionChanged()
    {
        await books.RefreshAsync(_board.Plant, CancellationToken.None);
        if (await ReadFinal() is null && await Current() is var (scoreboard, book))
        {
            await Judge(scoreboard.Setup, book);
        }

        await Publish();
    }

    public async Task<BoardFrame?> ReadFrame() =>
        await ReadFinal() is { } final ? final
        : await Current() is var (scoreboard, book) ? Shown(scoreboard, book)
        : null;

    public async Task<BoardFrame?> Watch(IBoardObserver observer)
    {
        _observers.Add(observer);
        return await ReadFrame();
    }

    public Task Unwatch(IBoardObserver observer)
    {
        _observers.Remove(observer);
        return Task.CompletedTask;
    }

    public async Task<long> Reconcile()
    {
        var position = await Reconcile(quietOnly: false);
        await Publish();
        return position;
    }

    public async Task<BoardFrame?> ReadForFinal()
    {
        for (var attempt = 1; attempt <= FinalTries && !await IsFinal(); attempt++)
        {
            var known = await books.RefreshAsync(_board.Plant, CancellationToken.None);
            if (await Current() is not var (scoreboard, book))
            {
                return null;
            }

            await CatchUp(scoreboard, known.Position, quietOnly: false);
            if (_position == known.Position && book.Version == known.Version && !await HasMoved(scoreboard))
            {
                return Frame(scoreboard, book, clock.GetLedgerNow()) with { Mode = BoardMode.Final, Waiting = [] };
            }
        }

        return null;
    }

    public async Task Drop()
    {
        _scoreboard = null;
        await WriteSnapshot(new StandingSnapshot { Epoch = _epoch });
        DeactivateOnIdle();
    }

    private async Task Tick()
    {
        await Reconcile(quietOnly: true);
        if (!_observers.IsEmpty)
        {
            await LookBack();
        }

        await Publish();
    }

    // Only when a day has ended, or one that had ended has changed some while ago: it costs as much as many boards.
    private async Task LookBack()
    {
        if (_final is not null || await Current() is not var (scoreboard, book) ||
            !BoardTrend.IsFor(scoreboard.Setup))
        {
            return;
        }

        var now = clock.GetLedgerNow();
        var setup = scoreboard.Setup;
        var last = BoardTrend.LastDateOf(setup, book, now);
        var isDue = _isTrendOld && (_lookedBackAt == 0 || time.GetElapsedTime(_lookedBackAt) > LookBackEvery);
        if (last is not null && (isDue || last != _trend?.LastDate))
        {
            (_isTrendOld, _lookedBackAt) = (false, time.GetTimestamp());
            var rows = await facts.ReadPeriodAsync(_board.Plant, setup.Span, CancellationToken.None);
            _trend = await BoardTrend.OfAsync(setup, book, rows, now, CancellationToken.None);
            _seq++;
        }
    }

    private async Task Publish()
    {
        if (_observers.IsEmpty)
        {
            return;
        }

        if (_observers.Wait is var wait && wait > TimeSpan.Zero)
        {
            _publication?.Change(wait, Timeout.InfiniteTimeSpan);
            return;
        }

        if (await ReadFrame() is { } frame)
        {
            await _observers.Send(frame);
        }
    }

    // On the timer a sender that goes on hinting is left to its hints for a while, so that a long import costs one
    // reading for each sender, not one for each tick.
    private async Task<long> Reconcile(bool quietOnly)
    {
        var position = await ledger.ReadPositionAsync(_board.Plant, CancellationToken.None);
        await books.RefreshAsync(_board.Plant, CancellationToken.None);
        if (await ReadFinal() is not null)
        {
            return position;
        }

        if (await Current() is not var (scoreboard, book))
        {
            return 0;
        }

        await CatchUp(scoreboard, position, quietOnly);
        await Judge(scoreboard.Setup, book);

        // Only where nothing moved meanwhile: what is saved at a position is exactly what the ledger says there.
        if (_position == book.Position &&
            _position == await ledger.ReadPositionAsync(_board.Plant, CancellationToken.None))
        {
            await Save(scoreboard, book);
        }

        return _position;
    }

    private async Task<bool> IsFinal() =>
        FinalStandings.DecisionOn(_board, await books.ReadAsync(_board.Plant, CancellationToken.None)) is not null;

    // The stored document is served under this activation's epoch, or watchers would take it for older than what they have.
    private async Task<BoardFrame?> ReadFinal()
    {
        var book = await books.ReadAsync(_board.Plant, CancellationToken.None);
        if (_final is null && FinalStandings.DecisionOn(_board, book) is { } decision)
        {
            var stored = await finals.ReadAsync(_board, decision, CancellationToken.None);
            _final = stored with { Epoch = _epoch, Seq = ++_seq };
            _scoreboard = null;
            LogFinal(_board.ToString(), decision.Decision, decision.Position);
        }

        return _final;
    }

    private async Task Judge(BoardSetup setup, PlantBook book)
    {
        var ended = StageJudgement.HasEnded(setup, book.Calendar.DateAt(clock.GetUtcNow()));
        if (ended && _judgedVersion == book.Version)
        {
            return;
        }

        var judgement = ended
            ? StageJudgement.Of(
                setup, book, await facts.ReadPlacedAsync(_board.Plant, setup.Stage.Dates, CancellationToken.None))
            : StageJudgement.Running;
        _judgedVersion = ended ? book.Version : -1;
        _seq += judgement.SameAs(_judgement) ? 0 : 1;
        _judgement = judgement;
    }

    private async Task<bool> HasMoved(Scoreboard scoreboard)
    {
        var position = await ledger.ReadPositionAsync(_board.Plant, CancellationToken.None);
        var touched = await facts.ReadTouchedAsync(_board.Plant, _position, position, CancellationToken.None);
        return touched.Any(sheet => scoreboard.Setup.Span.Contains(sheet.Date) && scoreboard.Setup.Concerns(sheet.Subject));
    }

    // The scoreboard of the book in force. A new one is filled from the database before it takes the old one's place,
    // within one turn of this grain, so that no frame ever mixes two rulebooks.
    private async Task<(Scoreboard Scoreboard, PlantBook Book)?> Current()
    {
        var book = await books.ReadAsync(_board.Plant, CancellationToken.None);
        if (_scoreboard?.Book.FoldVersion != book.FoldVersion)
        {
            await Load(book);
        }

        if (_scoreboard is null)
        {
            DeactivateOnIdle();
            return null;
        }

        if (_publication is null)
        {
            await Begin();
        }

        return (_scoreboard, book);
    }

    // An epoch is greater than any before, even where the snapshot was deleted.
    private async Task Begin()
    {
        _epoch = Math.Max(snapshot.State.Epoch + 1, clock.GetUtcNow().ToUnixTimeMilliseconds());
        await WriteSnapshot(snapshot.State with { Epoch = _epoch });
        this.RegisterGrainTimer(_ => Tick(), ReconcileEvery, ReconcileEvery);
        _publication = this.RegisterGrainTimer(_ => Publish(), Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private async Task Load(PlantBook book)
    {
        if (BoardSetup.Of(_board, book, setups.Shelf) is not { } setup)
        {
            _scoreboard = null;
            return;
        }

        var position = await ledger.ReadPositionAsync(_board.Plant, CancellationToken.None);
        var rows = await facts.ReadPeriodAsync(_board.Plant, setup.Span, CancellationToken.None);
        var scoreboard = new Scoreboard(setup, book);
        foreach (var subject in rows.GroupBy(row => row.Subject).Where(subject => setup.Concerns(subject.Key)))
        {
            scoreboard.Fold(SubjectFolds.Of(subject.Key, book, subject));
        }

        (_scoreboard, _position, _seenPosition, _judgedVersion) = (scoreboard, position, position, -1);
        _isTrendOld = true;
        _pending.Clear();
        LogLoaded(_board.ToString(), rows.Count, position);
    }

    private async Task CatchUp(Scoreboard scoreboard, long position, bool quietOnly)
    {
        if (position > _seenPosition)
        {
            var touched = await facts.ReadTouchedAsync(_board.Plant, _seenPosition, position, CancellationToken.None);
            _isTrendOld |= touched.Any(sheet => sheet.Date <= _trend?.LastDate);
            var concerned = touched
                .Where(sheet => scoreboard.Setup.Span.Contains(sheet.Date) && scoreboard.Setup.Concerns(sheet.Subject))
                .Select(sheet => sheet.Subject)
                .ToHashSet();
            _pending.Touched(concerned);
            _judgedVersion = concerned.Count > 0 ? -1 : _judgedVersion;
            _seenPosition = position;
        }

        foreach (var subject in _pending.Due(quietOnly))
        {
            var rows = await facts.ReadSubjectAsync(
                _board.Plant, subject, scoreboard.Setup.Span, CancellationToken.None);
            if (scoreboard.Fold(SubjectFolds.Of(subject, scoreboard.Book, rows)))
            {
                LogRepaired(_board.ToString(), subject.ToString(), position);
            }

            _pending.Remove(subject);
        }

        if (_pending.IsEmpty)
        {
            _position = _seenPosition;
        }
    }

    private Standing Evaluate(Scoreboard scoreboard, PlantBook book, DateTimeOffset now)
    {
        var standing = scoreboard.Evaluate(book, now);
        if (!ReferenceEquals(standing, _standing))
        {
            _standing = standing;
            _seq++;
        }

        return standing;
    }

    private BoardFrame Frame(Scoreboard scoreboard, PlantBook book, DateTimeOffset now)
    {
        var standing = Evaluate(scoreboard, book, now);
        var setup = scoreboard.Setup;
        return new BoardFrame(
            _board.ToString(),
            _epoch,
            _seq,
            now,
            standing.AsOf,
            _judgement.Mode,
            standing.RulebookHash,
            _position,
            BoardFrames.NamesOf(setup),
            BoardFrames.Columns(setup.Rulebook.Definition),
            BoardFrames.Divisions(standing, setup),
            BoardFrames.Rows(standing, setup, book))
        {
            Waiting = _judgement.Waiting,
        };
    }

    private BoardFrame Shown(Scoreboard scoreboard, PlantBook book)
    {
        var frame = Frame(scoreboard, book, clock.GetLedgerNow());
        return _trend is null ? frame : frame with { Rows = _trend.On(frame.Rows) };
    }

    private async Task Save(Scoreboard scoreboard, PlantBook book)
    {
        var now = clock.GetLedgerNow();
        Evaluate(scoreboard, book, now);
        if (_seq != _savedSeq)
        {
            await standings.SaveAsync(_board, Frame(scoreboard, book, now), CancellationToken.None);
            _savedSeq = _seq;
        }

        if (_position - snapshot.State.Position >= SnapshotEvery)
        {
            await TakeSnapshot(scoreboard);
        }
    }

    private async Task TakeSnapshot(Scoreboard scoreboard)
    {
        await WriteSnapshot(snapshot.State with
        {
            Shape = StandingSnapshot.CurrentShape,
            FoldVersion = scoreboard.Book.FoldVersion,
            Position = _position,
            Hash = await HashAt(_position),
            Totals = [.. scoreboard.Totals],
        });
    }

    // The snapshot is droppable: where somebody has deleted it meanwhile, its tag is gone, and it is written anew.
    private async Task WriteSnapshot(StandingSnapshot state)
    {
        await snapshot.ReadStateAsync();
        snapshot.State = state;
        await snapshot.WriteStateAsync();
    }

    private async Task Restore(PlantBook book)
    {
        var kept = snapshot.State;
        if (kept.Position == 0 || kept.Shape != StandingSnapshot.CurrentShape ||
            kept.FoldVersion != book.FoldVersion || kept.Hash != await HashAt(kept.Position) ||
            BoardSetup.Of(_board, book, setups.Shelf) is not { } setup)
        {
            snapshot.State = new StandingSnapshot { Epoch = kept.Epoch };
            await Load(book);
            return;
        }

        _scoreboard = new Scoreboard(setup, book);
        foreach (var totals in kept.Totals)
        {
            _scoreboard.Put(totals);
        }

        (_position, _seenPosition) = (kept.Position, kept.Position);
        var position = await ledger.ReadPositionAsync(_board.Plant, CancellationToken.None);
        await CatchUp(_scoreboard, position, quietOnly: false);
    }

    private async Task<string> HashAt(long position)
    {
        var at = await ledger.ReadTailAsync(_board.Plant, position - 1, 1, CancellationToken.None);
        return at.Count == 1 ? Convert.ToHexStringLower(at[0].Hash.Span) : "";
    }

    [LoggerMessage(LogLevel.Information, "{Board}: filled from {Rows} facts up to position {Position}")]
    private partial void LogLoaded(string board, int rows, long position);

    [LoggerMessage(LogLevel.Information, "{Board}: final by decision {Decision}, at position {Position}")]
    private partial void LogFinal(string board, string decision, long position);

    [LoggerMessage(LogLevel.Information, "{Board}: figures of {Subject} made good up to position {Position}")]
    private partial void LogRepaired(string board, string subject, long position);
}
