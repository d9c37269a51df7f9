using Ganchao.Contracts.Entries;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;

namespace Ganchao.Silo.Entry;

/// <summary>How pages write to a shift's sheet: again where nothing was written, and saying so where that is not known.</summary>
internal sealed partial class SheetWriting(IGrainFactory grains, ILogger<SheetWriting> logger)
{
    private const int Tries = 3;

    /// <summary>
    /// The sheet's answer; null where whether it was written is not known: the same ids tell. A stream that moved has written
    /// nothing; anything else may have landed.
    /// </summary>
    public async Task<EntryAnswer?> WriteAsync(ShiftId shift, Func<IShiftGrain, Task<EntryAnswer>> write)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await write(grains.GetGrain<IShiftGrain>(shift.ToString()));
            }
            catch (StreamMovedException) when (attempt < Tries)
            {
            }
            catch (Exception unknown) when (unknown is StreamMovedException or LedgerUnavailableException or
                TimeoutException or SiloUnavailableException or OrleansMessageRejectionException)
            {
                LogUnknown(shift.ToString(), unknown);
                return null;
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Shift}: whether the list was recorded is not known; its page asks to send it again")]
    private partial void LogUnknown(string shift, Exception exception);
}
