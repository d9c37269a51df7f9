namespace Ganchao.Silo.Ledger;

/// <summary>
/// The database rolled a batch back because of what is in it: writing the same again would be refused again. Any
/// other exception of a commit leaves the outcome unknown.
/// </summary>
internal sealed class CommitRefusedException(bool isTaken, Exception innerException)
    : Exception(innerException.Message, innerException)
{
    /// <summary>A place in a stream, or an event id in it, is taken: repeated or fenced.</summary>
    public bool IsTaken { get; } = isTaken;
}
