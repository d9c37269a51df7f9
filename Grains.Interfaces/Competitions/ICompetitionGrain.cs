using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;

namespace Ganchao.Grains.Interfaces.Competitions;

/// <summary>
/// One competition: rulebook in force, stages, divisions, entrants. The only writer of its stream. Key:
/// plant/competition.
/// </summary>
[Alias("Ganchao.ICompetitionGrain")]
public interface ICompetitionGrain : IGrainWithStringKey
{
    /// <summary>Takes a list of lines whole or refuses it whole; see the registers' grain.</summary>
    [Alias("Record")]
    Task<LinesAnswer> Record(CompetitionLines lines, Actor actor, long? expectedVersion, bool dryRun);

    /// <summary>
    /// Takes the committee's decision on a stage, its standing being stored; refused where the stage has not ended or is
    /// final already. The same id, stage and decision are answered as recorded before. <paramref name="dryRun"/>: says
    /// what would become of it; position and standing need not be known then.
    /// </summary>
    [Alias("Finalise")]
    Task<LinesAnswer> Finalise(StageDecision decision, Actor actor, bool dryRun);
}

/// <summary>The committee's decision on a stage.</summary>
/// <param name="Id">Made by the client, kept over retries.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Decision">The document number (文号).</param>
/// <param name="Position">The ledger position of the stored document; 0 while there is none.</param>
/// <param name="Left">What the stage leaves to the next; null: nothing.</param>
/// <param name="Standing">The stored document's SHA-256, lower-case hexadecimal; empty while there is none.</param>
[GenerateSerializer]
[Immutable]
[Alias("Ganchao.StageDecision")]
public sealed record StageDecision(
    [property: Id(0)] Guid Id,
    [property: Id(1)] StageCode Stage,
    [property: Id(2)] string Decision,
    [property: Id(3)] long Position = 0,
    [property: Id(4)] string Standing = "",
    [property: Id(5)] IReadOnlyList<LeftFigure>? Left = null);
