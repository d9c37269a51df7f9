using Ganchao.Silo.CommandLine;

namespace Ganchao.Cluster.Tests.Tampering;

/// <summary>A season that was imported and shown, and whose process has ended; tests take copies of it.</summary>
public abstract class Season(DatabaseKind kind) : IAsyncLifetime
{
    public const string Plant = "garment-works";

    private SiloDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(_database);
        var imported = await Commands.ImportAsync(
            silo,
            "--setup", Repository.Sample("import", "garments", "setup.yaml"),
            "--mapping", Repository.Sample("import", "garments", "mapping.yaml"),
            Repository.Sample("import", "garments", "sample.csv"),
            "--commit");
        Assert.True(imported.Code == ImportCommand.Fine, $"{imported}\n{silo.Log}");
        await silo.AssertRecountIsEqualAsync("garment-works/season/2015-q1");
        await silo.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal async Task<SiloDatabase> CopyAsync() => _database switch
    {
        SqliteFolder folder => folder.Copy(),
        PostgresDatabase database => await database.CopyAsync(),
        _ => throw new InvalidOperationException($"{_database.GetType()} cannot be copied."),
    };
}

public sealed class SqliteSeason() : Season(DatabaseKind.Sqlite);

public sealed class PostgresSeason() : Season(DatabaseKind.Postgres);
