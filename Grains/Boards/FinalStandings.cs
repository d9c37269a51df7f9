using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Competitions;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;

namespace Ganchao.Grains.Boards;

/// <summary>The documents of stages that are final: read by the hash that the ledger holds, never computed again.</summary>
public sealed class FinalStandings(IStandings standings)
{
    /// <summary>The decision that made the board's stage final, or null.</summary>
    public static StageFinalisedLine? DecisionOn(BoardId board, PlantBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return book.Competitions.GetValueOrDefault(board.Competition)?.Finals.GetValueOrDefault(board.Stage);
    }

    /// <exception cref="FinalStandingMissingException">The document is not there, or not what was decided on.</exception>
    public async Task<BoardFrame> ReadAsync(
        BoardId board, StageFinalisedLine decision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return await standings.ReadFinalAsync(board, decision.Standing, cancellationToken)
            ?? throw new FinalStandingMissingException(
                $"Board {board} is final by decision {decision.Decision}, but its document {decision.Standing} is not in the " +
                "table of standings, or was changed. It is never computed again: restore it from a backup, then run verify.");
    }
}

/// <summary>A stage is final, and the document that says so is gone.</summary>
[GenerateSerializer]
[Alias("Ganchao.FinalStandingMissingException")]
public sealed class FinalStandingMissingException : Exception
{
    public FinalStandingMissingException()
    {
    }

    public FinalStandingMissingException(string message)
        : base(message)
    {
    }

    public FinalStandingMissingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
