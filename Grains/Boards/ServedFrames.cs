using Ganchao.Contracts.Boards;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Scoring;
using Microsoft.Extensions.Logging;

namespace Ganchao.Grains.Boards;

/// <summary>
/// The frames of a board under one activation's epoch: seq grows with everything that can be seen on them. Once the stage is
/// final its stored document is the frame.
/// </summary>
internal sealed partial class ServedFrames(IStandings standings, FinalStandings finals, ILogger logger)
{
    private long _epoch;
    private long _seq;
    private long _savedSeq;
    private Standing? _standing;

    /// <summary>The stored document; null until it was read.</summary>
    public BoardFrame? Final { get; private set; }

    public void Begin(long epoch) => _epoch = epoch;

    /// <summary>What is shown beside the standing has changed.</summary>
    public void Moved() => _seq++;

    /// <summary>The document of a stage that is final, null where it is not.</summary>
    /// <exception cref="FinalStandingMissingException">The document is not there, or not what was decided on.</exception>
    public async Task<BoardFrame?> ReadFinalAsync(BoardId board, PlantBook book)
    {
        if (Final is null && FinalStandings.DecisionOn(board, book) is { } decision)
        {
            // Under this activation's epoch, or watchers would take it for older than what they have.
            var stored = await finals.ReadAsync(board, decision, CancellationToken.None);
            Final = stored with { Epoch = _epoch, Seq = ++_seq };
            LogFinal(board.ToString(), decision.Decision, decision.Position);
        }

        return Final;
    }

    /// <summary>The standing as a frame, without trend.</summary>
    public BoardFrame FrameOf(BoardFigures figures, PlantBook book, StageJudgement judgement, DateTimeOffset now)
    {
        var standing = Evaluate(figures.Scoreboard, book, now);
        var setup = figures.Setup;
        return new BoardFrame(
            setup.Board.ToString(),
            _epoch,
            _seq,
            now,
            standing.AsOf,
            judgement.Mode,
            standing.RulebookHash,
            figures.Position,
            BoardFrames.NamesOf(setup),
            BoardFrames.Columns(setup.Rulebook.Definition),
            BoardFrames.Divisions(standing, setup),
            BoardFrames.Rows(standing, setup, book))
        {
            Waiting = judgement.Waiting,
            Grades = BoardFrames.Grades(setup.Rulebook.Definition),
            Awards = BoardFrames.Awards(setup.Rulebook.Definition),
        };
    }

    /// <summary>Saves the frame, unless it was the last one saved.</summary>
    public async Task SaveAsync(BoardFigures figures, PlantBook book, StageJudgement judgement, DateTimeOffset now)
    {
        Evaluate(figures.Scoreboard, book, now);
        if (_seq != _savedSeq)
        {
            var frame = FrameOf(figures, book, judgement, now);
            await standings.SaveAsync(figures.Setup.Board, frame, CancellationToken.None);
            _savedSeq = frame.Seq;
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

    [LoggerMessage(LogLevel.Information, "{Board}: final by decision {Decision}, at position {Position}")]
    private partial void LogFinal(string board, string decision, long position);
}
