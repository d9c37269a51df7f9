using System.Threading.RateLimiting;

namespace Ganchao.Silo.Live;

/// <summary>
/// What reads every fact of a board goes through here one after another, so that a hundred clicks cannot starve entries.
/// </summary>
internal sealed class HeavyQueue : IDisposable
{
    private const int MaxWaiting = 20;

    private readonly ConcurrencyLimiter _turns = new(new() { PermitLimit = 1, QueueLimit = MaxWaiting });

    /// <exception cref="QueueFullException">Too many are waiting already.</exception>
    public async ValueTask<T> RunAsync<T>(Func<ValueTask<T>> work, CancellationToken cancellationToken)
    {
        using var turn = await _turns.AcquireAsync(1, cancellationToken);
        return turn.IsAcquired ? await work() : throw new QueueFullException();
    }

    public void Dispose() => _turns.Dispose();
}

/// <summary>So many recounts and explanations are waiting that this one is not taken on.</summary>
internal sealed class QueueFullException() : Exception(
    "Too many recounts and explanations are waiting. Ask again in a few seconds.");
