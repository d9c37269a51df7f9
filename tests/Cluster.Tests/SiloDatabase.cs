using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Ganchao.Cluster.Tests;

/// <summary>Which database a plant lives in.</summary>
public enum DatabaseKind
{
    NotSet,
    Sqlite,
    Postgres,
}

/// <summary>A fresh data folder or database, as the executable is told of it and as its owner sees it.</summary>
internal abstract class SiloDatabase : IAsyncDisposable
{
    /// <summary>The settings that name it on the command line.</summary>
    public abstract string[] Settings { get; }

    public static async Task<SiloDatabase> CreateAsync(DatabaseKind kind) => kind switch
    {
        DatabaseKind.Sqlite => new SqliteFolder(),
        DatabaseKind.Postgres => await PostgresDatabase.CreateAsync(),
        DatabaseKind.NotSet or _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>How a query makes text of an event's id and payload.</summary>
    protected abstract (string Id, string Payload) EventText { get; }

    /// <summary>The ledger with its facts and standings.</summary>
    public abstract DbConnection OpenLedger();

    /// <summary>The tables of Orleans.</summary>
    public abstract DbConnection OpenHost();

    public abstract ValueTask DisposeAsync();

    public async Task<IReadOnlyList<T>> ReadAsync<T>(string sql)
    {
        await using var connection = OpenLedger();
        return [.. await connection.QueryAsync<T>(sql)];
    }

    /// <summary>Somebody with the database's password.</summary>
    public async Task<int> TamperAsync(string sql, object? parameters = null)
    {
        await using var connection = OpenLedger();
        return await connection.ExecuteAsync(sql, parameters);
    }

    public async Task TamperWithHostAsync(string sql)
    {
        await using var connection = OpenHost();
        await connection.ExecuteAsync(sql);
    }

    public async Task<long> CountInHostAsync(string sql)
    {
        await using var connection = OpenHost();
        return await connection.ExecuteScalarAsync<long>(sql);
    }

    /// <summary>Every event of all plants, without its position and time.</summary>
    public async Task<HashSet<EventText>> ReadEventsAsync()
    {
        var (id, payload) = EventText;
        var events = await ReadAsync<EventText>(
            $"select stream as Stream, seq as Seq, {id} as Id, type as Type, {payload} as Payload from event");
        var distinct = events.ToHashSet();
        Assert.Equal(events.Count, distinct.Count);
        return distinct;
    }

    /// <summary>The position of the plant's last event; 0 where it has none.</summary>
    public async Task<long> PositionAsync(string plant) => (await ReadAsync<long>(
        $"select coalesce((select last from position where plant = '{plant}'), 0)"))[0];
}

/// <summary>An event as its writer meant it; id and payload in lower-case hexadecimal.</summary>
internal sealed record EventText(string Stream, long Seq, string Id, string Type, string Payload);

/// <summary>A data folder of its own.</summary>
internal sealed class SqliteFolder : SiloDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ganchao-system-");

    public string Folder => _folder.FullName;

    public override string[] Settings => [$"--Ganchao:Data={_folder.FullName}"];

    protected override (string Id, string Payload) EventText => ("lower(hex(entry_id))", "lower(hex(payload))");

    public override DbConnection OpenLedger() => Connection("ledger.db");

    public override DbConnection OpenHost() => Connection("host.db");

    /// <summary>The same files in another folder; nobody may have them open.</summary>
    public SqliteFolder Copy()
    {
        var copy = new SqliteFolder();
        foreach (var file in _folder.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(copy._folder.FullName, file.Name));
        }

        return copy;
    }

    public override ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private SqliteConnection Connection(string file) => new(new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(_folder.FullName, file),
        Pooling = false,
    }.ToString());
}

/// <summary>A database of its own in the server that ./test started.</summary>
internal sealed class PostgresDatabase : SiloDatabase
{
    private const string Setting = "GANCHAO_TEST_POSTGRES";

    private static int _count;

    private readonly string _server;
    private readonly string _name;

    private PostgresDatabase(string server, string name) => (_server, _name) = (server, name);

    public override string[] Settings => [$"--ConnectionStrings:Ganchao={ConnectionString}"];

    protected override (string Id, string Payload) EventText =>
        ("replace(entry_id::text, '-', '')", "encode(payload, 'hex')");

    private string ConnectionString => new NpgsqlConnectionStringBuilder(_server)
    {
        Database = _name,
        MaxPoolSize = 20,
    }.ToString();

    public static async Task<PostgresDatabase> CreateAsync()
    {
        var server = Environment.GetEnvironmentVariable(Setting)
            ?? throw new InvalidOperationException($"{Setting} names no PostgreSQL to test with: run ./test, it starts one.");
        var name = $"system_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        var database = new PostgresDatabase(server, name);
        await database.OnServerAsync($"create database {name}");
        return database;
    }

    public override DbConnection OpenLedger() => new NpgsqlConnection(
        new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ToString());

    public override DbConnection OpenHost() => OpenLedger();

    public override async ValueTask DisposeAsync() => await OnServerAsync($"drop database {_name} with (force)");

    /// <summary>The same content in another database; nobody may be connected.</summary>
    public async Task<PostgresDatabase> CopyAsync()
    {
        var copy = new PostgresDatabase(_server, $"{_name}_{Interlocked.Increment(ref _count)}");
        await OnServerAsync($"create database {copy._name} template {_name}");
        return copy;
    }

    private async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(_server) { Pooling = false }.ToString());
        await connection.ExecuteAsync(sql);
    }
}
