using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Boards;
using Ganchao.Grains.Interfaces.Boards;
using Ganchao.Grains.Interfaces.Competitions;
using Ganchao.Grains.Ledger;

namespace Ganchao.Silo.Live;

/// <summary>
/// Makes a stage's standing final: asks whether it may be, reads the exact board, stores the document, then says so in the
/// ledger. A document whose event never came is no final standing; whoever sends the decision again makes another.
/// </summary>
internal sealed class StageFinaliser(IGrainFactory grains, IStandings standings, Recount recount)
{
    /// <returns>What the competition says; null where the board's figures moved all the time while they were read.</returns>
    public async Task<LinesAnswer?> FinaliseAsync(BoardId board, Guid id, string decision, Actor actor)
    {
        var competition = grains.GetGrain<ICompetitionGrain>($"{board.Plant}/{board.Competition}");
        var decided = new StageDecision(id, board.Stage, decision);
        var judged = await competition.Finalise(decided, actor, dryRun: true);
        if (judged.Outcome != EntryOutcome.Recorded)
        {
            return judged;
        }

        if (await grains.GetGrain<IStandingGrain>(board.ToString()).ReadForFinal() is not { } frame)
        {
            return null;
        }

        var hash = await standings.SaveFinalAsync(board, frame, CancellationToken.None);
        var left = await recount.ReadLeftAsync(frame, CancellationToken.None);
        return await competition.Finalise(
            decided with { Position = frame.Position, Standing = hash, Left = left.Count == 0 ? null : left.ToArray() },
            actor,
            dryRun: false);
    }
}
