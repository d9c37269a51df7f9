namespace Ganchao.Scoring;

public enum Severity
{
    NotSet = 0,
    Warning = 1,
    Error = 2,
}

/// <summary>What is wrong with a rulebook, where, and what to do. A rulebook with an error is refused.</summary>
/// <param name="Id">Stable, in kebab case, such as <c>unknown-name</c>.</param>
/// <param name="Place">In the text of the rulebook.</param>
/// <param name="Zh">Cause and remedy in Chinese.</param>
/// <param name="En">Cause and remedy in English.</param>
public sealed record Diagnostic(string Id, Severity Severity, TextPlace Place, string Zh, string En)
{
    public override string ToString() => Text(inChinese: false);

    /// <summary>Where, which rule, cause and remedy.</summary>
    public string Text(bool inChinese) => $"{Place.Line}:{Place.Column} {Id}: {(inChinese ? Zh : En)}";
}
