using Ganchao.Grains.Ledger;

namespace Ganchao.Silo.Ledger;

/// <summary>How pages write: again where nothing was written, and saying so where that is not known.</summary>
internal static class Attempts
{
    private const int Tries = 3;

    /// <summary>
    /// The writer's answer; null where whether it was written is not known: the same ids tell. A stream that moved has written
    /// nothing; anything else may have landed.
    /// </summary>
    public static async Task<TAnswer?> WriteAsync<TAnswer>(Func<Task<TAnswer>> write, Action<Exception> notKnown)
        where TAnswer : class
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await write();
            }
            catch (StreamMovedException) when (attempt < Tries)
            {
            }
            catch (Exception unknown) when (unknown is StreamMovedException or LedgerUnavailableException or
                TimeoutException or SiloUnavailableException or OrleansMessageRejectionException)
            {
                notKnown(unknown);
                return null;
            }
        }
    }
}
