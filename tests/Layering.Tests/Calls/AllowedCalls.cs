namespace Ganchao.Layering.Tests.Calls;

/// <summary>
/// Who may call whom among the grains: sheet → team; team, project, certification, competition → standing;
/// standing → its observers; nothing else. One direction, no cycles: no two grains can wait for each other.
/// Whoever lacks something reads the database. A grain that is renamed is renamed here.
/// </summary>
internal static class AllowedCalls
{
    private static readonly string[] Sheets =
        ["SheetGrain", "ShiftGrain", "DepartmentSheetGrain", "EventSheetGrain"];

    private static readonly string[] BelowTheStanding =
        ["TeamGrain", "CompetitionProjectGrain", "CertificationGrain", "CompetitionGrain"];

    public static IEnumerable<GrainCall> Refused(IEnumerable<GrainCall> calls) =>
        calls.Where(call => !IsAllowed(call));

    private static bool IsAllowed(GrainCall call) => call.Callee switch
    {
        "ITeamGrain" => Sheets.Contains(call.Caller),
        "IStandingGrain" => BelowTheStanding.Contains(call.Caller),
        "IBoardObserver" => call.Caller is "StandingGrain" or "BoardObservers",
        _ => false,
    };
}
