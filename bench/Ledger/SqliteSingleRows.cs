using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Ganchao.Bench.Ledger;

/// <summary>What SQLite does by itself: one connection, one prepared statement, a transaction per row.</summary>
internal static class SqliteSingleRows
{
    private const string Insert =
        """
        insert into event values ('2026-03-02', $stream, $seq, $position, 'p1', 'shift', $entry_id, 'entry', 1,
            'Person', 'p-000112', 'Statistician', 1772460901123, 'ganchao-sha256-1', $payload, $hash, $hash)
        """;

    public static double Run(string file, TimeSpan duration)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = "pragma journal_mode = wal; pragma synchronous = full;";
        pragmas.ExecuteNonQuery();
        using var insert = connection.CreateCommand();
        insert.CommandText = Insert;
        var stream = insert.Parameters.AddWithValue("$stream", "");
        var seq = insert.Parameters.AddWithValue("$seq", 0L);
        var position = insert.Parameters.AddWithValue("$position", 0L);
        var entryId = insert.Parameters.AddWithValue("$entry_id", Array.Empty<byte>());
        insert.Parameters.AddWithValue("$payload", Encoding.UTF8.GetBytes(Load.PayloadText));
        insert.Parameters.AddWithValue("$hash", new byte[32]);
        insert.Prepare();
        var count = 0L;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < duration)
        {
            stream.Value = $"p1/shift/c{count / Load.EntriesOfASheet}/2026-03-02/night";
            seq.Value = (count % Load.EntriesOfASheet) + 1;
            position.Value = ++count;
            entryId.Value = Guid.CreateVersion7().ToByteArray(bigEndian: true);
            insert.ExecuteNonQuery();
        }

        return count / watch.Elapsed.TotalSeconds;
    }
}
