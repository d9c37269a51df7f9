namespace Ganchao.Dashboard.Accounts;

/// <summary>A page whose form takes a secret: how often one address may post to it is limited.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GuessedAttribute : Attribute
{
    /// <summary>What is counted apart from all other forms; empty: nothing.</summary>
    public string Apart { get; init; } = "";
}
