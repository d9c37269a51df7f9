using Dapper;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Ledger;
using Npgsql;

namespace Ganchao.Silo.Ledger.Postgres;

/// <summary>Saved standings in PostgreSQL.</summary>
internal sealed class PostgresStandings(NpgsqlDataSource source) : IStandings
{
    public async Task SaveAsync(BoardId board, BoardFrame frame, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        (string Sql, object Parameters)[] steps =
        [
            (StandingRecords.Replace, StandingRecords.Document(board, frame)),
            (StandingRecords.DeleteRows, StandingRecords.Key(board)),
            (StandingRecords.InsertRow, StandingRecords.Rows(board, frame)),
        ];
        foreach (var (sql, parameters) in steps)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                sql, parameters, transaction, cancellationToken: cancellationToken));
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public async Task<BoardFrame?> ReadAsync(BoardId board, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var document = await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(
            StandingRecords.Read, StandingRecords.Key(board), cancellationToken: cancellationToken));
        return document is null ? null : StandingRecords.Frame(document);
    }

    public async Task<IReadOnlyList<BoardId>> ReadBoardsAsync(PlantId plant, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<StandingRecords.BoardRecord>(new CommandDefinition(
            StandingRecords.ReadBoards, new { Plant = plant.Value }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.Of(plant))];
    }

    public async Task DropAsync(PlantId plant, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            $"{StandingRecords.DropRows}; {StandingRecords.Drop}",
            new { Plant = plant.Value },
            cancellationToken: cancellationToken));
    }
}
