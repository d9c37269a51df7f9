using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;

namespace Ganchao.Grains.Boards;

/// <summary>
/// Judges a board's stage: while it runs there is nothing to judge, afterwards it is judged anew whenever the book or a figure
/// of the board has changed.
/// </summary>
internal sealed class StageJudge(IFacts facts)
{
    private const long NotJudged = -1;

    private long _judgedVersion = NotJudged;

    /// <summary>The judgement as it was made last.</summary>
    public StageJudgement Judgement { get; private set; } = StageJudgement.Running;

    /// <summary>A figure has changed: what was judged has to be judged anew.</summary>
    public void Reopen() => _judgedVersion = NotJudged;

    /// <returns>Whether the judgement is another one now.</returns>
    public async Task<bool> JudgeAsync(BoardSetup setup, PlantBook book, DateTimeOffset now)
    {
        var before = Judgement;
        if (!StageJudgement.HasEnded(setup, book.Calendar.DateAt(now)))
        {
            (Judgement, _judgedVersion) = (StageJudgement.Running, NotJudged);
        }
        else if (_judgedVersion != book.Version)
        {
            var rows = await facts.ReadPlacedAsync(book.Plant, setup.Stage.Dates, CancellationToken.None);
            (Judgement, _judgedVersion) = (StageJudgement.Of(setup, book, rows), book.Version);
        }

        return Judgement != before;
    }
}
