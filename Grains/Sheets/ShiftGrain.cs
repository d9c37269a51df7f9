using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Microsoft.Extensions.Logging;

namespace Ganchao.Grains.Sheets;

/// <summary>One team's sheet for one shift (班报).</summary>
internal sealed class ShiftGrain(
    ILedger ledger, IPrivateContents contents, IPlantBooks books, PlantClock clock, ILogger<ShiftGrain> logger)
    : SheetGrain(StreamKind.Shift, ledger, contents, books, clock, logger), IShiftGrain;
