using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Refusals;

namespace Ganchao.Silo.Import.Sending;

/// <summary>What the server said to one batch.</summary>
/// <param name="Outcome">Recorded, already recorded or refused; in a dry run: what it would be.</param>
/// <param name="Warnings">What is worth a second look.</param>
/// <param name="Refusals">Why nothing was stored.</param>
internal sealed record ServerAnswer(
    EntryOutcome Outcome, IReadOnlyList<Warning> Warnings, IReadOnlyList<Refusal> Refusals);

/// <summary>The server could not be reached, or did not answer sensibly, over all tries. What was sent may have landed.</summary>
internal sealed class ServerUnreachableException(string message, Exception? inner) : Exception(message, inner);

/// <summary>The server does not know the key: no line is at fault.</summary>
internal sealed class KeyRefusedException(string message) : Exception(message);
