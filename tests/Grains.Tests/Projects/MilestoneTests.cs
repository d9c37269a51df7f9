using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Projects;
using Ganchao.Grains.Projects;

namespace Ganchao.Grains.Tests.Projects;

public sealed class MilestoneTests
{
    private static readonly DateOnly Due = new(2026, 3, 10);

    [Fact]
    public void Days_late_add_up_over_milestones_and_an_early_one_makes_up_for_nothing()
    {
        var project = Project(("投料", Due.AddDays(3)), ("加工", Due.AddDays(-5)), ("入库", Due.AddDays(1)));

        Assert.Equal(4, project.DaysLate(Due.AddDays(20)));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(6, 6)]
    public void A_milestone_that_is_not_reached_grows_late_day_by_day(int daysAfter, int late) =>
        Assert.Equal(late, Project(("加工", null)).DaysLate(Due.AddDays(daysAfter)));

    [Fact]
    public void A_project_without_milestones_is_neither_late_nor_in_time() => Assert.Null(Project().DaysLate(Due));

    private static ProjectBook Project(params (string Milestone, DateOnly? Reached)[] milestones) => milestones.Aggregate(
        new ProjectBook(new ProjectId("ZD-1")),
        (book, milestone) => book.Apply(new MilestoneLine
        {
            Id = Guid.NewGuid(),
            Milestone = milestone.Milestone,
            Due = Due,
            Reached = milestone.Reached,
        }));
}
