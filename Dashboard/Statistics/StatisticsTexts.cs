using Ganchao.Client.Wording;
using Ganchao.Contracts.Projects;

namespace Ganchao.Dashboard.Statistics;

/// <summary>The words of the statistics page.</summary>
internal static class StatisticsTexts
{
    public static readonly Text Title = new("竞赛项目统计", "Competition projects");
    public static readonly Text NoProjects = new(
        "还没有立项。竞赛项目登记后显示在这里。",
        "No project has been registered yet. They appear here once they are.");
    public static readonly Text Quarter = new("季度", "Quarter");
    public static readonly Text Registered = new("立项", "Registered");
    public static readonly Text Completed = new("完成", "Completed");
    public static readonly Text Weight = new("重量", "Weight");
    public static readonly Text Worth = new("产值", "Value");
    public static readonly Text Sum = new("合计", "Total");
    public static readonly Text Projects = new("{0} 项", "{0} projects");
    public static readonly Text OneProject = new("1 项", "1 project");
    public static readonly Text HowCounted = new(
        "按登记时计划件数 × 单重 × 厂内结算价(项目开始日有效,不含税)计算;完成指项目期已过且件数达到计划,没有填报件数的记“—”。",
        "Planned pieces × unit weight × internal price as valid on the project's first day, without VAT. Completed: the period has "
        + "ended and the pieces have reached the plan; a dash where no pieces were reported.");
    public static readonly Text Unknown = new(
        "以下项目有产品缺单重或厂内结算价,合计不能算出:", "A product of these projects has no unit weight or price, so the sums are unknown:");
    public static readonly Text CountedAt = new("统计时间", "Counted at");

    public static Text Of(ProjectLevel level) => level switch
    {
        ProjectLevel.Plant => new("厂级重点竞赛项目", "Key projects of the plant"),
        ProjectLevel.Team => new("班组竞赛项目", "Team projects"),
        ProjectLevel.NotSet => new("未定级项目", "Projects without a level"),
    };
}
