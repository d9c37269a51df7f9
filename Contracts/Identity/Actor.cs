namespace Ganchao.Contracts.Identity;

/// <summary>The roles of <c>domain.md</c>; a person may hold several and acts in one.</summary>
public enum Role
{
    NotSet,
    Viewer,
    Worker,
    ShiftLead,
    Statistician,
    BranchOrganiser,
    ProductionPlanning,
    DepartmentCertifier,
    CompetitionOffice,
    Committee,
    Sponsor,
    SafetyRep,
    Judge,
    Payer,
    Auditor,
    Administrator,

    /// <summary>A machine of the plant: a meter, a manufacturing system, an import.</summary>
    Device,
}

/// <summary>What kind of party acts.</summary>
public enum ActorKind
{
    NotSet,
    Person,
    Device,
    System,
}

/// <summary>Who did it, in every event: a pseudonymous id and the role in which it acted; never a name.</summary>
public sealed record Actor(ActorKind Kind, string Id, Role Role);
