using Dapper;
using Ganchao.Contracts.Entries;
using Ganchao.Grains.Ledger;
using Ganchao.Silo.Ledger;
using Ganchao.Silo.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace Ganchao.Silo.Tests.Ledger;

public sealed class SqliteLedgerTests(SqliteDatabase database) : LedgerContract(database), IClassFixture<SqliteDatabase>
{
    private readonly SqliteDatabase _database = database;

    [Fact]
    public async Task A_reading_that_takes_too_long_is_ended_and_the_next_one_works()
    {
        await Ledger.Writer.AppendAsync(new Sheet(Plant).Entries([.. Enumerable.Range(0, 2000).Select(i => (long)i)]));
        await using var hurried = SqliteDatabase.Open(
            new SqliteLedgerOptions { File = _database.File, Readers = 1, ReadLimit = TimeSpan.Zero });

        await Assert.ThrowsAsync<TimeoutException>(
            () => hurried.Facts.ReadPeriodAsync(Plant, DateRange.Always, Token));

        Assert.Equal(2000, await hurried.Writer.ReadPositionAsync(Plant, Token));
    }

    [Fact]
    public async Task A_reading_whose_caller_has_gone_is_ended()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Ledger.Facts.ReadPeriodAsync(Plant, DateRange.Always, gone.Token));
    }

    [Fact]
    public async Task A_full_disk_refuses_the_append_keeps_what_was_written_and_heals()
    {
        using var scratch = new Scratch();
        await SqliteLedger.MigrateAsync(scratch.File, "Sqlite.Ledger", TimeProvider.System, Token);
        var sheet = new Sheet(Plant);
        var payload = new byte[20_000];
        var written = 0;
        Append refused;
        var full = new SqliteLedgerOptions { File = scratch.File, MaxPages = 100 };
        await using (var ledger = SqliteDatabase.Open(full, new LedgerWriterOptions { Attempts = 2, FirstPause = TimeSpan.Zero }))
        {
            while (true)
            {
                refused = sheet.List(sheet.Note(payload));
                try
                {
                    sheet.Head = (await ledger.Writer.AppendAsync(refused)).Head;
                    written++;
                }
                catch (LedgerUnavailableException unavailable)
                {
                    Assert.Equal(13, Assert.IsType<SqliteException>(unavailable.InnerException).SqliteErrorCode); // full
                    break;
                }
            }

            Assert.Equal(written, (await ledger.Writer.ReadStreamAsync(sheet.Stream, 0, Token)).Count);
        }

        await using var healed = SqliteDatabase.Open(new SqliteLedgerOptions { File = scratch.File });
        var result = await healed.Writer.AppendAsync(refused);

        Assert.InRange(written, 1, 20);
        Assert.Equal((AppendOutcome.Appended, written + 1), (result.Outcome, result.Position));
        await using var connection = new SqliteConnection(SqliteLedger.ConnectionString(scratch.File));
        Assert.Equal("ok", await connection.QuerySingleAsync<string>("pragma integrity_check"));
    }

    [Fact]
    public async Task The_ledger_is_written_through_to_the_disk()
    {
        using var scratch = new Scratch();
        await SqliteLedger.MigrateAsync(scratch.File, "Sqlite.Ledger", TimeProvider.System, Token);
        await using var ledger = SqliteDatabase.Open(new SqliteLedgerOptions { File = scratch.File });
        await ledger.Writer.AppendAsync(new Sheet(Plant).Entries(1));

        await using var connection = new SqliteConnection(SqliteLedger.ConnectionString(scratch.File));

        Assert.Equal("wal", await connection.QuerySingleAsync<string>("pragma journal_mode"));
    }

    [Fact]
    public async Task Callers_that_open_and_close_take_turns()
    {
        using var scratch = new Scratch();
        await using var source = new SqliteDataSource(SqliteLedger.ConnectionString(scratch.File));
        await using (var connection = await source.OpenConnectionAsync(Token))
        {
            await connection.ExecuteAsync("create table t (n integer)");
        }

        await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
        {
            await using var connection = await source.OpenConnectionAsync(Token);
            await connection.ExecuteAsync("insert into t values (@i)", new { i });
        }));

        await using var reading = await source.OpenConnectionAsync(Token);
        Assert.Equal(50, await reading.QuerySingleAsync<long>("select count(*) from t"));
    }

    [Fact]
    public async Task A_connection_that_cannot_be_opened_does_not_keep_the_others_waiting()
    {
        using var scratch = new Scratch();
        var missing = Path.Combine(scratch.Folder, "missing", "host.db");
        await using var source = new SqliteDataSource(SqliteLedger.ConnectionString(missing));
        await Assert.ThrowsAsync<SqliteException>(async () => await source.OpenConnectionAsync(Token));
        Directory.CreateDirectory(Path.GetDirectoryName(missing)!);

        await using var connection = await source.OpenConnectionAsync(Token);

        Assert.Equal(1, await connection.QuerySingleAsync<long>("select 1"));
    }

    private sealed class Scratch : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ganchao-scratch-");

        public string Folder => _folder.FullName;

        public string File => Path.Combine(Folder, "ledger.db");

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
