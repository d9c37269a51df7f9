using Ganchao.Bench.CommandLine;
using Ganchao.Silo.Ledger;
using Ganchao.Silo.Ledger.Postgres;
using Ganchao.Silo.Ledger.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Ganchao.Bench.Ledger;

/// <summary>
/// The ledger against what the database does by itself: rows inserted one by one into a table with the columns and
/// indexes of <c>event</c>. The two run in turns; a ratio is the median of its rounds.
/// </summary>
internal static class LedgerBench
{
    private const string CopyTable =
        """
        drop table if exists event_copy;
        create table event_copy (like event including all);
        """;

    private const string Empty = "truncate event, fact, position, private_content, event_copy";

    // Each client has its plant, so that it can count positions by itself; hashes are constants.
    private const string SingleRow =
        """
        \set seq :seq + 1
        \set sheet :seq / 20
        insert into event_copy (stream_date, stream, seq, position, plant, kind, entry_id, type, version, actor_kind,
            actor_id, role, at, algorithm, payload, previous_hash, hash)
        values ('2026-03-02', 'p' || :client_id || '/shift/c' || :client_id || '-' || :sheet || '/2026-03-02/night', :seq, :seq,
            'p' || :client_id, 'shift', gen_random_uuid(), 'entry', 1, 'Person', 'p-000112', 'Statistician', 1772460901123 + :seq,
            'ganchao-sha256-1', convert_to('PAYLOAD', 'UTF8'),
            '\x2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
            '\x486ea46224d1bb4fb680f34f7c9ad96a8f24ec88be73ea8e5a6c65260e9cb8a7');
        """;

    private static readonly int[] CallerCounts = [1, 16, 256];

    public static async Task<int> RunAsync(string[] args)
    {
        var duration = TimeSpan.FromSeconds(Options.Number(args, "--seconds", 5));
        var rounds = Options.Number(args, "--rounds", 3);
        var only = Options.Text(args, "--only");
        if (only is null or "postgres" or "processes")
        {
            await using var cluster = await PostgresCluster.StartAsync(Options.Text(args, "--postgres"));
            await using var source = NpgsqlDataSource.Create(cluster.ConnectionString);
            await PostgresLedger.MigrateAsync(source, TimeProvider.System, CancellationToken.None);
            await ExecuteAsync(source, CopyTable);
            if (only is not "processes")
            {
                await PostgresAsync(cluster, source, rounds, duration);
            }

            if (only is not "postgres")
            {
                await ProcessesAsync(cluster, source, rounds, duration);
            }
        }

        if (only is null or "sqlite")
        {
            await SqliteAsync(rounds, duration);
        }

        return 0;
    }

    private static async Task PostgresAsync(
        PostgresCluster cluster, NpgsqlDataSource source, int rounds, TimeSpan duration)
    {
        var table = new RatioTable("PostgreSQL", "pgbench, single rows", "full append", "bare append");
        var script = SingleRow.Replace("PAYLOAD", Load.PayloadText.ReplaceLineEndings(""), StringComparison.Ordinal);
        await WarmAsync(source);
        foreach (var callers in CallerCounts)
        {
            for (var round = 0; round < rounds; round++)
            {
                await ExecuteAsync(source, Empty, "checkpoint");
                var single = await cluster.PgBenchAsync(script, callers, duration);
                await ExecuteAsync(source, Empty, "checkpoint");
                var full = await AppendAsync(source, callers, duration, withFacts: true);
                await ExecuteAsync(source, Empty, "checkpoint");
                var bare = await AppendAsync(source, callers, duration, withFacts: false);
                table.Add(callers, single, full, bare);
            }
        }

        table.Print();
    }

    private static async Task ProcessesAsync(
        PostgresCluster cluster, NpgsqlDataSource source, int rounds, TimeSpan duration)
    {
        var table = new RatioTable(
            "PostgreSQL, three writer processes", "each on a plant of its own", "all on one plant");
        int[] callerCounts = [3, 48, 192];
        foreach (var callers in callerCounts)
        {
            for (var round = 0; round < rounds; round++)
            {
                await ExecuteAsync(source, Empty, "checkpoint");
                var three = await LedgerWriterProcess.StartAsync(
                    cluster.ConnectionString, ["p1", "p2", "p3"], callers / 3, duration);
                await ExecuteAsync(source, Empty, "checkpoint");
                var one = await LedgerWriterProcess.StartAsync(
                    cluster.ConnectionString, ["p1", "p1", "p1"], callers / 3, duration);
                table.Add(callers, three, one);
            }
        }

        table.Print();
    }

    private static async Task SqliteAsync(int rounds, TimeSpan duration)
    {
        var table = new RatioTable("SQLite", "one prepared connection, single rows", "full append", "bare append");
        foreach (var callers in CallerCounts)
        {
            for (var round = 0; round < rounds; round++)
            {
                var single = await WithFileAsync(file => Task.FromResult(SqliteSingleRows.Run(file, duration)));
                var full = await WithFileAsync(file => AppendAsync(file, callers, duration, withFacts: true));
                var bare = await WithFileAsync(file => AppendAsync(file, callers, duration, withFacts: false));
                table.Add(callers, single, full, bare);
            }
        }

        table.Print();
    }

    /// <summary>Every path often enough that it is compiled for speed before anything is measured.</summary>
    public static async Task WarmAsync(NpgsqlDataSource source, string plant = "p1")
    {
        int[] callerCounts = [64, 1];
        foreach (var callers in callerCounts)
        {
            await AppendAsync(source, callers, TimeSpan.FromSeconds(3), withFacts: true, plant);
            await AppendAsync(source, callers, TimeSpan.FromSeconds(3), withFacts: false, plant);
        }
    }

    public static async Task<double> AppendAsync(
        NpgsqlDataSource source, int callers, TimeSpan duration, bool withFacts, string plant = "p1")
    {
        await using var store = new PostgresLedger(source, new NoProjection());
        await using var writer = Writer(store);
        return await new Load(writer, plant, withFacts).RunAsync(callers, duration);
    }

    private static async Task<double> AppendAsync(string file, int callers, TimeSpan duration, bool withFacts)
    {
        using var store = new SqliteLedger(
            new SqliteLedgerOptions { File = file }, new NoProjection(), TimeProvider.System);
        await using var writer = Writer(store);
        return await new Load(writer, "p1", withFacts).RunAsync(callers, duration);
    }

    private static LedgerWriter Writer(ILedgerStore store) =>
        new(store, new LedgerWriterOptions(), TimeProvider.System, NullLogger<LedgerWriter>.Instance);

    private static async Task<double> WithFileAsync(Func<string, Task<double>> run)
    {
        var folder = Directory.CreateTempSubdirectory("ganchao-bench-");
        var file = Path.Combine(folder.FullName, "ledger.db");
        await SqliteLedger.MigrateAsync(file, "Sqlite.Ledger", TimeProvider.System, CancellationToken.None);
        var rate = await run(file);
        folder.Delete(recursive: true);
        return rate;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, params string[] statements)
    {
        foreach (var sql in statements)
        {
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }
    }
}
