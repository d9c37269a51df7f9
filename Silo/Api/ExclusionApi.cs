using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Silo.Identity;

namespace Ganchao.Silo.Api;

/// <summary>
/// Stretches of a shift that are not to count: proposed, answered, decided. The address does not call the team <c>team</c>: the
/// other side, which is not of the team, writes here too, and the grain knows who may.
/// </summary>
internal static class ExclusionApi
{
    public static void MapExclusions(this IEndpointRouteBuilder api)
    {
        var exclusions = api.MapGroup("/shifts/{plant}/{owner}/{date}/{kind}/exclusions/{id:guid}").WithTags("Sheets")
            .Needs(Right.AgreeExclusions);
        exclusions.MapPut("", Propose).WithName("ProposeExclusion").Answers<EntryAnswer>();
        exclusions.MapPut("/answer/{answerId:guid}", Answer).WithName("AnswerExclusion").Answers<EntryAnswer>();
    }

    private static Task<IResult> Propose(
        PlantId plant, UnitId owner, DateOnly date, ShiftKind kind, Guid id, ExclusionForm exclusion,
        HttpContext context, IGrainFactory grains) =>
        exclusion.Id == id
            ? Writing.RunAsync(context, Role.ShiftLead, async actor =>
                Writing.Answer(context, await Shift(grains, plant, owner, date, kind).Propose(exclusion, actor)))
            : Differs(id, exclusion.Id);

    private static Task<IResult> Answer(
        PlantId plant, UnitId owner, DateOnly date, ShiftKind kind, Guid id, Guid answerId, ExclusionAnswer answer,
        HttpContext context, IGrainFactory grains) =>
        answer.Id == answerId
            ? Writing.RunAsync(context, UsualRole(answer.Act), async actor =>
                Writing.Answer(context, await Shift(grains, plant, owner, date, kind).AnswerExclusion(id, answer, actor)))
            : Differs(answerId, answer.Id);

    private static Role UsualRole(ExclusionAct act) => act switch
    {
        ExclusionAct.Uphold or ExclusionAct.Reject => Role.CompetitionOffice,
        ExclusionAct.Agree or ExclusionAct.Contest => Role.BranchOrganiser,
        ExclusionAct.NotSet or ExclusionAct.Withdraw => Role.ShiftLead,
    };

    private static Task<IResult> Differs(Guid address, Guid body) => Task.FromResult(Problems.Of(
        StatusCodes.Status422UnprocessableEntity, "id-differs", "id", $"The address names {address}, the body {body}."));

    private static IShiftGrain Shift(IGrainFactory grains, PlantId plant, UnitId team, DateOnly date, ShiftKind kind) =>
        grains.GetGrain<IShiftGrain>(new ShiftId(plant, team, date, kind).ToString());
}
