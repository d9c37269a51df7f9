using Ganchao.Silo.CommandLine;

namespace Ganchao.Cluster.Tests.Crashes;

/// <summary>An import whose server is killed again and again, without warning.</summary>
public sealed class KilledImportTests(ITestOutputHelper output)
{
    private const int Seed = 20260302;
    private const int VerifyEach = 5;
    private const string Board = "garment-works/season/2015-q1";

    private static readonly string[] Words =
    [
        "--setup", Repository.Sample("import", "garments", "setup.yaml"),
        "--mapping", Repository.Sample("import", "garments", "mapping.yaml"),
        Repository.Sample("import", "garments", "sample.csv"),
        "--commit",
    ];

    [Theory]
    [InlineData(DatabaseKind.Sqlite, 50)]
    [InlineData(DatabaseKind.Postgres, 10)]
    public async Task An_import_killed_again_and_again_ends_as_one_that_was_left_alone(DatabaseKind kind, int kills)
    {
        output.WriteLine($"seed {Seed}");
        var (lists, events, rows) = await ImportUndisturbedAsync(kind);
        await using var database = await SiloDatabase.CreateAsync(kind);
        var ports = SiloPorts.Take();
        var acknowledged = new Acknowledged();
        foreach (var (number, moment) in KillSchedule.Of(Seed, kills, lists).Index())
        {
            await KillAsync(database, ports, moment, acknowledged);
            output.WriteLine($"kill {number + 1}: {moment}, {acknowledged.Receipts.Count} entries acknowledged");
            if (number % VerifyEach == VerifyEach - 1)
            {
                await Commands.AssertNothingIsWrongAsync(database);
            }
        }

        await using var silo = await RunningSilo.StartAsync(database, ports);
        var finished = await Commands.ImportAsync(silo, Words);

        Assert.True(finished.Code == ImportCommand.Fine, $"{finished}\n{silo.Log}");
        var stored = await database.ReadEventsAsync();
        Assert.Equal(events.Count, stored.Count);
        Assert.Superset(events, stored);
        AssertAllThere(acknowledged, stored);
        await silo.AssertRecountIsEqualAsync(Board);
        Assert.Equal(rows, Api.RowsOf(await silo.ReadFrameAsync(Board)));
        await silo.StopAsync();
        await Commands.AssertNothingIsWrongAsync(database);
    }

    [Fact]
    public async Task An_import_goes_on_by_itself_when_its_server_comes_back()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        var ports = SiloPorts.Take();
        var back = new TaskCompletionSource();
        RunningSilo? second = null;
        await using var first = await RunningSilo.StartAsync(database, ports);
        using var network = new WatchedNetwork(new Acknowledged(), 40, () => _ = RestartAsync())
        {
            InnerHandler = new SocketsHttpHandler(),
        };

        var imported = await Commands.ImportAsync(
            ports.Address, Words, network, TestContext.Current.CancellationToken, new PausesUntil(back.Task));

        Assert.NotNull(second);
        await using var silo = second;
        Assert.True(imported.Code == ImportCommand.Fine, $"{imported}\n{silo.Log}");
        Assert.True(first.HasExited);
        await silo.AssertRecountIsEqualAsync(Board);
        await silo.StopAsync();
        await Commands.AssertNothingIsWrongAsync(database);

        async Task RestartAsync()
        {
            try
            {
                await first.KillAsync();
                second = await RunningSilo.StartAsync(database, ports);
            }
            finally
            {
                back.SetResult();
            }
        }
    }

    private static async Task<(int Lists, HashSet<EventText> Events, string Rows)> ImportUndisturbedAsync(
        DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        var acknowledged = new Acknowledged();
        using var network = new WatchedNetwork(acknowledged, int.MaxValue, () => { })
        {
            InnerHandler = new SocketsHttpHandler(),
        };
        var done = await Commands.ImportAsync(
            silo.Address, Words, network, TestContext.Current.CancellationToken);
        Assert.True(done.Code == ImportCommand.Fine, $"{done}\n{silo.Log}");
        await silo.AssertRecountIsEqualAsync(Board);
        var rows = Api.RowsOf(await silo.ReadFrameAsync(Board));
        return (acknowledged.Lists, await database.ReadEventsAsync(), rows);
    }

    /// <summary>One life of the process: started, sent to, killed; what it acknowledged is there after its death.</summary>
    private static async Task KillAsync(
        SiloDatabase database, SiloPorts ports, KillMoment moment, Acknowledged acknowledged)
    {
        await using var silo = RunningSilo.Start(database, ports);
        if (moment.AtStart)
        {
            await KillAfterAsync(silo, moment.Delay);
            return;
        }

        await silo.WaitUntilReadyAsync();
        using var died = new CancellationTokenSource();
        Task? kill = null;
        using var network = new WatchedNetwork(
            acknowledged, moment.AfterLists, () => kill = KillAfterAsync(silo, moment.Delay, died))
        {
            InnerHandler = new SocketsHttpHandler(),
        };
        try
        {
            await Commands.ImportAsync(silo.Address, Words, network, died.Token);
        }
        catch (OperationCanceledException) when (died.IsCancellationRequested)
        {
            // As intended: whoever imports starts the same import again.
        }

        Assert.NotNull(kill);
        await kill;
        AssertAllThere(acknowledged, await database.ReadEventsAsync());
    }

    private static async Task KillAfterAsync(RunningSilo silo, int milliseconds, CancellationTokenSource? died = null)
    {
        if (milliseconds > 0)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(milliseconds));
            await timer.WaitForNextTickAsync();
        }

        await silo.KillAsync();
        if (died is not null)
        {
            await died.CancelAsync();
        }
    }

    private static void AssertAllThere(Acknowledged acknowledged, HashSet<EventText> stored)
    {
        var places = stored.ToDictionary(e => (e.Stream, e.Id), e => e.Seq);
        foreach (var ((stream, id), seq) in acknowledged.Receipts)
        {
            Assert.True(
                places.TryGetValue((stream, id.ToString("N")), out var found) && found == seq,
                $"{stream}: entry {id} was acknowledged as number {seq} and is gone.");
        }
    }
}
