using Ganchao.Grains.Ledger;
using Ganchao.Silo.Demo.Diary;
using Ganchao.Silo.Demo.Season;
using Ganchao.Silo.Demo.Tables;

namespace Ganchao.Silo.Demo;

/// <summary>
/// Plays the demo's diary: first its history, the clock set to each sheet's own time; then, as the clock runs, whatever is
/// due. Where it stopped it goes on; what is written twice has the same ids and is stored once.
/// </summary>
internal sealed partial class DemoDriver(
    DemoClock clock,
    DemoBookmarks bookmarks,
    DemoScribe scribe,
    ILedger ledger,
    TimeProvider host,
    ILogger<DemoDriver> logger) : BackgroundService
{
    private const int AtOnce = 32;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan SaveEvery = TimeSpan.FromSeconds(1);

    private DemoSeason _season = null!;
    private DemoDiary _diary = null!;
    private DemoBookmark _bookmark = null!;
    private long _saved;

    /// <summary>Makes the history before anybody is served; then lets the clock run.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var kept = bookmarks.Read();
        _season = kept is null ? DemoSeason.LatestAt(host.GetUtcNow()) : new DemoSeason(kept.FirstDay);
        _diary = new DemoDiary(_season);
        var start = DemoSeason.At(_diary.Start, TimeOnly.MinValue);
        _bookmark = kept ?? new DemoBookmark(_season.FirstDay, start, start);
        var now = await ResumeAtAsync(cancellationToken);
        if (_bookmark.Done < _season.FirstMoment)
        {
            LogHistory(_season.FirstDay);
            await MakeHistoryAsync(cancellationToken);
            Save();
        }

        clock.Hold(now);
        clock.Run();
        LogRunning(now);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, host);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await PlayUntilAsync(clock.GetUtcNow(), holdClock: false, stoppingToken);
            }
#pragma warning disable CA1031 // The edge of a loop: the bookmark has not moved, so the next tick tries the same again.
            catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailed(failed);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        bookmarks.Write(_bookmark);
    }

    // Where it was; never before what the ledger says, and never before the history has been made.
    private async Task<DateTimeOffset> ResumeAtAsync(CancellationToken cancellationToken)
    {
        var position = await ledger.ReadPositionAsync(DemoPlant.Id, cancellationToken);
        var last = position == 0 ? [] : await ledger.ReadTailAsync(DemoPlant.Id, position - 1, 1, cancellationToken);
        return new[] { _season.FirstMoment, _bookmark.Now, last.Count == 0 ? _bookmark.Now : last[0].At }.Max();
    }

    private async Task MakeHistoryAsync(CancellationToken cancellationToken)
    {
        for (var day = DemoSeason.DateAt(_bookmark.Done); day <= _season.FirstDay; day = day.AddDays(1))
        {
            var end = DemoSeason.At(day.AddDays(1), TimeOnly.MinValue);
            await PlayUntilAsync(end < _season.FirstMoment ? end : _season.FirstMoment, holdClock: true, cancellationToken);
        }
    }

    // What is due at one instant is written side by side: another sheet each.
    private async Task PlayUntilAsync(DateTimeOffset until, bool holdClock, CancellationToken cancellationToken)
    {
        for (var day = DemoSeason.DateAt(_bookmark.Done); day <= DemoSeason.DateAt(until); day = day.AddDays(1))
        {
            var due = _diary.Of(day).Where(act => act.At >= _bookmark.Done && act.At < until).GroupBy(act => act.At);
            foreach (var acts in due.ToList())
            {
                if (holdClock)
                {
                    clock.Hold(acts.Key);
                }

                await Parallel.ForEachAsync(
                    acts,
                    new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                    async (act, _) => await scribe.WriteAsync(act));
                _bookmark = _bookmark with { Done = acts.Key.AddTicks(1) };
            }
        }

        _bookmark = _bookmark with { Done = until, Now = holdClock ? until : clock.GetUtcNow() };
        if (host.GetElapsedTime(_saved) >= SaveEvery)
        {
            Save();
        }
    }

    private void Save()
    {
        bookmarks.Write(_bookmark);
        _saved = host.GetTimestamp();
    }

    [LoggerMessage(LogLevel.Information, "Writing the demo plant's history up to {FirstDay}; this takes some seconds")]
    private partial void LogHistory(DateOnly firstDay);

    [LoggerMessage(LogLevel.Information, "The demo plant's clock runs from {Now}")]
    private partial void LogRunning(DateTimeOffset now);

    [LoggerMessage(LogLevel.Warning, "What is due at the demo plant could not be written; trying again")]
    private partial void LogFailed(Exception exception);
}
