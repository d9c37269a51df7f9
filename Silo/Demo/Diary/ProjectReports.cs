using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Projects;
using Ganchao.Silo.Demo.Season;
using Ganchao.Silo.Demo.Tables;

namespace Ganchao.Silo.Demo.Diary;

/// <summary>
/// What is written of key projects besides their pieces: milestones as they are reached, and with the months' verdicts the
/// benefit that 财务科 certifies; that of ZD-03 for month 2 comes with its cost, on D4.
/// </summary>
internal sealed class ProjectReports(DemoSeason season, Production production)
{
    /// <summary>A key project is to bring this part of its value.</summary>
    public const decimal Target = 0.05m;

    private const string Open = "ZD-03";

    private static readonly UnitId Finance = new(Verdicts.OpenDepartment);
    private static readonly MeasureCode Benefit = new("benefit");

    private static IEnumerable<DemoProject> Keys =>
        DemoPlant.Instance.Projects.Where(project => project.Level == ProjectLevel.Plant);

    public IEnumerable<DemoAct> On(DateOnly day) => Reached(day).Concat(Benefits(day));

    private IEnumerable<DemoAct> Reached(DateOnly day) =>
        from project in Keys
        from milestone in Milestones.Of(season)
        where Milestones.ReachedOn(project.No, milestone.Milestone, milestone.Due) == day
        select new ProjectAct(
            DemoSeason.At(day, new TimeOnly(15, 30)), Posts.Planning, production.IdOf(project),
            [
                new MilestoneLine
                {
                    Id = DemoIds.Of("reached", project.No, milestone.Milestone),
                    Milestone = milestone.Milestone,
                    Due = milestone.Due,
                    Reached = day,
                },
            ]);

    private IEnumerable<DemoAct> Benefits(DateOnly day)
    {
        var month = season.Month(season.MonthOf(day).Number - 1);
        if (month.Number is >= 1 and <= DemoMonth.PerQuarter && Verdicts.IsVerdictDay(season.MonthOf(day), day))
        {
            yield return Sheet(month, day, project => !IsOpen(project, month));
        }

        if (day == season.Day(4))
        {
            var open = season.Month(Verdicts.OpenMonth);
            yield return Sheet(open, day, project => IsOpen(project, open));
        }
    }

    private static bool IsOpen(DemoProject project, DemoMonth month) =>
        project.No == Open && month.Number == Verdicts.OpenMonth;

    private DepartmentAct Sheet(DemoMonth month, DateOnly day, Func<DemoProject, bool> which) => new(
        DemoSeason.At(day, new TimeOnly(9, 50)), Posts.Enters(Finance.Value), Finance, month.Start, Occasion.Month,
        [
            .. Keys.Where(project => Production.PiecesIn(project, month) > 0).Where(which)
                .Select(project => Entry(project, month)),
        ]);

    private EntryForm Entry(DemoProject project, DemoMonth month) => new(
        DemoIds.Of(Benefit, project.No, month.Start),
        Benefit,
        decimal.Round(
            Production.PiecesIn(project, month) * project.Price * Target *
            DemoDice.Between(0.90m, 1.20m, "benefit", project.No, month.Number)),
        new SubjectId(SubjectKind.Project, production.IdOf(project).Value));
}
