using Dapper;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Ledger;

namespace Ganchao.Silo.Ledger.Sqlite;

/// <summary>Saved standings in <c>ledger.db</c>, through its one writing connection.</summary>
internal sealed class SqliteStandings(SqliteLedger ledger) : IStandings
{
    public Task SaveAsync(BoardId board, BoardFrame frame, CancellationToken cancellationToken) =>
        ledger.WriteAsync(session =>
        {
            using var transaction = session.Connection.BeginTransaction();
            session.Connection.Execute(StandingRecords.Replace, StandingRecords.Document(board, frame), transaction);
            session.Connection.Execute(StandingRecords.DeleteRows, StandingRecords.Key(board), transaction);
            session.Connection.Execute(StandingRecords.InsertRow, StandingRecords.Rows(board, frame), transaction);
            transaction.Commit();
            return 0;
        });

    public async Task<BoardFrame?> ReadAsync(BoardId board, CancellationToken cancellationToken)
    {
        var found = await ledger.ReadAsync<string, BoardFrame>(
            StandingRecords.Read, StandingRecords.Key(board), StandingRecords.Frame, cancellationToken);
        return found.SingleOrDefault();
    }

    public Task<string> SaveFinalAsync(BoardId board, BoardFrame frame, CancellationToken cancellationToken) =>
        ledger.WriteAsync(session =>
        {
            using var transaction = session.Connection.BeginTransaction();
            var number = session.Connection.QuerySingle<long>(
                StandingRecords.NextNumber, StandingRecords.Key(board), transaction);
            var document = StandingRecords.Document(board, frame, number);
            session.Connection.Execute(StandingRecords.InsertFinal, document, transaction);
            session.Connection.Execute(StandingRecords.InsertRow, StandingRecords.Rows(board, frame, number), transaction);
            transaction.Commit();
            return Convert.ToHexStringLower(document.Hash);
        });

    public async Task<BoardFrame?> ReadFinalAsync(BoardId board, string hash, CancellationToken cancellationToken)
    {
        var found = await ledger.ReadAsync<string, BoardFrame?>(
            StandingRecords.ReadFinal,
            StandingRecords.FinalKey(board, hash),
            document => StandingRecords.FinalFrame(document, hash),
            cancellationToken);
        return found.SingleOrDefault();
    }

    public async Task<IReadOnlyList<BoardId>> ReadBoardsAsync(PlantId plant, CancellationToken cancellationToken) =>
        await ledger.ReadAsync<StandingRecords.BoardRecord, BoardId>(
            StandingRecords.ReadBoards, new { Plant = plant.Value }, row => row.Of(plant), cancellationToken);

    public Task DropAsync(PlantId plant, CancellationToken cancellationToken) =>
        ledger.WriteAsync(session =>
        {
            using var transaction = session.Connection.BeginTransaction();
            session.Connection.Execute(StandingRecords.DropRows, new { Plant = plant.Value }, transaction);
            session.Connection.Execute(StandingRecords.Drop, new { Plant = plant.Value }, transaction);
            transaction.Commit();
            return 0;
        });
}
