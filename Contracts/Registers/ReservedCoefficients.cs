namespace Ganchao.Contracts.Registers;

/// <summary>Coefficients that every entrant of a kind has, worked out by the system and entered by nobody.</summary>
public static class ReservedCoefficients
{
    /// <summary>
    /// 节点延误天数: of a project, the days by which its milestones are late, added up: from the due date to the date it was
    /// reached, or while it is not reached to the date that the board is judged at; an early one makes up for nothing.
    /// A project without milestones has no such coefficient.
    /// </summary>
    public const string MilestoneDaysLate = "milestone_days_late";

    /// <summary>Whether nobody may register a coefficient of this name.</summary>
    public static bool IsReserved(string name) => name == MilestoneDaysLate;
}
