using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Boards;
using Ganchao.Grains.Interfaces.Competitions;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Microsoft.Extensions.Logging;

namespace Ganchao.Grains.Competitions;

/// <summary>One competition: rulebook in force, stages, divisions, entrants; hints to its standings when they change.</summary>
internal sealed class CompetitionGrain(
    ILedger ledger, IPlantBooks books, PlantClock clock, ILogger<CompetitionGrain> logger)
    : LinesGrain<CompetitionLine>(StreamKind.Competition, ledger, books, clock, logger), ICompetitionGrain
{
    public Task<LinesAnswer> Record(CompetitionLines lines, Actor actor, long? expectedVersion, bool dryRun) =>
        RecordLines(lines.Lines, actor, expectedVersion, dryRun);

    protected override Guid IdOf(CompetitionLine line) => line.Id;

    protected override IEnumerable<Refusal> Check(
        CompetitionLine line, string field, PlantBook book, Actor actor) =>
        actor.Role == Role.CompetitionOffice
            ? CompetitionRules.Check(line, field, new CompetitionId(Stream.Key), book)
            : [LineRefusals.RoleWrong("competitions", actor.Role)];

    protected override async Task Announce(PlantBook book)
    {
        foreach (var stage in book.Competitions[new CompetitionId(Stream.Key)].Stages.Keys)
        {
            await GrainFactory.GetGrain<IStandingGrain>($"{Stream.Plant}/{Stream.Key}/{stage}").CompetitionChanged();
        }
    }
}
