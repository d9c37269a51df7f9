using Ganchao.Bench.Hosting;

namespace Ganchao.Bench.Live;

/// <summary>
/// From an acknowledged entry to the frame at viewers of the real server, beside a bare hub: the two run in turns, each in a
/// process of its own and new for every round.
/// </summary>
internal static class BoardBench
{
    private static string Silo => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Silo",
        Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "Ganchao.Silo"));

    public static async Task<int> RunAsync(string[] args)
    {
        var sizes = BoardSizes.Read(args);
        var folder = Directory.CreateTempSubdirectory("ganchao-bench-");
        try
        {
            var table = new BoardTable();
            for (var round = 0; round < sizes.Rounds; round++)
            {
                SayLoad();
                var frame = Path.Combine(folder.FullName, $"frame-{round}.json");
                var board = await SiloAsync(sizes, Path.Combine(folder.FullName, $"silo-{round}"), frame);
                SayLoad();
                table.Add(board, await BareHubAsync(sizes, frame));
            }

            SayLoad();
            table.Print(sizes);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Its last frame is left for the bare hub to send.
    private static async Task<BoardFigures> SiloAsync(BoardSizes sizes, string data, string frame)
    {
        await using var silo = await ServerProcess.StartAsync(
            Silo,
            $"--Ganchao:Data={data}",
            FormattableString.Invariant($"--Ganchao:SiloPort={FreePort.Take()}"),
            FormattableString.Invariant($"--Ganchao:GatewayPort={FreePort.Take()}"));
        var plant = new MadeUpPlant(sizes.Days);
        await plant.SetUpAsync(silo);
        var figures = await new BoardRound(silo, plant, sizes).RunAsync();
        using var http = new HttpClient { BaseAddress = silo.Address };
        await File.WriteAllTextAsync(
            frame, await http.GetStringAsync(new Uri($"/api/boards/{MadeUpPlant.Board}/frame", UriKind.Relative)));
        return figures;
    }

    private static async Task<BoardFigures> BareHubAsync(BoardSizes sizes, string frame)
    {
        await using var hub = await ServerProcess.StartAsync(Environment.ProcessPath!, BareHub.Verb, "--frame", frame);
        return await new BoardRound(hub, new MadeUpPlant(sizes.Days), sizes).RunAsync();
    }

    private static void SayLoad() => Console.Error.WriteLine(
        $"The machine's load: {(File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").TrimEnd() : "unknown")}");
}
