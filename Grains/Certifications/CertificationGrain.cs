using Ganchao.Contracts.Certifications;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Boards;
using Ganchao.Grains.Interfaces.Certifications;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Microsoft.Extensions.Logging;

namespace Ganchao.Grains.Certifications;

/// <summary>The departments' verdicts on one total; hints to the standings of stages with its period.</summary>
internal sealed class CertificationGrain(
    ILedger ledger, IPrivateContents contents, IPlantBooks books, PlantClock clock, ILogger<CertificationGrain> logger)
    : LinesGrain<CertificationLine>(StreamKind.Certification, ledger, contents, books, clock, logger), ICertificationGrain
{
    private CertificationId Total => CertificationId.Parse(this.GetPrimaryKeyString());

    public Task<LinesAnswer> Record(CertificationLines lines, Actor actor, long? expectedVersion, bool dryRun) =>
        RecordLines(lines.Lines, actor, expectedVersion, dryRun);

    protected override Guid IdOf(CertificationLine line) => line.Id;

    protected override IEnumerable<Refusal> Check(CertificationLine line, string field, PlantBook book, Actor actor) =>
        actor.Role == Role.DepartmentCertifier
            ? CertificationRules.Check(line, field, Total, book)
            : [LineRefusals.RoleWrong("verdicts", actor.Role)];

    protected override UnitId? UnitOf(CertificationLine line, PlantBook book) => line.Department;

    protected override PrivateText<CertificationLine>? TextOf(CertificationLine line) => line switch
    {
        AcceptedLine accepted =>
            new(accepted.Opinion, accepted.OpinionKept, kept => accepted with { Opinion = null, OpinionKept = kept }),
        RevokedLine revoked =>
            new(revoked.Reason, revoked.ReasonKept, kept => revoked with { Reason = null, ReasonKept = kept }),
        _ => null,
    };

    protected override CertificationLine AsSent(CertificationLine line) =>
        line is AcceptedLine accepted ? accepted with { Position = 0 } : line;

    protected override CertificationLine AsRecorded(CertificationLine line, PlantBook book) =>
        line is AcceptedLine accepted ? accepted with { Position = book.Position } : line;

    protected override async Task Announce(PlantBook book)
    {
        foreach (var competition in book.Competitions.Values)
        {
            foreach (var stage in competition.Stages.Values.Where(stage => stage.Dates == Total.Period))
            {
                await GrainFactory.GetGrain<IStandingGrain>($"{book.Plant}/{competition.Id}/{stage.Stage}").CompetitionChanged();
            }
        }
    }
}
