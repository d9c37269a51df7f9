namespace Ganchao.Contracts.Rulebooks;

/// <summary>What the checks say about the text of a rulebook.</summary>
/// <param name="Hash">SHA-256 of the text's UTF-8 bytes, lower-case hexadecimal: its name once it is published.</param>
/// <param name="Publishable">No finding is an error; warnings must still be accepted by their ids.</param>
/// <param name="Findings">In order of place.</param>
public sealed record RulebookReport(string Hash, bool Publishable, IReadOnlyList<RulebookFinding> Findings);

/// <summary>One finding: what is wrong, where, and what to do.</summary>
/// <param name="Id">Stable; all of them are explained in docs/diagnostics.md.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">In characters, from 1.</param>
/// <param name="Zh">Cause and remedy in Chinese.</param>
/// <param name="En">Cause and remedy in English.</param>
public sealed record RulebookFinding(string Id, FindingSeverity Severity, int Line, int Column, string Zh, string En);

public enum FindingSeverity
{
    NotSet = 0,

    /// <summary>Mostly a slip; whoever publishes accepts it by its id, or corrects it.</summary>
    Warning = 1,

    /// <summary>The rulebook cannot be published.</summary>
    Error = 2,
}
