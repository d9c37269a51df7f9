using Ganchao.Contracts.Projects;
using Ganchao.Contracts.Registers;
using Ganchao.Silo.Demo.Diary;
using Ganchao.Silo.Demo.Season;
using Ganchao.Silo.Demo.Tables;

namespace Ganchao.Silo.Tests.Demo;

public sealed class DemoDiaryTests
{
    private static readonly DemoSeason Season = new(new DateOnly(2026, 12, 10));

    [Theory]
    [InlineData(ProjectLevel.Plant, 42, "1386.26", "1094.62")]
    [InlineData(ProjectLevel.Team, 129, "1026.80", "956.43")]
    public void Registered_projects_add_up_to_the_union_s_report(
        ProjectLevel level, int number, string tonnes, string tenThousandYuan)
    {
        var acts = Days(Start(), Season.FirstDay).ToList();
        var products = acts.OfType<RegisterAct>().SelectMany(act => act.Lines).OfType<ProductLine>()
            .ToDictionary(line => line.Product);
        var projects = acts.OfType<ProjectAct>()
            .Where(act => act.Lines.OfType<ProjectRegisteredLine>().Any(line => line.Level == level)).ToList();
        var lines = projects.SelectMany(act => act.Lines).OfType<ProjectProductLine>().ToList();

        Assert.Equal(number, projects.Count);
        Assert.Equal(Decimal(tonnes), lines.Sum(line => line.Pieces * products[line.Product].UnitWeight));
        Assert.Equal(Decimal(tenThousandYuan), decimal.Round(
            lines.Sum(line => line.Pieces * products[line.Product].Price!.Value) / 10_000m, 2));
    }

    [Fact]
    public void Whoever_asks_again_gets_the_same_acts_with_ids_that_no_other_act_has()
    {
        var (from, to) = (Season.Month(3).Start, Season.Month(4).Start.AddDays(10));

        var ids = Ids(new DemoDiary(Season), from, to).ToList();
        var again = Ids(new DemoDiary(Season), from, to);

        Assert.Equal(ids, again);
        Assert.Distinct(ids);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(9)]
    public void What_a_team_finishes_adds_up_to_its_month(int number)
    {
        var production = new Production(Season);
        var month = Season.Month(number);
        foreach (var team in DemoPlant.Instance.TeamsIn(number).Where(team => !team.Melts))
        {
            var figures = TeamMonth.Of(team, month);
            var made = month.WorkingDays.SelectMany(day => production.Of(team, day)).ToList();

            Assert.All(made, line => Assert.True(line.Pieces > 0));
            Assert.Equal(
                figures.Output + (figures.Rejected * team.OtherEach),
                made.Sum(line => line.Pieces * Each(team, line)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Good_heats_add_up_to_the_melters_month(int number)
    {
        var heats = new Heats(Season);
        var month = Season.Month(number);
        var figures = TeamMonth.Of(DemoPlant.Instance.TeamsIn(number).Single(team => team.Melts), month);

        var tapped = month.WorkingDays.SelectMany(day => heats.Of(day, false).AddRange(heats.Of(day, true))).ToList();

        Assert.Equal(figures.Inspected, tapped.Count);
        Assert.Equal(figures.Rejected, tapped.Count(heat => heat.Rejected));
        Assert.Equal(figures.Output, tapped.Where(heat => !heat.Rejected).Sum(heat => heat.Tonnes));
    }

    private static decimal Each(DemoTeam team, WorkLine line) => line.Product == team.Other
        ? team.OtherEach
        : DemoPlant.Instance.OutputEach(
            DemoPlant.Instance.Projects.Single(project => project.Product == line.Product), team.Id);

    private static DateOnly Start() => new DemoDiary(Season).Start;

    private static IEnumerable<DemoAct> Days(DateOnly from, DateOnly to)
    {
        var diary = new DemoDiary(Season);
        for (var day = from; day < to; day = day.AddDays(1))
        {
            foreach (var act in diary.Of(day))
            {
                yield return act;
            }
        }
    }

    private static IEnumerable<Guid> Ids(DemoDiary diary, DateOnly from, DateOnly to)
    {
        for (var day = from; day < to; day = day.AddDays(1))
        {
            foreach (var id in diary.Of(day).SelectMany(DemoActs.IdsOf))
            {
                yield return id;
            }
        }
    }

    private static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
