namespace Ganchao.Bench.Live;

/// <summary>What one round of one server came to. Processor time is a share of one core, in percent.</summary>
/// <param name="EntriesPerSecond">Acknowledged.</param>
/// <param name="Answers">Milliseconds from an entry's request to its acknowledgement, shortest first.</param>
/// <param name="Live">Milliseconds from acknowledgement to frame at the live viewers, shortest first.</param>
/// <param name="Wall">The same at the walls.</param>
/// <param name="NeverSeen">Entries that a measuring viewer never showed, over all of them.</param>
/// <param name="Lost">Connections that ended by themselves.</param>
/// <param name="LivePercent">Frames that came to the live viewers, of five a second for each.</param>
/// <param name="WallPercent">Frames that came to the walls, of one a second for each.</param>
/// <param name="FrameBytes">Of a frame or delta, on average.</param>
/// <param name="IdleKilobytes">Resident memory of one viewer more, nothing being entered.</param>
/// <param name="LoadMegabytes">Resident memory of the server at the end of the load.</param>
/// <param name="IdleCpu">All viewers looking on, nothing being entered.</param>
/// <param name="LoadCpu">All viewers looking on, under load.</param>
/// <param name="AloneCpu">Under load, with the measuring viewers only; of before and after, the mean.</param>
/// <param name="GeneratorCpu">Of the load generator itself.</param>
/// <param name="Viewers">Those that came and went: <paramref name="LoadCpu"/> has them, <paramref name="AloneCpu"/> not.</param>
internal sealed record BoardFigures(
    double EntriesPerSecond,
    IReadOnlyList<double> Answers,
    IReadOnlyList<double> Live,
    IReadOnlyList<double> Wall,
    int NeverSeen,
    int Lost,
    double LivePercent,
    double WallPercent,
    double FrameBytes,
    double IdleKilobytes,
    double LoadMegabytes,
    double IdleCpu,
    double LoadCpu,
    double AloneCpu,
    double GeneratorCpu,
    int Viewers)
{
    /// <summary>What a thousand viewers more take under load.</summary>
    public double CpuOfAThousand => (LoadCpu - AloneCpu) * 1_000 / Viewers;
}
