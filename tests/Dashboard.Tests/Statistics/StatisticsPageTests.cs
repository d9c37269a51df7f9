using Ganchao.Client.Wording;
using Ganchao.Contracts;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Projects;
using Ganchao.Dashboard.Statistics;
using Ganchao.Dashboard.Tests.Boards;
using Microsoft.Extensions.DependencyInjection;
using static Ganchao.Dashboard.Tests.Boards.PageRendering;

namespace Ganchao.Dashboard.Tests.Statistics;

public class StatisticsPageTests
{
    [Fact]
    public async Task The_registered_projects_of_a_year_add_up_by_level()
    {
        var html = await RenderAsync(FewStatistics.FiveQuarters);

        Assert.Equal(
            ["季度|立项|完成|重量|产值",
             "2025年三季度|7|—|228.40 吨|171.20 万元",
             "2025年四季度|8|8|260.35 吨|196.48 万元",
             "2026年一季度|10|10|331.72 吨|249.65 万元",
             "2026年二季度|10|9|349.52 吨|263.50 万元",
             "2026年三季度|7|0|216.27 吨|213.79 万元",
             "合计|42|27|1,386.26 吨|1,094.62 万元"],
            RowsOf(html.Replace("<small>", "").Replace("</small>", "")).Take(7).Select(Plain));
        var text = Plain(html);
        Assert.Contains("厂级重点竞赛项目|42 项|1,386.26 吨|1,094.62 万元", text);
        Assert.Contains("班组竞赛项目|129 项|1,026.80 吨|956.43 万元", text);
    }

    [Fact]
    public async Task English_readers_read_tonnes_and_millions()
    {
        var text = Plain(await RenderAsync(FewStatistics.FiveQuarters, Language.English));

        Assert.Contains("Key projects of the plant|42 projects|1,386.26 t|CNY 10.95 m", text);
        Assert.Contains("Q3 2025|7|—|228.40 t|CNY 1.71 m", text);
    }

    [Fact]
    public async Task An_unknown_part_makes_the_sum_unknown_and_is_named()
    {
        var plant = FewStatistics.FiveQuarters with
        {
            Groups = [new ProjectGroup(ProjectLevel.Team, 2026, 3, 8, 0, 86.75m, null)],
            Unknown = [new Names("炉篦条")],
        };

        var text = Plain(await RenderAsync(plant));

        Assert.Contains("合计|8|0|86.75 吨|—", text);
        Assert.Contains("缺单重或厂内结算价,合计不能算出: 炉篦条", text);
    }

    [Fact]
    public async Task A_plant_without_projects_says_so_and_an_unknown_one_is_not_found()
    {
        var empty = await RenderAsync(FewStatistics.FiveQuarters with { Groups = [] });
        var page = Page(FewStatistics.FiveQuarters, Language.Chinese);
        await page.RenderAsync<StatisticsPage>(("Plant", "elsewhere"));

        Assert.Contains("还没有立项。", empty);
        Assert.True(page.WasNotFound);
    }

    // As it is read: a unit is on its number's line, and whether the space between is thin is no matter.
    private static string Plain(string html) => TextOf(html.Replace("<small>", "").Replace("</small>", ""))
        .Replace(Quantity.ThinSpace, " ").Replace(Quantity.NoBreakSpace, " ");

    private static Task<string> RenderAsync(PlantStatistics plant, Language language = Language.Chinese) =>
        Page(plant, language).RenderAsync<StatisticsPage>();

    private static PageRendering Page(PlantStatistics plant, Language language) => new(new FewBoards(), language)
    {
        Others = services => services.AddSingleton<IStatisticsReader>(new FewStatistics(plant)),
    };
}

/// <summary>The figures of one plant.</summary>
internal sealed class FewStatistics(PlantStatistics plant) : IStatisticsReader
{
    public static PlantStatistics FiveQuarters { get; } = new(
        new PlantId("main"),
        new Names("赶超机械厂", "Ganchao Works"),
        new DateTimeOffset(2026, 9, 10, 7, 40, 0, TimeSpan.FromHours(8)),
        [
            new(ProjectLevel.Plant, 2025, 3, 7, null, 228.40m, 1_712_000m),
            new(ProjectLevel.Plant, 2025, 4, 8, 8, 260.35m, 1_964_800m),
            new(ProjectLevel.Plant, 2026, 1, 10, 10, 331.72m, 2_496_500m),
            new(ProjectLevel.Plant, 2026, 2, 10, 9, 349.52m, 2_635_000m),
            new(ProjectLevel.Plant, 2026, 3, 7, 0, 216.27m, 2_137_900m),
            new(ProjectLevel.Team, 2026, 2, 121, 121, 940.05m, 8_671_700m),
            new(ProjectLevel.Team, 2026, 3, 8, 0, 86.75m, 892_600m),
        ],
        []);

    public Task<IReadOnlyList<PlantStatistics>> ReadAsync(PlantId? wanted, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PlantStatistics>>(wanted is null || wanted == plant.Plant ? [plant] : []);
}
