namespace Ganchao.Dashboard.Accounts;

/// <summary>Why a request was turned away before its page; for the page that says so.</summary>
/// <param name="Rule">The broken rule, such as <c>wrong-role</c>.</param>
public sealed record GateRefusal(string Rule);
