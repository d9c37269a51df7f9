using Ganchao.Contracts.Identity;

namespace Ganchao.Silo.Demo.Diary;

/// <summary>Everybody at the demo plant appears by post, never by name.</summary>
internal static class Posts
{
    public static Actor Administrator { get; } = Of("administrator", Role.Administrator);

    public static Actor Planning { get; } = Of("planning-1", Role.ProductionPlanning);

    public static Actor Office { get; } = Of("contest-office-1", Role.CompetitionOffice);

    public static Actor Committee { get; } = Of("committee-chair", Role.Committee);

    public static Actor Safety { get; } = Of("safety-1", Role.SafetyRep);

    public static Actor Lead(UnitId team) => Of($"{team}-lead", Role.ShiftLead);

    public static Actor Statistician(UnitId branch) => Of($"{branch}-statistician", Role.Statistician);

    /// <summary>The first of a department's two: who enters.</summary>
    public static Actor Enters(string department) => Of($"{department}-1", Role.DepartmentCertifier);

    /// <summary>The second of a department's two: nobody certifies what they entered.</summary>
    public static Actor Certifies(UnitId department) => Of($"{department}-2", Role.DepartmentCertifier);

    private static Actor Of(string post, Role role) => new(ActorKind.Person, post, role);
}
