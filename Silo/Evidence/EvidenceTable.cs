using System.Globalization;
using Dapper;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Silo.Ledger;
using Ganchao.Silo.Ledger.Verify;

namespace Ganchao.Silo.Evidence;

/// <summary>The bytes of photos and files, in the host's database; what they prove stands in the ledger.</summary>
internal sealed class EvidenceTable(HostDatabase database) : IEvidenceBytes
{
    private const string Insert =
        """
        insert into evidence (plant, sha256, media_type, length, content, stored_at, stored_by, claim)
        values (@plant, @sha256, @mediaType, @length, @content, @at, @by, @claim)
        on conflict (plant, sha256) do update set claim = '' where evidence.removed_at is null
        """;

    private const string Remove =
        """
        update evidence set content = null, removed_at = @at, removed_by = @by
        where plant = @plant and sha256 = @sha256 and removed_at is null
        """;

    /// <summary>Stores bytes, or finds them there. False: they were removed, and do not come back.</summary>
    /// <param name="claim">By it whoever stores them may forget them, until somebody else stores the same.</param>
    public async Task<bool> StoreAsync(
        PlantId plant, EvidenceCommitment file, byte[] content, Guid claim, string by, DateTimeOffset now,
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
                claim = claim.ToString(),
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

    /// <summary>What there is of bytes that an event commits to; null: nothing.</summary>
    public async Task<EvidenceBytes?> LookAsync(string plant, string sha256, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<EvidenceBytes>(new CommandDefinition(
            "select content as Content, removed_at as RemovedAt from evidence where plant = @plant and sha256 = @sha256",
            new { plant, sha256 }, cancellationToken: cancellationToken));
    }

    /// <summary>Removes the bytes for good; who did so and when stays. False: there were none.</summary>
    public async Task<bool> RemoveAsync(
        PlantId plant, string sha256, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            Remove, new { plant = plant.Value, sha256, by, at = Text(now) }, cancellationToken: cancellationToken)) > 0;
    }

    /// <summary>
    /// Forgets bytes that were stored for an attachment which the sheet then refused, unless others have the same.
    /// </summary>
    public async Task ForgetAsync(PlantId plant, string sha256, Guid claim, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "delete from evidence where plant = @plant and sha256 = @sha256 and claim = @claim and removed_at is null",
            new { plant = plant.Value, sha256, claim = claim.ToString() }, cancellationToken: cancellationToken));
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
