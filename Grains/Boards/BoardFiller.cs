using Ganchao.Contracts.Boards;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Microsoft.Extensions.Logging;

namespace Ganchao.Grains.Boards;

/// <summary>Makes a board's figures by one version of the plant's book; null where no board can be made by it.</summary>
internal sealed class BoardFiller(BoardSetups setups, ILedger ledger, IFacts facts, ILogger logger)
{
    /// <summary>From what an earlier activation kept, up to its position; else from the facts.</summary>
    public async Task<BoardFigures?> RestoreAsync(BoardId board, PlantBook book, StandingMemory memory)
    {
        if (await memory.RecallAsync(book) is { } kept && Empty(board, book) is { } figures)
        {
            figures.Resume(kept);
            return figures;
        }

        memory.Disregard();
        return await FillAsync(board, book);
    }

    /// <summary>From the facts, all of them.</summary>
    public async Task<BoardFigures?> FillAsync(BoardId board, PlantBook book)
    {
        var figures = Empty(board, book);
        if (figures is not null)
        {
            await figures.FillAsync();
        }

        return figures;
    }

    private BoardFigures? Empty(BoardId board, PlantBook book) =>
        BoardSetup.Of(board, book, setups.Shelf) is { } setup ? new BoardFigures(setup, book, ledger, facts, logger) : null;
}
