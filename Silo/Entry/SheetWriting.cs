using Ganchao.Contracts.Entries;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Silo.Ledger;

namespace Ganchao.Silo.Entry;

/// <summary>How pages write to a sheet.</summary>
internal sealed partial class SheetWriting(IGrainFactory grains, ILogger<SheetWriting> logger)
{
    /// <summary>The answer of a shift's sheet; null where whether it was written is not known: the same ids tell.</summary>
    public Task<EntryAnswer?> WriteAsync(ShiftId shift, Func<IShiftGrain, Task<EntryAnswer>> write) =>
        WriteAsync(shift.ToString(), () => write(grains.GetGrain<IShiftGrain>(shift.ToString())));

    /// <summary>The same of any sheet, which is named for the log.</summary>
    public Task<EntryAnswer?> WriteAsync(string sheet, Func<Task<EntryAnswer>> write) =>
        Attempts.WriteAsync(write, unknown => LogUnknown(sheet, unknown));

    [LoggerMessage(LogLevel.Warning, "{Sheet}: whether the list was recorded is not known; its page asks to send it again")]
    private partial void LogUnknown(string sheet, Exception exception);
}
