using Ganchao.Contracts.Identity;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;

namespace Ganchao.Grains.Boards;

/// <summary>What a standing keeps for its next activation: the epoch, and now and then its totals.</summary>
internal sealed class StandingMemory(IPersistentState<StandingSnapshot> snapshot, ILedger ledger)
{
    private const long KeepEvery = 1_000;

    /// <summary>Begins an epoch, greater than any before, even where the snapshot was deleted.</summary>
    public async Task<long> BeginEpochAsync(DateTimeOffset now)
    {
        var epoch = Math.Max(snapshot.State.Epoch + 1, now.ToUnixTimeMilliseconds());
        await WriteAsync(snapshot.State with { Epoch = epoch });
        return epoch;
    }

    /// <summary>The totals as they were kept; null where there are none, or where book or ledger are not those of then.</summary>
    public async Task<StandingSnapshot?> RecallAsync(PlantBook book)
    {
        var kept = snapshot.State;
        return kept.Position > 0 && kept.Shape == StandingSnapshot.CurrentShape && kept.FoldVersion == book.FoldVersion &&
            kept.Hash == await HashAtAsync(book.Plant, kept.Position)
            ? kept
            : null;
    }

    /// <summary>Does not use the kept totals any more; what is stored stays until something is kept again.</summary>
    public void Disregard() => snapshot.State = new StandingSnapshot { Epoch = snapshot.State.Epoch };

    /// <summary>Keeps the totals, once the ledger has gone on far enough since the last time.</summary>
    public async Task KeepAsync(BoardFigures figures)
    {
        if (figures.Position - snapshot.State.Position < KeepEvery)
        {
            return;
        }

        await WriteAsync(snapshot.State with
        {
            Shape = StandingSnapshot.CurrentShape,
            FoldVersion = figures.Scoreboard.Book.FoldVersion,
            Position = figures.Position,
            Hash = await HashAtAsync(figures.Setup.Board.Plant, figures.Position),
            Totals = [.. figures.Scoreboard.Totals],
        });
    }

    /// <summary>Keeps nothing but the epoch.</summary>
    public Task ForgetAsync() => WriteAsync(new StandingSnapshot { Epoch = snapshot.State.Epoch });

    // The snapshot is droppable: where somebody has deleted it meanwhile, its tag is gone, and it is written anew.
    private async Task WriteAsync(StandingSnapshot state)
    {
        await snapshot.ReadStateAsync();
        snapshot.State = state;
        await snapshot.WriteStateAsync();
    }

    private async Task<string> HashAtAsync(PlantId plant, long position)
    {
        var at = await ledger.ReadTailAsync(plant, position - 1, 1, CancellationToken.None);
        return at.Count == 1 ? Convert.ToHexStringLower(at[0].Hash.Span) : "";
    }
}
