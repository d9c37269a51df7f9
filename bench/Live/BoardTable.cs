using System.Globalization;
using Ganchao.Bench.Rounds;

namespace Ganchao.Bench.Live;

/// <summary>The board and the bare hub side by side: medians of the rounds, and the median of their ratios.</summary>
internal sealed class BoardTable
{
    private static readonly (string Name, string Format, Func<BoardFigures, double> Of)[] Lines =
    [
        ("acknowledged → frame, live viewer, p50, ms", "N0", f => Ranked.Percentile(f.Live, 50)),
        ("acknowledged → frame, live viewer, p99, ms", "N0", f => Ranked.Percentile(f.Live, 99)),
        ("acknowledged → frame, wall, p50, ms", "N0", f => Ranked.Percentile(f.Wall, 50)),
        ("acknowledged → frame, wall, p99, ms", "N0", f => Ranked.Percentile(f.Wall, 99)),
        ("request → acknowledged, p50, ms", "N1", f => Ranked.Percentile(f.Answers, 50)),
        ("request → acknowledged, p99, ms", "N1", f => Ranked.Percentile(f.Answers, 99)),
        ("entries acknowledged per second", "N0", f => f.EntriesPerSecond),
        ("frames delivered of 5 a second, live viewers, %", "N1", f => f.LivePercent),
        ("frames delivered of 1 a second, walls, %", "N1", f => f.WallPercent),
        ("bytes per frame or delta", "N0", f => f.FrameBytes),
        ("memory per idle viewer, KB", "N0", f => f.IdleKilobytes),
        ("server's memory under load, MB", "N0", f => f.LoadMegabytes),
        ("server, viewers idle, % of a core", "N0", f => f.IdleCpu),
        ("server under load, % of a core", "N0", f => f.LoadCpu),
        ("server under load without these viewers, % of a core", "N0", f => f.AloneCpu),
        ("so 1,000 viewers under load, % of a core", "N0", f => f.CpuOfAThousand),
        ("load generator, % of a core", "N0", f => f.GeneratorCpu),
        ("entries never shown", "N0", f => f.NeverSeen),
        ("viewers lost", "N0", f => f.Lost),
    ];

    private readonly List<(BoardFigures Board, BoardFigures Bare)> _rounds = [];

    public void Add(BoardFigures board, BoardFigures bare)
    {
        _rounds.Add((board, bare));
        foreach (var (name, format, of) in Lines)
        {
            Console.Error.WriteLine($"round {_rounds.Count}: {name}: {Text(of(board), format)} | {Text(of(bare), format)}");
        }
    }

    public void Print(BoardSizes sizes)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{sizes.Live:N0} live viewers, {sizes.Walls:N0} walls, {sizes.EntriesPerSecond:N0} entries a second, " +
            $"medians of {_rounds.Count} rounds\n"));
        Console.WriteLine("| | Ganchao | bare hub | ratio |");
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        foreach (var (name, format, of) in Lines)
        {
            var ratio = _rounds.Select(round => of(round.Board) / of(round.Bare)).Median();
            Console.WriteLine(
                $"| {name} | {Text(_rounds.Select(round => of(round.Board)).Median(), format)} " +
                $"| {Text(_rounds.Select(round => of(round.Bare)).Median(), format)} " +
                $"| {(double.IsFinite(ratio) ? Text(ratio, "0.00×") : "")} |");
        }
    }

    private static string Text(double figure, string format) => figure.ToString(format, CultureInfo.InvariantCulture);
}
