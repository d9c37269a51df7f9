using System.Globalization;
using System.Text.Json;
using Dapper;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Tablets;
using Ganchao.Silo.Ledger;

namespace Ganchao.Silo.Identity.Tablets;

/// <summary>Paired tablets and the codes that pair them, in the host's database; secrets and codes as hashes only.</summary>
internal sealed class TabletTable(HostDatabase database)
{
    private const string Columns = "id as Id, plant as Plant, name as Name, units as Units, paired_at as PairedAt";

    /// <summary>Null: there is none with that secret, or its pairing has ended.</summary>
    public async Task<Tablet?> FindAsync(string id, string secretHash, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            $"select {Columns} from tablet where id = @id and secret = @secretHash and ended_at is null", new { id, secretHash },
            cancellationToken: cancellationToken));
        return row?.ToTablet();
    }

    public async Task<IReadOnlyList<Tablet>> ListAsync(string plant, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"select {Columns} from tablet where plant = @plant and ended_at is null order by name", new { plant },
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToTablet())];
    }

    public async Task OfferAsync(
        string codeHash, PlantId plant, string name, IReadOnlyList<UnitId> units, string by, DateTimeOffset until,
        CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into tablet_code (code, plant, name, units, made_by, expires_at)
            values (@codeHash, @plant, @name, @units, @by, @until)
            """,
            new { codeHash, plant = plant.Value, name, units = Text(units), by, until = Text(until) },
            cancellationToken: cancellationToken));
    }

    /// <summary>Takes the offer with that code, once, and makes the tablet of it. Null: no such offer, or too late.</summary>
    public async Task<Tablet?> PairAsync(
        string codeHash, string id, string secretHash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var paired = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            $"""
            insert into tablet (id, plant, name, units, secret, paired_at, paired_by)
            select @id, plant, name, units, @secretHash, @now, made_by from tablet_code where code = @codeHash and expires_at > @now
            returning {Columns}
            """,
            new { id, secretHash, codeHash, now = Text(now) }, transaction, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(
            "delete from tablet_code where code = @codeHash or expires_at <= @now", new { codeHash, now = Text(now) }, transaction,
            cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return paired?.ToTablet();
    }

    /// <summary>False: the plant has no such tablet.</summary>
    public async Task<bool> EndAsync(string plant, string id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            "update tablet set ended_at = @now where id = @id and plant = @plant and ended_at is null",
            new { plant, id, now = Text(now) }, cancellationToken: cancellationToken)) > 0;
    }

    /// <summary>Whether a tablet is still paired.</summary>
    public async Task<bool> IsPairedAsync(string id, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "select count(*) from tablet where id = @id and ended_at is null", new { id }, cancellationToken: cancellationToken)) > 0;
    }

    private static string Text(IReadOnlyList<UnitId> units) => JsonSerializer.Serialize(units.Select(unit => unit.Value));

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private sealed class Row
    {
        public string Id { get; set; } = "";

        public string Plant { get; set; } = "";

        public string Name { get; set; } = "";

        public string Units { get; set; } = "";

        public string PairedAt { get; set; } = "";

        public Tablet ToTablet() => new(
            Id,
            new PlantId(Plant),
            Name,
            [.. JsonSerializer.Deserialize<string[]>(Units)!.Select(unit => new UnitId(unit))],
            DateTimeOffset.Parse(PairedAt, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind));
    }
}
