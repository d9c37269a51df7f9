using Ganchao.Contracts.Certifications;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Boards;
using Ganchao.Grains.Interfaces.Certifications;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Microsoft.Extensions.Logging;

namespace Ganchao.Grains.Certifications;

/// <summary>The departments' verdicts on one total; hints to the standings of stages with its period.</summary>
internal sealed class CertificationGrain(
    ILedger ledger,
    IFacts facts,
    IPrivateContents contents,
    IPlantBooks books,
    PlantClock clock,
    ILogger<CertificationGrain> logger)
    : LinesGrain<CertificationLine>(StreamKind.Certification, ledger, contents, books, clock, logger), ICertificationGrain
{
    // Sheets on which whoever gives the verdict entered figures of the total.
    private IReadOnlyList<StreamId> _ownSheets = [];

    private CertificationId Total => CertificationId.Parse(this.GetPrimaryKeyString());

    public async Task<LinesAnswer> Record(CertificationLines lines, Actor actor, long? expectedVersion, bool dryRun)
    {
        _ownSheets = await SheetsOf(actor);
        return await RecordLines(lines.Lines, actor, expectedVersion, dryRun);
    }

    protected override Guid IdOf(CertificationLine line) => line.Id;

    protected override IEnumerable<Refusal> Check(CertificationLine line, string field, PlantBook book, Actor actor) =>
        actor.Role == Role.DepartmentCertifier
            ? CertificationRules.Check(line, field, Total, book)
                .Concat(CertificationRules.CheckHand(line, field, Total, _ownSheets))
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

    /// <summary>Empty where the actor is no person: a program speaks for many.</summary>
    private async Task<IReadOnlyList<StreamId>> SheetsOf(Actor actor)
    {
        if (actor.Kind != ActorKind.Person)
        {
            return [];
        }

        var figures = (await facts.ReadSubjectAsync(Total.Plant, Total.Subject, Total.Period, CancellationToken.None))
            .Where(row => row.Measure == Total.Measure && row.Value is not null)
            .ToLookup(static row => row.Stream, static row => row.Entry);
        var sheets = new List<StreamId>();
        foreach (var sheet in figures)
        {
            var entered = sheet.ToHashSet();
            if ((await Ledger.ReadStreamAsync(sheet.Key, 0, CancellationToken.None))
                .Any(stored => entered.Contains(stored.Id) && IsBy(actor, stored)))
            {
                sheets.Add(sheet.Key);
            }
        }

        return sheets;
    }

    private static bool IsBy(Actor actor, StoredEvent stored) =>
        (stored.Actor.Kind == ActorKind.Person && stored.Actor.Id == actor.Id)
        || EventCodec.Decode(stored) is EntryRecorded { For: { } person } && person.Value == actor.Id;

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
