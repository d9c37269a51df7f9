namespace Ganchao.Dashboard.Accounts;

/// <summary>A page whose form takes a secret: how often one address may post to it is limited.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GuessedAttribute : Attribute;
