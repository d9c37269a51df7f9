namespace Ganchao.Contracts.Registers;

/// <summary>Tags that the system works out of the registers.</summary>
public static class ReservedTags
{
    /// <summary>The branch of a team, by its id.</summary>
    public const string Branch = "branch";
}
