using Ganchao.Contracts.Entries;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Silo.Ledger;

namespace Ganchao.Silo.Entry;

/// <summary>How pages write to a shift's sheet.</summary>
internal sealed partial class SheetWriting(IGrainFactory grains, ILogger<SheetWriting> logger)
{
    /// <summary>The sheet's answer; null where whether it was written is not known: the same ids tell.</summary>
    public Task<EntryAnswer?> WriteAsync(ShiftId shift, Func<IShiftGrain, Task<EntryAnswer>> write) => Attempts.WriteAsync(
        () => write(grains.GetGrain<IShiftGrain>(shift.ToString())),
        unknown => LogUnknown(shift.ToString(), unknown));

    [LoggerMessage(LogLevel.Warning, "{Shift}: whether the list was recorded is not known; its page asks to send it again")]
    private partial void LogUnknown(string shift, Exception exception);
}
