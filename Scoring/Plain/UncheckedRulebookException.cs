namespace Ganchao.Scoring.Plain;

/// <summary>
/// The plain evaluator met what a checked rulebook cannot contain: an unknown name, a cycle, an input outside of a fold.
/// It computes and does not check; a rulebook is compiled, and so checked, before anybody scores with it.
/// </summary>
public sealed class UncheckedRulebookException : Exception
{
    public UncheckedRulebookException()
    {
    }

    public UncheckedRulebookException(string message)
        : base(message)
    {
    }

    public UncheckedRulebookException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
