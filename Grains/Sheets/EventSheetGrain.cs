using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Microsoft.Extensions.Logging;

namespace Ganchao.Grains.Sheets;

/// <summary>The sheet of one event (违章, 未遂, 工伤 …).</summary>
internal sealed class EventSheetGrain(
    ILedger ledger, IFacts facts, IPrivateContents contents, IPlantBooks books, PlantClock clock, ILogger<EventSheetGrain> logger)
    : SheetGrain(StreamKind.Event, ledger, facts, contents, books, clock, logger), IEventSheetGrain;
