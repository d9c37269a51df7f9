using System.Diagnostics;
using Ganchao.Bench.Hosting;
using Ganchao.Contracts.Boards;

namespace Ganchao.Bench.Live;

/// <summary>
/// One server, once: viewers come and look on while nothing happens, then entries come, then the viewers go while entries
/// still come. What is measured is warm: each way was gone before.
/// </summary>
internal sealed class BoardRound(ServerProcess server, MadeUpPlant plant, BoardSizes sizes)
{
    private const int LivePerSecond = 5;
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(6);
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
        await Task.WhenAll(
            live.OpenCountingAsync(sizes.Live - BoardSizes.Measuring),
            walls.OpenCountingAsync(sizes.Walls - BoardSizes.Measuring));
        var viewers = live.Counting + walls.Counting;
        var idleCpu = await CpuOfAsync(() => Task.Delay(Idle));
        var memoryIdle = server.MemoryBytes;

        await Task.WhenAll(load.RunAsync(Warm), probe.RunAsync(Warm));
        var before = probe.Count;
        var (liveBefore, wallBefore, generatorBefore) = (live.Received, walls.Received, Environment.CpuUsage.TotalTime);
        var started = Stopwatch.GetTimestamp();
        var rate = 0.0;
        var loadCpu = await CpuOfAsync(async () =>
        {
            var probing = probe.RunAsync(sizes.Duration);
            rate = await load.RunAsync(sizes.Duration);
            await probing;
        });
        var elapsed = Stopwatch.GetElapsedTime(started);
        var (liveAfter, wallAfter, generatorAfter) = (live.Received, walls.Received, Environment.CpuUsage.TotalTime);
        var memoryLoad = server.MemoryBytes;
        await DrainAsync(probe, [.. live.Measuring, .. walls.Measuring]);
        var entered = probe.Count;
        var liveTimes = probe.FrameMilliseconds(before, live.Measuring);
        var wallTimes = probe.FrameMilliseconds(before, walls.Measuring);
        var answers = probe.AnswerMilliseconds(before);
        var (liveViewers, wallViewers) = (live.Counting, walls.Counting);

        await Task.WhenAll(live.CloseCountingAsync(), walls.CloseCountingAsync());
        var aloneCpu = await CpuOfAsync(() => Task.WhenAll(load.RunAsync(Alone), probe.RunAsync(Alone)));

        return new BoardFigures(
            rate,
            answers,
            liveTimes,
            wallTimes,
            NeverSeen: (2 * BoardSizes.Measuring * (entered - before)) - liveTimes.Count - wallTimes.Count,
            live.Lost + walls.Lost,
            LivePercent: Share(liveAfter.Messages - liveBefore.Messages, liveViewers * LivePerSecond * elapsed.TotalSeconds),
            WallPercent: Share(wallAfter.Messages - wallBefore.Messages, wallViewers * elapsed.TotalSeconds),
            FrameBytes: (double)(liveAfter.Bytes - liveBefore.Bytes + wallAfter.Bytes - wallBefore.Bytes) /
                (liveAfter.Messages - liveBefore.Messages + wallAfter.Messages - wallBefore.Messages),
            IdleKilobytes: (memoryIdle - memoryBefore) / 1_024.0 / viewers,
            LoadMegabytes: memoryLoad / 1_048_576.0,
            idleCpu,
            loadCpu,
            aloneCpu,
            Share(generatorAfter - generatorBefore, elapsed),
            viewers);
    }

    private async Task<double> CpuOfAsync(Func<Task> doing)
    {
        var (cpu, started) = (server.CpuTime, Stopwatch.GetTimestamp());
        await doing();
        return Share(server.CpuTime - cpu, Stopwatch.GetElapsedTime(started));
    }

    private static async Task DrainAsync(Probe probe, IReadOnlyList<MeasuringViewer> viewers)
    {
        var started = Stopwatch.GetTimestamp();
        while (viewers.Any(viewer => viewer.Seen < probe.Count) && Stopwatch.GetElapsedTime(started) < Drain)
        {
            await Task.Delay(DrainPoll);
        }
    }

    private static double Share(double part, double whole) => 100 * part / whole;

    private static double Share(TimeSpan part, TimeSpan whole) => 100 * (part / whole);
}
