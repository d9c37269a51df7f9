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
        await ExecuteAsync(
            transaction,
            cancellationToken,
            (StandingRecords.Replace, StandingRecords.Document(board, frame)),
            (StandingRecords.DeleteRows, StandingRecords.Key(board)),
            (StandingRecords.InsertRow, StandingRecords.Rows(board, frame)));
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task<string> SaveFinalAsync(BoardId board, BoardFrame frame, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var number = await connection.QuerySingleAsync<long>(new CommandDefinition(
            StandingRecords.NextNumber, StandingRecords.Key(board), transaction, cancellationToken: cancellationToken));
        var document = StandingRecords.Document(board, frame, number);
        await ExecuteAsync(
            transaction,
            cancellationToken,
            (StandingRecords.InsertFinal, document),
            (StandingRecords.InsertRow, StandingRecords.Rows(board, frame, number)));
        await transaction.CommitAsync(cancellationToken);
        return Convert.ToHexStringLower(document.Hash);
    }

    public async Task<BoardFrame?> ReadFinalAsync(BoardId board, string hash, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var document = await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(
            StandingRecords.ReadFinal, StandingRecords.FinalKey(board, hash), cancellationToken: cancellationToken));
        return document is null ? null : StandingRecords.FinalFrame(document, hash);
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

    private static async Task ExecuteAsync(
        NpgsqlTransaction transaction, CancellationToken cancellationToken, params (string Sql, object Parameters)[] steps)
    {
        foreach (var (sql, parameters) in steps)
        {
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                sql, parameters, transaction, cancellationToken: cancellationToken));
        }
    }
}
