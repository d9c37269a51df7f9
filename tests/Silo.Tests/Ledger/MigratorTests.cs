using System.Data.Common;
using Dapper;
using Ganchao.Silo.Ledger;
using Ganchao.Silo.Ledger.Postgres;
using Ganchao.Silo.Ledger.Sqlite;

namespace Ganchao.Silo.Tests.Ledger;

public abstract class MigratorContract(LedgerDatabase database)
{
    private static readonly Migration First = new("2031-01-01-01-first.sql", "create table first_one (n integer);");
    private static readonly Migration Second = new("2031-01-02-01-second.sql", "alter table first_one add column m integer;");

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scripts_run_once_in_order_and_a_changed_one_is_refused()
    {
        await using var connection = database.Connect();
        await connection.OpenAsync(Token);
        await MigrateAsync(connection, [First]);
        await connection.ExecuteAsync("insert into first_one values (1)");
        await MigrateAsync(connection, [First, Second]);
        await MigrateAsync(connection, [First with { Sql = First.Sql }, Second]);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => MigrateAsync(connection, [First with { Sql = "create table first_one (n bigint);" }, Second]));

        Assert.Contains("2031-01-01-01-first.sql", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await connection.QuerySingleAsync<long>("select count(*) from first_one where m is null"));
    }

    [Fact]
    public async Task A_script_that_fails_leaves_nothing_behind()
    {
        await using var connection = database.Connect();
        await connection.OpenAsync(Token);
        var good = new Migration("2032-01-01-01-good.sql", "create table good (n integer);");

        await Assert.ThrowsAnyAsync<DbException>(
            () => MigrateAsync(
                connection, [good, new("2032-01-01-02-bad.sql", "create table bad (n integer); select nonsense;")]));

        await MigrateAsync(connection, [good]);
        Assert.Equal(0, await connection.QuerySingleAsync<long>("select count(*) from good"));
        await Assert.ThrowsAnyAsync<DbException>(() => connection.ExecuteAsync("select count(*) from bad"));
    }

    [Fact]
    public async Task Two_silos_that_start_at_once_migrate_once()
    {
        var script = new Migration("2033-01-01-01-both.sql", "create table both_start (n integer);");

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(
            async () =>
            {
                await using var connection = database.Connect();
                await connection.OpenAsync(Token);
                await MigrateAsync(connection, [script]);
            },
            Token)));

        await using var reading = database.Connect();
        Assert.Equal(0, await reading.QuerySingleAsync<long>("select count(*) from both_start"));
    }

    [Fact]
    public void A_scripts_hash_does_not_depend_on_line_ends()
    {
        Assert.Equal(new Migration("a", "select\n1").Hash, new Migration("a", "select\r\n1").Hash);
    }

    private protected abstract Task MigrateAsync(DbConnection connection, IReadOnlyList<Migration> migrations);
}

public sealed class SqliteMigratorTests(SqliteDatabase database) : MigratorContract(database), IClassFixture<SqliteDatabase>
{
    private readonly SqliteDatabase _database = database;

    [Fact]
    public async Task A_database_of_today_is_left_as_it_is() =>
        await SqliteLedger.MigrateAsync(_database.File, "Sqlite.Ledger", TimeProvider.System, Token);

    private protected override Task MigrateAsync(DbConnection connection, IReadOnlyList<Migration> migrations) =>
        Migrator.MigrateSqliteAsync(connection, migrations, TimeProvider.System, Token);
}

public sealed class PostgresMigratorTests(PostgresDatabase database)
    : MigratorContract(database), IClassFixture<PostgresDatabase>
{
    private readonly PostgresDatabase _database = database;

    [Fact]
    public async Task A_database_of_today_is_left_as_it_is() =>
        await PostgresLedger.MigrateAsync(_database.Source, TimeProvider.System, Token);

    private protected override Task MigrateAsync(DbConnection connection, IReadOnlyList<Migration> migrations) =>
        Migrator.MigratePostgresAsync(connection, migrations, TimeProvider.System, Token);
}
