using System.Diagnostics;

namespace Ganchao.Bench.Live;

/// <summary>
/// One entry after the other for one team that nobody else enters for, so that its total tells which entries a frame shows.
/// </summary>
internal sealed class Probe(HttpClient http, string sheet)
{
    /// <summary>More than any run has.</summary>
    public const int Most = 20_000;

    private const int LeastPauseMilliseconds = 50;
    private const int MostPauseMilliseconds = 150;

    // Uneven pauses, or the probe would walk in step with the frames.
    private readonly Random _pauses = new(1);
    private readonly long[] _acknowledgedAt = new long[Most + 1];
    private readonly double[] _answerMilliseconds = new double[Most + 1];

    /// <summary>Acknowledged entries; the team's total.</summary>
    public int Count { get; private set; }

    public async Task RunAsync(TimeSpan duration)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < duration)
        {
            var asked = Stopwatch.GetTimestamp();
            await EntryLoad.EnterAsync(http, sheet, entries: 1);
            Count++;
            _acknowledgedAt[Count] = Stopwatch.GetTimestamp();
            _answerMilliseconds[Count] = Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
            await Task.Delay(_pauses.Next(LeastPauseMilliseconds, MostPauseMilliseconds));
        }
    }

    /// <summary>
    /// From request to acknowledgement, of the entries after the first <paramref name="before"/>; shortest first.
    /// </summary>
    public IReadOnlyList<double> AnswerMilliseconds(int before) =>
        [.. _answerMilliseconds[(before + 1)..(Count + 1)].Order()];

    /// <summary>
    /// From acknowledgement to the frame at each viewer, of the entries after the first <paramref name="before"/>; shortest
    /// first. A frame that came before the acknowledgement took no time; one that never came is not among them.
    /// </summary>
    public IReadOnlyList<double> FrameMilliseconds(int before, IEnumerable<MeasuringViewer> viewers) =>
    [
        .. viewers
            .SelectMany(viewer => Enumerable.Range(before + 1, Count - before)
                .Where(number => viewer.SeenAt(number) is not null)
                .Select(number => viewer.SeenAt(number)!.Value - _acknowledgedAt[number]))
            .Select(ticks => Math.Max(0, ticks * 1000.0 / Stopwatch.Frequency))
            .Order(),
    ];
}
