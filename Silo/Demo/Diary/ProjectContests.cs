using Ganchao.Contracts;
using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Projects;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Registers;
using Ganchao.Silo.Demo.Season;
using Ganchao.Silo.Demo.Tables;

namespace Ganchao.Silo.Demo.Diary;

/// <summary>
/// The two contests between the first quarter's projects, and their plans: key projects by rulebook B (印度专项增效), team
/// projects by rulebook C. Each has one stage, the quarter.
/// </summary>
internal sealed class ProjectContests(DemoSeason season, Production production)
{
    public static CompetitionId KeyProjects { get; } = new("india-export");

    public static CompetitionId TeamProjects { get; } = new("team-projects");

    private DateRange Quarter => new(season.Month(1).Start, season.Month(DemoMonth.PerQuarter).End);

    public IEnumerable<DemoAct> On(DateOnly day) =>
        day == season.Month(0).WorkingDays[^1] ? All(DemoSeason.At(day, new TimeOnly(16, 40))) : [];

    private IEnumerable<DemoAct> All(DateTimeOffset at)
    {
        yield return new RegisterAct(
            at, Posts.Planning, RegisterName.Plans, [.. DemoPlant.Instance.Projects.SelectMany(Plans)]);
        yield return Contest(
            at.AddMinutes(5), KeyProjects, new Names("印度专项增效", "India export drive"), "demo-b", ProjectLevel.Plant);
        yield return Contest(
            at.AddMinutes(6), TeamProjects, new Names("班组竞赛项目", "Team projects"), "demo-c", ProjectLevel.Team);
    }

    // Its quality target is that of the team that is responsible.
    private IEnumerable<PlanLine> Plans(DemoProject project)
    {
        yield return Plan("pass_rate", Quarter, DemoPlant.Instance.Teams.Single(team => team.Id == project.Team).Target);
        if (project.Level == ProjectLevel.Plant)
        {
            yield return Plan("benefit", Quarter, project.Pieces.Sum() * project.Price * ProjectReports.Target);
            yield break;
        }

        foreach (var month in Enumerable.Range(1, DemoMonth.PerQuarter).Select(season.Month))
        {
            yield return Plan("pieces", month.Dates, Production.PiecesIn(project, month));
        }

        PlanLine Plan(string measure, DateRange period, decimal value) => new()
        {
            Id = DemoIds.Of("plan", measure, project.No, period.Start),
            Measure = new MeasureCode(measure),
            Subject = new SubjectId(SubjectKind.Project, production.IdOf(project).Value),
            Period = period,
            Value = value,
        };
    }

    private CompetitionAct Contest(DateTimeOffset at, CompetitionId id, Names names, string rulebook, ProjectLevel level)
    {
        var quarter = season.Month(1).QuarterName;
        return new CompetitionAct(
            at, Posts.Office, id,
            [
                new CompetitionProposedLine { Id = Id("proposed"), Names = names },
                new RulebookAdoptedLine { Id = Id("rulebook"), Rulebook = PlantBook.HashOf(Founding.Rulebook(rulebook)) },
                new StageLine { Id = Id(quarter), Stage = new StageCode(quarter), Names = new Names(quarter), Dates = Quarter },
                .. DemoPlant.Instance.Projects.Where(project => project.Level == level).Select(project => new EnrolmentLine
                {
                    Id = Id(project.No),
                    Entrant = production.IdOf(project).Value,
                }),
            ]);

        Guid Id(object what) => DemoIds.Of("contest", id, what);
    }
}
