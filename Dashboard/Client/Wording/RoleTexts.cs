using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;

namespace Ganchao.Client.Wording;

/// <summary>The posts by which people appear, and the ways in which entries come about.</summary>
internal static class RoleTexts
{
    public static Text Of(Role role) => role switch
    {
        Role.NotSet => new("未注明", "not stated"),
        Role.Viewer => new("观众", "viewer"),
        Role.Worker => new("职工", "worker"),
        Role.ShiftLead => new("班长", "shift lead"),
        Role.Statistician => new("统计员", "statistician"),
        Role.BranchOrganiser => new("分厂竞赛负责人", "branch organiser"),
        Role.ProductionPlanning => new("生产计划科", "production planning"),
        Role.DepartmentCertifier => new("认定部门", "certifying department"),
        Role.CompetitionOffice => new("竞赛办", "competition office"),
        Role.Committee => new("劳赛委", "committee"),
        Role.Sponsor => new("项目责任人", "sponsor"),
        Role.SafetyRep => new("群监员", "safety representative"),
        Role.Judge => new("评委", "judge"),
        Role.Payer => new("出纳", "payer"),
        Role.Auditor => new("审计", "auditor"),
        Role.Administrator => new("管理员", "administrator"),
        Role.Device => new("设备", "device"),
    };

    public static Text Of(EntryWay way) => way switch
    {
        EntryWay.NotSet or EntryWay.Ordinary => new("填报", "entered"),
        EntryWay.Late => new("补报", "late"),
        EntryWay.FromPaper => new("补录", "from paper"),
        EntryWay.OnBehalf => new("代填", "on behalf"),
        EntryWay.Opening => new("期初", "opening balance"),
        EntryWay.Imported => new("导入", "imported"),
    };
}
