using Ganchao.Contracts.Identity;
using Ganchao.Grains.Interfaces.Teams;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;

namespace Ganchao.Silo.Live;

/// <summary>
/// Reads the tail of every plant's ledger by position: tells this silo's book that a register has moved, and the teams which
/// sheets they should know. Its work is proportional to new events. Every silo does it; being told twice changes nothing.
/// </summary>
internal sealed partial class TailReader(
    ILedger ledger,
    IFacts facts,
    IPlantBooks books,
    IGrainFactory grains,
    TimeProvider time,
    ILogger<TailReader> logger) : BackgroundService
{
    private const int Limit = 1_000;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<PlantId, long> _positions = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                foreach (var plant in await ledger.ReadPlantsAsync(stoppingToken))
                {
                    await ReadAsync(plant, stoppingToken);
                }
            }
#pragma warning disable CA1031 // The edge of a loop: the position has not moved, so the next tick tries the same again.
            catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailed(failed);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // What is in the database when a plant is first seen needs no telling: grains read it when they wake up.
    private async Task ReadAsync(PlantId plant, CancellationToken cancellationToken)
    {
        if (!_positions.TryGetValue(plant, out var position))
        {
            _positions[plant] = await ledger.ReadPositionAsync(plant, cancellationToken);
            await books.RefreshAsync(plant, cancellationToken);
            return;
        }

        for (var more = true; more;)
        {
            var events = await ledger.ReadTailAsync(plant, position, Limit, cancellationToken);
            if (events.Count == 0)
            {
                return;
            }

            await TellAsync(plant, position, events, cancellationToken);
            _positions[plant] = position = events[^1].Position;
            more = events.Count == Limit;
        }
    }

    private async Task TellAsync(
        PlantId plant, long position, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken)
    {
        if (events.Any(stored => PlantBook.Holds(stored.Stream.Kind)))
        {
            await books.RefreshAsync(plant, cancellationToken);
        }

        var touched = await facts.ReadTouchedAsync(plant, position, events[^1].Position, cancellationToken);
        foreach (var subject in touched.GroupBy(sheet => sheet.Subject))
        {
            await grains.GetGrain<ITeamGrain>($"{plant}/{subject.Key}")
                .CatchUp([.. subject.Select(sheet => new SheetVersion(sheet.Sheet.ToString(), sheet.Version))]);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The tail of the ledger could not be read or told; trying again")]
    private partial void LogFailed(Exception exception);
}
