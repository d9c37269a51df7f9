using Ganchao.Contracts.Boards;
using Ganchao.Grains.Interfaces.Boards;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Microsoft.Extensions.Logging;

namespace Ganchao.Grains.Boards;

/// <summary>One stage of one competition, as it stands. Volatile: everything here is in the database.</summary>
internal sealed class StandingGrain(
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

    private const int FinalTries = 5;
    private static readonly TimeSpan TickEvery = TimeSpan.FromSeconds(2);

    private readonly StandingMemory _memory = new(snapshot, ledger);
    private readonly BoardFiller _filler = new(setups, ledger, facts, logger);
    private readonly StageJudge _judge = new(facts);
    private readonly BoardLookBack _lookBack = new(facts, time);
    private readonly ServedFrames _frames = new(standings, finals, logger);
    private readonly BoardObservers _observers = new(time, logger);
    private BoardFigures? _figures;
    private IGrainTimer? _publication;
    private BoardId _board;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _board = BoardId.Parse(this.GetPrimaryKeyString());
        var book = await books.ReadAsync(_board.Plant, cancellationToken);
        var isFinal = FinalStandings.DecisionOn(_board, book) is not null;
        _figures = isFinal ? null : await _filler.RestoreAsync(_board, book, _memory);
        if (isFinal || _figures is not null)
        {
            await Begin();
        }

        if (_figures is { } figures)
        {
            await CatchUp(figures, await LedgerPosition(), quietOnly: false);
            await Judge(figures, book);
        }
    }

    public async Task SubjectFolded(SubjectTotals totals)
    {
        if (!await IsFinal() && await Current() is var (figures, _) && figures.Put(totals))
        {
            await Publish();
        }
    }

    public async Task CompetitionChanged()
    {
        await books.RefreshAsync(_board.Plant, CancellationToken.None);
        if (await ReadFinal() is null && await Current() is var (figures, book))
        {
            await Judge(figures, book);
        }

        await Publish();
    }

    public async Task<BoardFrame?> ReadFrame() =>
        await ReadFinal() is { } final ? final
        : await Current() is var (figures, book) ? _lookBack.On(Frame(figures, book))
        : null;

    public Task<BoardFrame?> Look()
    {
        _observers.Look();
        return ReadFrame();
    }

    public Task<BoardFrame?> Watch(IBoardObserver observer)
    {
        _observers.Add(observer);
        return ReadFrame();
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
            if (await Current() is not var (figures, book))
            {
                return null;
            }

            await CatchUp(figures, known.Position, quietOnly: false);
            if (figures.Position == known.Position && book.Version == known.Version && !await figures.HaveMovedAsync())
            {
                return Frame(figures, book) with { Mode = BoardMode.Final, Waiting = [] };
            }
        }

        return null;
    }

    public async Task Drop()
    {
        _figures = null;
        await _memory.ForgetAsync();
        DeactivateOnIdle();
    }

    private async Task Tick()
    {
        await Reconcile(quietOnly: true);
        await Publish();
    }

    // Beside everything else, for it may take seconds: nobody waits for it. Only on boards that somebody looks at. What changes
    // meanwhile makes the trend old again (BoardLookBack), and a stage that became final meanwhile shows its document, not this.
    private async Task LookBack(CancellationToken cancellationToken)
    {
        var book = await books.ReadAsync(_board.Plant, cancellationToken);
        if (_observers.IsLookedAt && _frames.Final is null &&
            _figures is { } figures && figures.Scoreboard.Book.FoldVersion == book.FoldVersion &&
            await _lookBack.LookAsync(figures.Setup, book, clock.GetLedgerNow(), cancellationToken) &&
            _frames.Final is null)
        {
            _frames.Moved();
        }
    }

    // On the timer a sender that goes on hinting is left to its hints for a while, so that a long import costs one
    // reading for each sender, not one for each tick.
    private async Task<long> Reconcile(bool quietOnly)
    {
        var position = await LedgerPosition();
        await books.RefreshAsync(_board.Plant, CancellationToken.None);
        if (await ReadFinal() is not null)
        {
            return position;
        }

        if (await Current() is not var (figures, book))
        {
            return 0;
        }

        await CatchUp(figures, position, quietOnly);
        await Judge(figures, book);

        // Only where nothing moved meanwhile: what is saved at a position is exactly what the ledger says there.
        if (figures.Position == book.Position && figures.Position == await LedgerPosition())
        {
            await _frames.SaveAsync(figures, book, _judge.Judgement, clock.GetLedgerNow());
            await _memory.KeepAsync(figures);
        }

        return figures.Position;
    }

    private async Task CatchUp(BoardFigures figures, long position, bool quietOnly)
    {
        var touched = await figures.NoteAsync(position);
        if (touched.Count > 0)
        {
            _judge.Reopen();
            _lookBack.Note(touched);
        }

        await figures.MakeGoodAsync(quietOnly);
    }

    private async Task Judge(BoardFigures figures, PlantBook book)
    {
        if (await _judge.JudgeAsync(figures.Setup, book, clock.GetUtcNow()))
        {
            _frames.Moved();
        }
    }

    private Task Publish() =>
        _observers.PublishAsync(ReadFrame, wait => _publication?.Change(wait, Timeout.InfiniteTimeSpan));

    private BoardFrame Frame(BoardFigures figures, PlantBook book) =>
        _frames.FrameOf(figures, book, _judge.Judgement, clock.GetLedgerNow());

    private async Task<bool> IsFinal() =>
        FinalStandings.DecisionOn(_board, await books.ReadAsync(_board.Plant, CancellationToken.None)) is not null;

    private async Task<BoardFrame?> ReadFinal()
    {
        var final = await _frames.ReadFinalAsync(_board, await books.ReadAsync(_board.Plant, CancellationToken.None));
        _figures = final is null ? _figures : null;
        return final;
    }

    // The figures by the book in force. New ones are filled from the database before they take the old ones' place, within one
    // turn of this grain, so that no frame ever mixes two rulebooks.
    private async Task<(BoardFigures Figures, PlantBook Book)?> Current()
    {
        var book = await books.ReadAsync(_board.Plant, CancellationToken.None);
        if (_figures?.Scoreboard.Book.FoldVersion != book.FoldVersion)
        {
            _figures = await _filler.FillAsync(_board, book);
            _judge.Reopen();
            _lookBack.NoteAll();
        }

        if (_figures is null)
        {
            DeactivateOnIdle();
            return null;
        }

        if (_publication is null)
        {
            await Begin();
        }

        return (_figures, book);
    }

    private async Task Begin()
    {
        _frames.Begin(await _memory.BeginEpochAsync(clock.GetUtcNow()));
        this.RegisterGrainTimer(_ => Tick(), TickEvery, TickEvery);
        this.RegisterGrainTimer(LookBack, new GrainTimerCreationOptions(TickEvery, TickEvery) { Interleave = true });
        _publication = this.RegisterGrainTimer(_ => Publish(), Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private Task<long> LedgerPosition() => ledger.ReadPositionAsync(_board.Plant, CancellationToken.None);
}
