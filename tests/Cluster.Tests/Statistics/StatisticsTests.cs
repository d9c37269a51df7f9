using System.Net;
using Ganchao.Silo.CommandLine;

namespace Ganchao.Cluster.Tests.Statistics;

/// <summary>The page of competition projects, on a running system.</summary>
public sealed class StatisticsTests : IDisposable
{
    private const string Setup =
        """
        source: projects
        plant: p1
        registers:
          products:
            - { type: product, product: body, names: { zh: 车体 }, unit: 件, unitWeight: "2.40", price: 22300 }
        projects:
          ZD-01:
            - { type: registered, names: { zh: 烧结机台车体 }, level: plant, team: t07,
                period: { start: 2015-01-01, end: 2015-04-01 } }
            - { type: product, product: body, period: { start: 2015-01-01, end: 2015-02-01 }, pieces: 6 }
            - { type: product, product: body, period: { start: 2015-02-01, end: 2015-04-01 }, pieces: 20 }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ganchao-projects-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_registered_project_is_counted_weighed_and_valued(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        var file = Path.Combine(_folder.FullName, "setup.yaml");
        await File.WriteAllTextAsync(file, Setup, Token);
        var sent = await Commands.ImportAsync(silo, "--setup", file, "--commit");
        Assert.True(sent.Code == ImportCommand.Fine, $"{sent}\n{silo.Log}");

        var page = await silo.Http.GetStringAsync(new Uri("/statistics/p1", UriKind.Relative), Token);
        using var elsewhere = await silo.Http.GetAsync(new Uri("/statistics/nowhere", UriKind.Relative), Token);

        Assert.Contains("2015年一季度", page, StringComparison.Ordinal);
        Assert.Contains("62.40", page, StringComparison.Ordinal);
        Assert.Contains("57.98", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
