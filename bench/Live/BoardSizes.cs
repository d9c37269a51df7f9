using Ganchao.Bench.CommandLine;

namespace Ganchao.Bench.Live;

/// <summary>How much of what a run has.</summary>
/// <param name="Live">Live viewers, at five frames a second.</param>
/// <param name="Walls">Walls, at one frame a second.</param>
/// <param name="EntriesPerSecond">Beside the probe's.</param>
/// <param name="Days">Production dates that entries are for, today and before.</param>
/// <param name="Duration">Of the load that is measured.</param>
/// <param name="Rounds">Of each server, in turns.</param>
internal sealed record BoardSizes(int Live, int Walls, int EntriesPerSecond, int Days, TimeSpan Duration, int Rounds)
{
    /// <summary>Of each kind, so many viewers measure; they are among the others.</summary>
    public const int Measuring = 20;

    public static BoardSizes Read(string[] args) => new(
        Math.Max(Measuring, Options.Number(args, "--viewers", 1_000)),
        Math.Max(Measuring, Options.Number(args, "--walls", 1_000)),
        Options.Number(args, "--entries", 1_000),
        Options.Number(args, "--days", 1),
        TimeSpan.FromSeconds(Options.Number(args, "--seconds", 20)),
        Options.Number(args, "--rounds", 3));
}
