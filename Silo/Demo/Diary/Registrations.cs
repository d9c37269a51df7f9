using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Projects;
using Ganchao.Contracts.Registers;
using Ganchao.Silo.Demo.Season;
using Ganchao.Silo.Demo.Tables;

namespace Ganchao.Silo.Demo.Diary;

/// <summary>The first quarter's projects as they are registered (立项): shares, sponsor, pieces, milestones, work orders.</summary>
internal sealed class Registrations(DemoSeason season, Production production)
{
    private const decimal LeadShare = 60m;

    public IEnumerable<DemoAct> On(DateOnly day) =>
        day == season.Month(0).WorkingDays[^1] ? All(DemoSeason.At(day, new TimeOnly(15, 0))) : [];

    private IEnumerable<DemoAct> All(DateTimeOffset at)
    {
        foreach (var project in DemoPlant.Instance.Projects)
        {
            yield return new ProjectAct(at, Posts.Office, production.IdOf(project), [.. Lines(project)]);
        }

        yield return new RegisterAct(
            at.AddMinutes(5), Posts.Planning, RegisterName.WorkOrders,
            [
                .. DemoPlant.Instance.Projects.Select(project => new WorkOrderLine
                {
                    Id = DemoIds.Of("work-order", project.No),
                    WorkOrder = production.OrderOf(project),
                    Project = production.IdOf(project),
                    Product = project.Product,
                }),
            ]);
    }

    private IEnumerable<ProjectLine> Lines(DemoProject project)
    {
        var period = new DateRange(season.Month(1).Start, season.Month(DemoMonth.PerQuarter).End);
        yield return new ProjectRegisteredLine
        {
            Id = DemoIds.Of("project", project.No),
            Names = new Names($"{project.No} {project.Names.Zh}", $"{project.No} {project.Names.En}"),
            Level = project.Level,
            Period = period,
            Team = project.Team,
            Shares = [.. Shares(project)],
            Sponsor = project.Sponsor,
        };
        foreach (var month in Enumerable.Range(1, DemoMonth.PerQuarter).Select(season.Month))
        {
            yield return new ProjectProductLine
            {
                Id = DemoIds.Of("project-product", project.No, month.Number),
                Product = project.Product,
                Period = month.Dates,
                Pieces = Production.PiecesIn(project, month),
            };
        }

        foreach (var (milestone, due) in project.Level == ProjectLevel.Plant ? Milestones.Of(season) : [])
        {
            yield return new MilestoneLine
            {
                Id = DemoIds.Of("milestone", project.No, milestone),
                Milestone = milestone,
                Due = due,
            };
        }
    }

    private static IEnumerable<ProjectShare> Shares(DemoProject project) => project.Helpers.IsEmpty
        ? []
        : project.Helpers
            .Select(helper => new ProjectShare(helper, (100m - LeadShare) / project.Helpers.Length))
            .Prepend(new ProjectShare(project.Team, LeadShare));
}
