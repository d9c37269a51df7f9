using Dapper;
using Ganchao.Grains.Ledger;
using Ganchao.Silo.Ledger;

namespace Ganchao.Silo.Tests.Ledger;

public sealed class PostgresLedgerTests(PostgresDatabase database)
    : LedgerContract(database), IClassFixture<PostgresDatabase>
{
    private const string WaitingWriters =
        """
        select pid from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like 'with taken as%'
        """;

    private readonly PostgresDatabase _database = database;

    [Fact]
    public async Task A_batch_whose_connection_is_killed_in_the_middle_is_written_once()
    {
        await Ledger.Writer.AppendAsync(new Sheet(Plant, "first").Entries(1));
        await using var holder = await _database.Source.OpenConnectionAsync(Token);
        await using var transaction = await holder.BeginTransactionAsync(Token);
        await holder.ExecuteAsync("select last from position where plant = @Plant for update", new { Plant = Plant.Value });
        var appends = Enumerable.Range(0, 10).Select(i => new Sheet(Plant, $"t{i}").Entries(i, i)).ToList();

        var writing = appends.Select(Ledger.Writer.AppendAsync).ToList();
        var killed = await KillAsync(await WaitingWriterAsync());
        await transaction.CommitAsync(Token);

        Assert.True(killed);
        Assert.All(await Task.WhenAll(writing), r => Assert.Equal(AppendOutcome.Appended, r.Outcome));
        var events = await Ledger.Writer.ReadTailAsync(Plant, 0, 100, Token);
        Assert.Equal(Enumerable.Range(1, 21).Select(i => (long)i), events.Select(e => e.Position));
    }

    [Fact]
    public async Task A_writer_whose_idle_connection_was_killed_goes_on()
    {
        var sheet = new Sheet(Plant);
        await AppendAsync(sheet, sheet.Entries(1));
        await using (var killer = await _database.Source.OpenConnectionAsync(Token))
        {
            await killer.ExecuteAsync(
                """
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()
                """);
        }

        await AppendAsync(sheet, sheet.Entries(2));

        Assert.Equal(2, await Ledger.Writer.ReadPositionAsync(Plant, Token));
    }

    [Fact]
    public async Task An_append_that_is_still_in_doubt_in_the_database_is_waited_for_and_recognised()
    {
        var sheet = new Sheet(Plant);
        var append = sheet.Entries(1);
        await using var lost = await _database.Source.OpenConnectionAsync(Token);
        await using var inDoubt = await lost.BeginTransactionAsync(Token);
        var batch = new Silo.Ledger.Postgres.PostgresBatch();
        await batch.PrepareAsync(lost);
        await batch.WriteAsync([PreparedAppend.From(append)]);

        var retried = Ledger.Writer.AppendAsync(append);
        _ = await WaitingWriterAsync();
        await inDoubt.CommitAsync(Token);

        Assert.Equal((AppendOutcome.Appended, 1), ((await retried).Outcome, (await retried).Position));
        Assert.Equal(1, await Ledger.Writer.ReadPositionAsync(Plant, Token));
    }

    [Fact]
    public async Task Dates_are_stored_as_dates_not_as_infinity()
    {
        await Ledger.Writer.AppendAsync(
            new Sheet(new StreamId(Plant, StreamKind.Register, "calendar")).List(new Sheet(Plant).Note("{}"u8.ToArray())));

        await using var connection = await _database.Source.OpenConnectionAsync(Token);
        var stored = await connection.QuerySingleAsync<string>(
            "select stream_date::text from event where plant = @Plant", new { Plant = Plant.Value });

        Assert.Equal("0001-01-01", stored);
    }

    // Asks until somebody waits: what is waited for is bound to come, or the test's own limit ends it.
    private async Task<int> WaitingWriterAsync()
    {
        await using var connection = await _database.Source.OpenConnectionAsync(Token);
        while (true)
        {
            var waiting = await connection.QueryAsync<int>(new CommandDefinition(WaitingWriters, cancellationToken: Token));
            if (waiting.ToList() is [var pid])
            {
                return pid;
            }
        }
    }

    private async Task<bool> KillAsync(int pid)
    {
        await using var connection = await _database.Source.OpenConnectionAsync(Token);
        return await connection.QuerySingleAsync<bool>("select pg_terminate_backend(@pid)", new { pid });
    }
}
