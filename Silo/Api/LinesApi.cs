using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Projects;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Competitions;
using Ganchao.Grains.Interfaces.Projects;
using Ganchao.Grains.Interfaces.Registers;
using Ganchao.Grains.Registers;
using Ganchao.Silo.Identity;

namespace Ganchao.Silo.Api;

/// <summary>Registers, competitions and projects: lists of lines, each with a client-made id.</summary>
internal static class LinesApi
{
    public static void MapLines(this IEndpointRouteBuilder api)
    {
        var plant = api.MapGroup("/plants/{plant}");
        plant.MapPut("/registers/{register}/lines", RecordRegister)
            .WithName("RecordRegister").Needs(Right.KeepRegisters).WithTags("Registers").Answers<LinesAnswer>();
        plant.MapPut("/competitions/{competition}/lines", RecordCompetition)
            .WithName("RecordCompetition").Needs(Right.KeepCompetitions).WithTags("Competitions").Answers<LinesAnswer>();
        plant.MapPut("/projects/{project}/lines", RecordProject)
            .WithName("RecordProject").Needs(Right.KeepProjects).WithTags("Projects").Answers<LinesAnswer>();
    }

    private static string Registers =>
        string.Join(", ", Enum.GetValues<RegisterName>()[1..].Select(RegisterNames.Of));

    private static Task<IResult> RecordRegister(
        PlantId plant, string register, RegisterLines lines, bool? dryRun, HttpContext context, IGrainFactory grains)
    {
        var name = Enum.GetValues<RegisterName>()
            .FirstOrDefault(known => known != RegisterName.NotSet && RegisterNames.Of(known) == register);
        return name == RegisterName.NotSet
            ? Task.FromResult(Problems.Of(
                StatusCodes.Status404NotFound, "unknown-register", "register",
                $"There is no register '{register}': {Registers}."))
            : Writing.RunAsync(context, RegisterNames.UsualWriter(name), async actor =>
                Writing.Answer(context, await grains.GetGrain<IRegisterGrain>($"{plant}/{register}")
                    .Record(lines, actor, Writing.ExpectedVersion(context), dryRun ?? false)));
    }

    private static Task<IResult> RecordCompetition(
        PlantId plant, CompetitionId competition, CompetitionLines lines, bool? dryRun,
        HttpContext context, IGrainFactory grains) =>
        Writing.RunAsync(context, Role.CompetitionOffice, async actor =>
            Writing.Answer(context, await grains.GetGrain<ICompetitionGrain>($"{plant}/{competition}")
                .Record(lines, actor, Writing.ExpectedVersion(context), dryRun ?? false)));

    private static Task<IResult> RecordProject(
        PlantId plant, ProjectId project, ProjectLines lines, bool? dryRun,
        HttpContext context, IGrainFactory grains) =>
        Writing.RunAsync(context, Role.CompetitionOffice, async actor =>
            Writing.Answer(context, await grains.GetGrain<ICompetitionProjectGrain>($"{plant}/{project}")
                .Record(lines, actor, Writing.ExpectedVersion(context), dryRun ?? false)));
}
