using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Certifications;
using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Certifications;
using Ganchao.Silo.Identity;
using Ganchao.Silo.Live;

namespace Ganchao.Silo.Api;

/// <summary>Verdicts of departments on totals, and the committee's decision on a stage.</summary>
internal static class DecisionApi
{
    public static void MapDecisions(this IEndpointRouteBuilder api)
    {
        api.MapPut("/certifications/{plant}/{measure}/{kind}/{subject}/{start}/{end}", Certify)
            .WithName("Certify").Needs(Right.Certify).WithTags("Certifications").Answers<LinesAnswer>();
        api.MapPut("/boards/{plant}/{competition}/{stage}/final/{id:guid}", Finalise)
            .WithName("Finalise").Needs(Right.Decide).WithTags("Boards").Answers<LinesAnswer>();
    }

    private static Task<IResult> Certify(
        PlantId plant, MeasureCode measure, string kind, string subject, DateOnly start, DateOnly end,
        CertificationLines lines, bool? dryRun, HttpContext context, IGrainFactory grains) =>
        SubjectId.TryParse($"{kind}/{subject}", null, out var about)
            ? Writing.RunAsync(context, Role.DepartmentCertifier, async actor =>
                Writing.Answer(context, await grains
                    .GetGrain<ICertificationGrain>(
                        new CertificationId(plant, measure, about, new DateRange(start, end)).ToString())
                    .Record(lines, actor, Writing.ExpectedVersion(context), dryRun ?? false)))
            : Task.FromResult(Problems.Of(
                StatusCodes.Status404NotFound, "unknown-subject", "subject",
                $"'{kind}/{subject}' is no subject: write kind/key, such as team/t07."));

    private static Task<IResult> Finalise(
        PlantId plant, CompetitionId competition, StageCode stage, Guid id, FinalDecision decision,
        HttpContext context, StageFinaliser finaliser) =>
        Writing.RunAsync(context, Role.Committee, async actor =>
            await finaliser.FinaliseAsync(new BoardId(plant, competition, stage), id, decision.Decision, actor)
                is { } answer
                ? Writing.Answer(context, answer)
                : Problems.Of(
                    StatusCodes.Status503ServiceUnavailable, "board-moves", "stage",
                    $"Figures of stage '{stage}' are being recorded; its standing could not be read whole. Send the same " +
                    "decision with the same id again."));
}
