using System.Net;
using Ganchao.Cluster.Tests.Crashes;
using Ganchao.Silo.CommandLine;

namespace Ganchao.Cluster.Tests.Projections;

/// <summary>Everything besides the ledger can be dropped while the plant is at work.</summary>
public class RebuildTests
{
    private const string Plant = "garment-works";
    private const string Board = "garment-works/season/2015-q1";

    private static readonly string[] Words =
    [
        "--setup", Repository.Sample("import", "garments", "setup.yaml"),
        "--mapping", Repository.Sample("import", "garments", "mapping.yaml"),
        Repository.Sample("import", "garments", "sample.csv"),
        "--commit",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Projections_dropped_during_an_import_show_the_same_in_the_end(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        var expected = await RowsOfUndisturbedImportAsync(kind);
        var rebuilds = new List<Task>();
        using var third = new WatchedNetwork(new Acknowledged(), 70, () => rebuilds.Add(RebuildAsync(silo)))
        {
            InnerHandler = new SocketsHttpHandler(),
        };
        using var second = new WatchedNetwork(new Acknowledged(), 45, () => rebuilds.Add(RebuildAsync(silo)))
        {
            InnerHandler = third,
        };
        using var first = new WatchedNetwork(new Acknowledged(), 20, () => rebuilds.Add(RebuildAsync(silo)))
        {
            InnerHandler = second,
        };

        var imported = await Commands.ImportAsync(silo.Address, Words, first, Token);

        Assert.True(imported.Code == ImportCommand.Fine, $"{imported}\n{silo.Log}");
        Assert.Equal(3, rebuilds.Count);
        await Task.WhenAll(rebuilds);
        await silo.AssertRecountIsEqualAsync(Board);
        Assert.Equal(expected, Api.RowsOf(await silo.ReadFrameAsync(Board)));
        await silo.StopAsync();
        await Commands.AssertNothingIsWrongAsync(database);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Projections_deleted_by_hand_are_derived_again_the_same_twice(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        var imported = await Commands.ImportAsync(silo, Words);
        Assert.True(imported.Code == ImportCommand.Fine, $"{imported}\n{silo.Log}");
        await silo.AssertRecountIsEqualAsync(Board);
        var before = Api.RowsOf(await silo.ReadFrameAsync(Board));

        for (var time = 1; time <= 2; time++)
        {
            await database.TamperAsync("delete from fact");
            await database.TamperAsync("delete from standing_row");
            await database.TamperAsync("delete from standing");
            await database.TamperWithHostAsync("delete from OrleansStorage");
            await RebuildAsync(silo);

            Assert.Equal(before, Api.RowsOf(await silo.ReadFrameAsync(Board)));
            await silo.AssertRecountIsEqualAsync(Board);
        }

        await silo.StopAsync();
        await Commands.AssertNothingIsWrongAsync(database);
    }

    private static async Task<string> RowsOfUndisturbedImportAsync(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        var imported = await Commands.ImportAsync(silo, Words);
        Assert.True(imported.Code == ImportCommand.Fine, $"{imported}\n{silo.Log}");
        await silo.AssertRecountIsEqualAsync(Board);
        return Api.RowsOf(await silo.ReadFrameAsync(Board));
    }

    private static async Task RebuildAsync(RunningSilo silo)
    {
        using var answer = await silo.Http.PostAsync(
            new Uri($"/api/plants/{Plant}/rebuild", UriKind.Relative), null, Token);
        var text = await answer.Content.ReadAsStringAsync(Token);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer}\n{text}\n{silo.Log}");
    }
}
