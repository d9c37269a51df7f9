using System.Data.Common;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace Ganchao.Silo.Ledger;

/// <summary>A dated script of this build.</summary>
internal sealed record Migration(string Name, string Sql)
{
    /// <summary>SHA-256 of the text, whatever its line ends.</summary>
    public string Hash => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>The embedded scripts of a folder under Migrations, by date.</summary>
    public static IReadOnlyList<Migration> Of(string folder)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = $"{assembly.GetName().Name}.Migrations.{folder}.";
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new Migration(name[prefix.Length..], Text(assembly, name)))];
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

/// <summary>
/// Brings a database up to this build's scripts, all in one transaction that only one silo can be in. Scripts only
/// add; one that ran is never edited.
/// </summary>
internal static class Migrator
{
    private const string CreateTable =
        """
        create table if not exists migration
        (
            name       text not null primary key,
            hash       text not null,
            applied_at text not null
        )
        """;

    private const string ReadApplied = "select name as Name, hash as Hash from migration";

    private const string Record =
        "insert into migration (name, hash, applied_at) values (@Name, @Hash, @AppliedAt)";

    private const string LockPostgres = "select pg_advisory_xact_lock(7305524170042913)";

    public static Task MigratePostgresAsync(
        DbConnection connection,
        IReadOnlyList<Migration> migrations,
        TimeProvider time,
        CancellationToken cancellationToken) =>
        MigrateAsync(connection, "begin transaction", LockPostgres, migrations, time, cancellationToken);

    public static Task MigrateSqliteAsync(
        DbConnection connection,
        IReadOnlyList<Migration> migrations,
        TimeProvider time,
        CancellationToken cancellationToken) =>
        MigrateAsync(connection, "begin exclusive transaction", null, migrations, time, cancellationToken);

    /// <exception cref="InvalidOperationException">A script was changed after it ran.</exception>
    private static async Task MigrateAsync(
        DbConnection connection,
        string begin,
        string? takeLock,
        IReadOnlyList<Migration> migrations,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(new CommandDefinition(begin, cancellationToken: cancellationToken));
        try
        {
            if (takeLock is not null)
            {
                await connection.ExecuteAsync(new CommandDefinition(takeLock, cancellationToken: cancellationToken));
            }

            await connection.ExecuteAsync(new CommandDefinition(CreateTable, cancellationToken: cancellationToken));
            var rows = await connection.QueryAsync<Applied>(
                new CommandDefinition(ReadApplied, cancellationToken: cancellationToken));
            var applied = rows.ToDictionary(row => row.Name, row => row.Hash);
            foreach (var migration in migrations)
            {
                await ApplyAsync(connection, migration, applied, time, cancellationToken);
            }

            await connection.ExecuteAsync("commit transaction");
        }
        catch
        {
            await connection.ExecuteAsync("rollback transaction");
            throw;
        }
    }

    private static async Task ApplyAsync(
        DbConnection connection,
        Migration migration,
        Dictionary<string, string> applied,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (applied.TryGetValue(migration.Name, out var hash))
        {
            if (hash != migration.Hash)
            {
                throw new InvalidOperationException(
                    $"Migration '{migration.Name}' was changed after it ran in this database. " +
                    "Restore its text and write the change as a new dated script.");
            }

            return;
        }

        await connection.ExecuteAsync(new CommandDefinition(migration.Sql, cancellationToken: cancellationToken));
        var record = new
        {
            migration.Name,
            migration.Hash,
            AppliedAt = time.GetUtcNow().ToString("O"),
        };
        await connection.ExecuteAsync(new CommandDefinition(Record, record, cancellationToken: cancellationToken));
    }

    private sealed record Applied(string Name, string Hash);
}
