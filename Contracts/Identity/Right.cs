namespace Ganchao.Contracts.Identity;

/// <summary>What an address of the system is for; <see cref="Rights"/> says which roles may.</summary>
public enum Right
{
    NotSet,

    /// <summary>Whoever reaches the system: what hangs on the wall, what the wall explains, signing in.</summary>
    Open,

    /// <summary>Whoever is signed in, about oneself.</summary>
    SignedIn,

    /// <summary>Reads sheets and their history.</summary>
    ReadSheets,

    EnterShift,
    SignOffShift,
    ConfirmEntries,
    EnterDepartment,
    EnterEvent,
    Certify,
    KeepRegisters,
    KeepCompetitions,
    KeepProjects,
    PublishRulebooks,
    TryRulebooks,
    Decide,
    RebuildProjections,
    KeepAccounts,

    /// <summary>Proposes, countersigns, contests and decides which stretches of a shift do not count.</summary>
    AgreeExclusions,

    /// <summary>The administrator's pages: calendar, organisation, products, measures.</summary>
    AdministerRegisters,
}

/// <summary>Which roles of <c>domain.md</c> have which right; looked at where a request arrives and again by who acts.</summary>
public static class Rights
{
    private static readonly Role[] People = [.. Enum.GetValues<Role>().Where(role => role is not (Role.NotSet or Role.Device))];

    /// <summary>The usual one first; whether one's role reaches the unit in question is another matter.</summary>
    public static IReadOnlyList<Role> RolesOf(Right right) => right switch
    {
        Right.NotSet => [],
        Right.Open => [.. People, Role.Device],
        Right.SignedIn => People,
        Right.ReadSheets => [.. People.Where(role => role is not (Role.Viewer or Role.Payer)), Role.Device],
        Right.EnterShift =>
        [
            Role.ShiftLead, Role.Statistician, Role.BranchOrganiser, Role.ProductionPlanning, Role.DepartmentCertifier,
            Role.CompetitionOffice, Role.SafetyRep, Role.Device,
        ],
        Right.AgreeExclusions =>
        [
            Role.ShiftLead, Role.BranchOrganiser, Role.Statistician, Role.DepartmentCertifier, Role.ProductionPlanning,
            Role.CompetitionOffice,
        ],
        Right.ConfirmEntries => [Role.ShiftLead, Role.BranchOrganiser],
        Right.SignOffShift => [Role.ShiftLead, Role.Statistician, Role.BranchOrganiser, Role.Device],
        Right.EnterDepartment =>
        [
            Role.Statistician, Role.DepartmentCertifier, Role.BranchOrganiser, Role.ProductionPlanning, Role.CompetitionOffice,
            Role.SafetyRep, Role.Sponsor, Role.Judge, Role.Device,
        ],
        Right.EnterEvent =>
        [
            Role.Statistician, Role.ShiftLead, Role.SafetyRep, Role.DepartmentCertifier, Role.BranchOrganiser,
            Role.ProductionPlanning, Role.CompetitionOffice, Role.Worker, Role.Sponsor, Role.Judge, Role.Device,
        ],
        Right.Certify => [Role.DepartmentCertifier],
        Right.KeepRegisters => [Role.Administrator, Role.ProductionPlanning, Role.CompetitionOffice],
        Right.KeepCompetitions => [Role.CompetitionOffice, Role.Committee],
        Right.KeepProjects => [Role.CompetitionOffice, Role.BranchOrganiser, Role.ProductionPlanning],
        Right.PublishRulebooks => [Role.CompetitionOffice],
        Right.TryRulebooks =>
        [
            Role.CompetitionOffice, Role.Committee, Role.BranchOrganiser, Role.ProductionPlanning, Role.Auditor,
            Role.Administrator,
        ],
        Right.Decide => [Role.Committee],
        Right.RebuildProjections or Right.KeepAccounts or Right.AdministerRegisters => [Role.Administrator],
    };
}

/// <summary>Says of an endpoint or a page what it is for. One without it is closed.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Right right) : Attribute
{
    public Right Right { get; } = right;
}
