using Ganchao.Silo.Ledger.Postgres;
using Ganchao.Silo.Ledger.Sqlite;
using Npgsql;

namespace Ganchao.Silo.Ledger;

/// <summary>Brings the databases up to this build before anything else of the host starts.</summary>
internal sealed class LedgerMigration(Func<CancellationToken, Task> migrate) : IHostedLifecycleService
{
    public static LedgerMigration OfPostgres(NpgsqlDataSource source, TimeProvider time) =>
        new(cancellationToken => PostgresLedger.MigrateAsync(source, time, cancellationToken));

    public static LedgerMigration OfSqlite(DataFolder folder, TimeProvider time) =>
        new(
            async cancellationToken =>
            {
                Directory.CreateDirectory(folder.Path);
                await SqliteLedger.MigrateAsync(folder.LedgerFile, "Sqlite.Ledger", time, cancellationToken);
                await SqliteLedger.MigrateAsync(folder.HostFile, "Sqlite.Host", time, cancellationToken);
            });

    public Task StartingAsync(CancellationToken cancellationToken) => migrate(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>The data folder of a plant on SQLite.</summary>
internal sealed record DataFolder(string Path)
{
    public string LedgerFile => System.IO.Path.Combine(Path, "ledger.db");

    public string HostFile => System.IO.Path.Combine(Path, "host.db");
}
