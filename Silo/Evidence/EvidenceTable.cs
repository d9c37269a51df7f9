using System.Globalization;
using Dapper;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Silo.Ledger;

namespace Ganchao.Silo.Evidence;

/// <summary>The bytes of photos and files, in the host's database; what they prove stands in the ledger.</summary>
internal sealed class EvidenceTable(HostDatabase database)
{
    private const string Insert =
        """
        insert into evidence (plant, sha256, media_type, length, content, stored_at, stored_by)
        values (@plant, @sha256, @mediaType, @length, @content, @at, @by)
        on conflict (plant, sha256) do nothing
        """;

    private const string Remove =
        """
        update evidence set content = null, removed_at = @at, removed_by = @by
        where plant = @plant and sha256 = @sha256 and removed_at is null
        """;

    /// <summary>Whether the bytes are new; those that are there, or were removed, stay as they are.</summary>
    public async Task<bool> StoreAsync(
        PlantId plant, EvidenceCommitment file, byte[] content, string by, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            Insert,
            new
            {
                plant = plant.Value,
                sha256 = file.Sha256,
                mediaType = file.MediaType,
                length = file.Length,
                content,
                at = Text(now),
                by,
            },
            cancellationToken: cancellationToken)) > 0;
    }

    /// <summary>The bytes; null where they were removed, or never stored.</summary>
    public async Task<byte[]?> ReadAsync(PlantId plant, string sha256, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<byte[]?>(new CommandDefinition(
            "select content from evidence where plant = @plant and sha256 = @sha256",
            new { plant = plant.Value, sha256 }, cancellationToken: cancellationToken));
    }

    /// <summary>Which of these are there with their bytes.</summary>
    public async Task<IReadOnlySet<string>> KeptAsync(
        PlantId plant, IReadOnlyCollection<string> hashes, CancellationToken cancellationToken)
    {
        var kept = new HashSet<string>();
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        foreach (var sha256 in hashes.Distinct())
        {
            if (await connection.ExecuteScalarAsync<long>(new CommandDefinition(
                "select count(*) from evidence where plant = @plant and sha256 = @sha256 and removed_at is null",
                new { plant = plant.Value, sha256 }, cancellationToken: cancellationToken)) > 0)
            {
                kept.Add(sha256);
            }
        }

        return kept;
    }

    /// <summary>Whether somebody removed the bytes with this hash.</summary>
    public async Task<bool> IsRemovedAsync(PlantId plant, string sha256, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "select count(*) from evidence where plant = @plant and sha256 = @sha256 and removed_at is not null",
            new { plant = plant.Value, sha256 }, cancellationToken: cancellationToken)) > 0;
    }

    /// <summary>Removes the bytes for good; who did so and when stays. False: there were none.</summary>
    public async Task<bool> RemoveAsync(
        PlantId plant, string sha256, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            Remove, new { plant = plant.Value, sha256, by, at = Text(now) }, cancellationToken: cancellationToken)) > 0;
    }

    /// <summary>Forgets bytes that were stored for an attachment which the sheet then refused.</summary>
    public async Task ForgetAsync(PlantId plant, string sha256, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "delete from evidence where plant = @plant and sha256 = @sha256 and removed_at is null",
            new { plant = plant.Value, sha256 }, cancellationToken: cancellationToken));
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
