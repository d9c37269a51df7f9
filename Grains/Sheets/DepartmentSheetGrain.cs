using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Microsoft.Extensions.Logging;

namespace Ganchao.Grains.Sheets;

/// <summary>A department's sheet of one day, week or month.</summary>
internal sealed class DepartmentSheetGrain(
    ILedger ledger, IFacts facts, IPrivateContents contents, IPlantBooks books, PlantClock clock,
    ILogger<DepartmentSheetGrain> logger)
    : SheetGrain(StreamKind.Department, ledger, facts, contents, books, clock, logger), IDepartmentSheetGrain;
