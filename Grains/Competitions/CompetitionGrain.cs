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

/// <summary>
/// One competition: rulebook in force, stages, divisions, entrants, objections, decisions; hints to its standings when they
/// change.
/// </summary>
internal sealed class CompetitionGrain(
    ILedger ledger, IPrivateContents contents, IPlantBooks books, PlantClock clock, ILogger<CompetitionGrain> logger)
    : LinesGrain<CompetitionLine>(StreamKind.Competition, ledger, contents, books, clock, logger), ICompetitionGrain
{
    public Task<LinesAnswer> Record(CompetitionLines lines, Actor actor, long? expectedVersion, bool dryRun) =>
        lines.Lines.OfType<StageFinalisedLine>().Any()
            ? Task.FromResult(Refused(DecisionRefusals.FinalIsNoLine()))
            : RecordLines(lines.Lines, actor, expectedVersion, dryRun);

    public Task<LinesAnswer> Finalise(StageDecision decision, Actor actor, bool dryRun)
    {
        var line = new StageFinalisedLine
        {
            Id = decision.Id,
            Stage = decision.Stage,
            Position = decision.Position,
            Standing = decision.Standing,
            Decision = decision.Decision,
            Left = decision.Left is { Count: > 0 } left ? left : null,
        };
        return RecordLines([line], actor, expectedVersion: null, dryRun);
    }

    protected override Guid IdOf(CompetitionLine line) => line.Id;

    protected override IEnumerable<Refusal> Check(
        CompetitionLine line, string field, PlantBook book, Actor actor) =>
        MayWrite(actor.Role, line)
            ? CompetitionRules.Check(line, field, new CompetitionId(Stream.Key), book, Today(book))
            : [LineRefusals.RoleWrong(line is StageFinalisedLine ? "final standings" : "competitions", actor.Role)];

    protected override PrivateText<CompetitionLine>? TextOf(CompetitionLine line) => line switch
    {
        ObjectionLine objection =>
            new(objection.Text, objection.TextKept, kept => objection with { Text = null, TextKept = kept }),
        ObjectionAnsweredLine answered =>
            new(answered.Answer, answered.AnswerKept, kept => answered with { Answer = null, AnswerKept = kept }),
        _ => null,
    };

    // A decision sent again is the same decision, even where the standing was read and stored anew in between.
    protected override CompetitionLine AsSent(CompetitionLine line) =>
        line is StageFinalisedLine final ? final with { Position = 0, Standing = "", Left = null } : line;

    protected override async Task Announce(PlantBook book)
    {
        foreach (var stage in book.Competitions[new CompetitionId(Stream.Key)].Stages.Keys)
        {
            await GrainFactory.GetGrain<IStandingGrain>($"{Stream.Plant}/{Stream.Key}/{stage}").CompetitionChanged();
        }
    }

    private static bool MayWrite(Role role, CompetitionLine line) => line switch
    {
        StageFinalisedLine => role == Role.Committee,
        AdjustmentLine => role == Role.Committee,
        ObjectionLine or ObjectionAnsweredLine => role is Role.CompetitionOffice or Role.Committee,
        _ => role == Role.CompetitionOffice,
    };
}
