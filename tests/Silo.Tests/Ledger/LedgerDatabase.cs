using System.Data.Common;
using Dapper;
using Ganchao.Grains.Ledger;
using Ganchao.Silo.Ledger;
using Ganchao.Silo.Ledger.Postgres;
using Ganchao.Silo.Ledger.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Ganchao.Silo.Tests.Ledger;

/// <summary>A migrated database of its own for a test class; the tests in it use plants of their own.</summary>
public abstract class LedgerDatabase : IAsyncLifetime
{
    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    internal abstract OpenLedger Open(LedgerWriterOptions? options = null, Func<ILedgerStore, ILedgerStore>? around = null);

    internal abstract DbConnection Connect();

    /// <summary>The folder of its scripts.</summary>
    internal abstract string Scripts { get; }

    /// <summary>Somebody with the database's password.</summary>
    public async Task<int> TamperAsync(string sql)
    {
        await using var connection = Connect();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return await connection.ExecuteAsync(sql);
    }
}

/// <summary>A ledger as a silo has it, with a store that the test may have put something around.</summary>
internal sealed class OpenLedger(ILedgerStore store, LedgerWriterOptions? options, Func<ILedgerStore, ILedgerStore>? around)
    : IAsyncDisposable
{
    public LedgerWriter Writer { get; } = new(
        around is null ? store : around(store),
        options ?? new LedgerWriterOptions { FirstPause = TimeSpan.Zero },
        TimeProvider.System,
        NullLogger<LedgerWriter>.Instance);

    public ILedgerStore Store { get; } = store;

    public IFacts Facts { get; } = (IFacts)store;

    public IPrivateContents Private { get; } = (IPrivateContents)store;

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        switch (Store)
        {
            case IAsyncDisposable disposable:
                await disposable.DisposeAsync();
                break;
            case IDisposable disposable:
                disposable.Dispose();
                break;
        }
    }
}

public sealed class SqliteDatabase : LedgerDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ganchao-ledger-");

    internal override string Scripts => "Sqlite.Ledger";

    internal string File => Path.Combine(_folder.FullName, "ledger.db");

    public override async ValueTask InitializeAsync() =>
        await SqliteLedger.MigrateAsync(
            File, "Sqlite.Ledger", TimeProvider.System, TestContext.Current.CancellationToken);

    public override ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    internal override OpenLedger Open(LedgerWriterOptions? options = null, Func<ILedgerStore, ILedgerStore>? around = null) =>
        Open(new SqliteLedgerOptions { File = File }, options, around);

    internal static OpenLedger Open(
        SqliteLedgerOptions file, LedgerWriterOptions? options = null, Func<ILedgerStore, ILedgerStore>? around = null) =>
        new(new SqliteLedger(file, new SheetProjection(), TimeProvider.System), options, around);

    internal override DbConnection Connect() => new SqliteConnection(SqliteLedger.ConnectionString(File));
}

public sealed class PostgresDatabase : LedgerDatabase
{
    private readonly string _name = $"ledger_{Guid.NewGuid():N}";
    private NpgsqlDataSource? _source;

    internal override string Scripts => "Postgres";

    internal NpgsqlDataSource Source => _source!;

    private static string Server =>
        Environment.GetEnvironmentVariable("GANCHAO_TEST_POSTGRES") is { Length: > 0 } connection
            ? connection
            : throw new InvalidOperationException(
                "GANCHAO_TEST_POSTGRES is not set: run ./test, which starts a PostgreSQL for the tests.");

    internal string ConnectionString => new NpgsqlConnectionStringBuilder(Server) { Database = _name }.ToString();

    public override async ValueTask InitializeAsync()
    {
        await OnServerAsync($"create database {_name}");
        _source = NpgsqlDataSource.Create(ConnectionString);
        await PostgresLedger.MigrateAsync(_source, TimeProvider.System, TestContext.Current.CancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_source is not null)
        {
            await _source.DisposeAsync();
            await OnServerAsync($"drop database {_name} with (force)");
        }
    }

    internal override OpenLedger Open(LedgerWriterOptions? options = null, Func<ILedgerStore, ILedgerStore>? around = null) =>
        new(new PostgresLedger(Source, new SheetProjection()), options, around);

    internal override DbConnection Connect() => Source.CreateConnection();

    private static async Task OnServerAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
