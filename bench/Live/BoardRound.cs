using System.Diagnostics;
using Ganchao.Bench.Hosting;
using Ganchao.Contracts.Boards;

namespace Ganchao.Bench.Live;

/// <summary>
/// One server, once: viewers come, look on while nothing happens, and go; then entries come, viewers come and look on, and go
/// again while entries still come. An entry costs more the more there were before it, so what it costs without viewers is
/// measured on both sides of what it costs with them.
/// </summary>
internal sealed class BoardRound(ServerProcess server, MadeUpPlant plant, BoardSizes sizes)
{
    private const int LivePerSecond = 5;
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Leaving = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Alone = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan DrainPoll = TimeSpan.FromMilliseconds(20);

    public async Task<BoardFigures> RunAsync()
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        var load = new EntryLoad(http, plant, sizes.EntriesPerSecond);
        var probe = new Probe(http, plant.ProbedAddress);
        await using var live = new Viewers(server.Address, ViewerKind.Live);
        await using var walls = new Viewers(server.Address, ViewerKind.Wall);
        await Task.WhenAll(
            live.OpenMeasuringAsync(BoardSizes.Measuring), walls.OpenMeasuringAsync(BoardSizes.Measuring));
        await probe.RunAsync(Warm);

        var memoryBefore = server.MemoryBytes;
        await ComeAsync(live, walls);
        var viewers = live.Counting + walls.Counting;
        var idleCpu = await CpuOfAsync(() => Task.Delay(Idle));
        var memoryIdle = server.MemoryBytes;
        await GoAsync(live, walls);

        await EnterAsync(load, probe, Warm);
        var aloneBefore = await CpuOfAsync(() => EnterAsync(load, probe, Alone));
        await ComeAsync(live, walls);
        var before = new Moment(probe, live, walls);
        var rate = 0.0;
        var loadCpu = await CpuOfAsync(async () => rate = await EnterAsync(load, probe, sizes.Duration));
        var after = new Moment(probe, live, walls);
        var memoryLoad = server.MemoryBytes;
        MeasuringViewer[] measuring = [.. live.Measuring, .. walls.Measuring];
        await DrainAsync(probe, measuring);
        var answers = probe.AnswerMilliseconds(before.Probed);
        var liveTimes = probe.FrameMilliseconds(before.Probed, live.Measuring);
        var wallTimes = probe.FrameMilliseconds(before.Probed, walls.Measuring);
        var seconds = (after.At - before.At).TotalSeconds;
        var liveDue = live.Counting * LivePerSecond * seconds;
        var wallsDue = walls.Counting * seconds;

        await GoAsync(live, walls);
        var aloneAfter = await CpuOfAsync(() => EnterAsync(load, probe, Alone));

        return new BoardFigures(
            rate,
            answers,
            liveTimes,
            wallTimes,
            NeverSeen: (measuring.Length * (after.Probed - before.Probed)) - liveTimes.Count - wallTimes.Count,
            Lost: live.Lost + walls.Lost,
            LivePercent: Percent(after.Live.Messages - before.Live.Messages, liveDue),
            WallPercent: Percent(after.Walls.Messages - before.Walls.Messages, wallsDue),
            FrameBytes: (after.Bytes - before.Bytes) / (after.Messages - before.Messages),
            IdleKilobytes: (memoryIdle - memoryBefore) / 1_024.0 / viewers,
            LoadMegabytes: memoryLoad / 1_048_576.0,
            idleCpu,
            loadCpu,
            AloneCpu: (aloneBefore + aloneAfter) / 2,
            GeneratorCpu: Percent((after.OwnCpu - before.OwnCpu).TotalSeconds, seconds),
            viewers);
    }

    private Task ComeAsync(Viewers live, Viewers walls) => Task.WhenAll(
        live.OpenCountingAsync(sizes.Live - BoardSizes.Measuring),
        walls.OpenCountingAsync(sizes.Walls - BoardSizes.Measuring));

    private static async Task GoAsync(Viewers live, Viewers walls)
    {
        await Task.WhenAll(live.CloseCountingAsync(), walls.CloseCountingAsync());
        await Task.Delay(Leaving);
    }

    /// <returns>Entries acknowledged per second, without the probe's.</returns>
    private static async Task<double> EnterAsync(EntryLoad load, Probe probe, TimeSpan duration)
    {
        var probing = probe.RunAsync(duration);
        var rate = await load.RunAsync(duration);
        await probing;
        return rate;
    }

    private async Task<double> CpuOfAsync(Func<Task> doing)
    {
        var (cpu, started) = (server.CpuTime, Stopwatch.GetTimestamp());
        await doing();
        return Percent((server.CpuTime - cpu).TotalSeconds, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static async Task DrainAsync(Probe probe, MeasuringViewer[] viewers)
    {
        var started = Stopwatch.GetTimestamp();
        while (viewers.Any(viewer => viewer.Seen < probe.Count) && Stopwatch.GetElapsedTime(started) < Drain)
        {
            await Task.Delay(DrainPoll);
        }
    }

    private static double Percent(double part, double whole) => 100 * part / whole;

    // What has come to the viewers, and what it cost here, up to now.
    private sealed class Moment(Probe probe, Viewers live, Viewers walls)
    {
        public TimeSpan At { get; } = Stopwatch.GetElapsedTime(0);

        public TimeSpan OwnCpu { get; } = Environment.CpuUsage.TotalTime;

        public int Probed { get; } = probe.Count;

        public (long Messages, long Bytes) Live { get; } = live.Received;

        public (long Messages, long Bytes) Walls { get; } = walls.Received;

        public double Messages => Live.Messages + Walls.Messages;

        public double Bytes => Live.Bytes + Walls.Bytes;
    }
}
