using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Projects;
using Ganchao.Contracts.Refusals;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Projects;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Microsoft.Extensions.Logging;

namespace Ganchao.Grains.Projects;

/// <summary>One registered competition project (竞赛项目).</summary>
internal sealed class CompetitionProjectGrain(
    ILedger ledger, IPrivateContents contents, IPlantBooks books, PlantClock clock, ILogger<CompetitionProjectGrain> logger)
    : LinesGrain<ProjectLine>(StreamKind.Project, ledger, contents, books, clock, logger), ICompetitionProjectGrain
{
    public Task<LinesAnswer> Record(ProjectLines lines, Actor actor, long? expectedVersion, bool dryRun) =>
        RecordLines(lines.Lines, actor, expectedVersion, dryRun);

    protected override Guid IdOf(ProjectLine line) => line.Id;

    protected override IEnumerable<Refusal> Check(ProjectLine line, string field, PlantBook book, Actor actor) =>
        actor.Role is Role.CompetitionOffice or Role.BranchOrganiser or Role.ProductionPlanning
            ? ProjectRules.Check(line, field, new ProjectId(Stream.Key), book)
            : [LineRefusals.RoleWrong("projects", actor.Role)];

    // A branch organiser runs the projects of the branch's teams.
    protected override UnitId? UnitOf(ProjectLine line, PlantBook book) => line is ProjectRegisteredLine registered
        ? registered.Team
        : book.Projects.GetValueOrDefault(new ProjectId(Stream.Key))?.Registration?.Team;
}
