using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Ganchao.Silo.Ledger.Sqlite;

/// <summary>
/// One open connection with its prepared commands, used by one thread. A statement that runs beyond its limit, or
/// whose caller is gone, is interrupted from within.
/// </summary>
internal sealed class SqliteSession : IDisposable
{
    private const int InstructionsBetweenLooks = 2000;

    private readonly Dictionary<string, SqliteCommand> _commands = [];
    private readonly TimeProvider _time;
    private readonly delegate_progress _look;
    private long _startedAt;
    private TimeSpan _limit = Timeout.InfiniteTimeSpan;
    private CancellationToken _cancellation;

    public SqliteSession(string connectionString, string pragmas, TimeProvider time)
    {
        _time = time;
        _look = _ => IsOver() ? 1 : 0;
        Connection = new SqliteConnection(connectionString);
        try
        {
            Connection.Open();
            Execute(pragmas);
        }
        catch
        {
            Connection.Dispose();
            throw;
        }
    }

    public SqliteConnection Connection { get; }

    /// <summary>Runs the work with a limit; SQLite then ends the statement with SQLITE_INTERRUPT.</summary>
    public T RunWithin<T>(TimeSpan limit, Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        (_startedAt, _limit, _cancellation) = (_time.GetTimestamp(), limit, cancellationToken);
        raw.sqlite3_progress_handler(Connection.Handle, InstructionsBetweenLooks, _look, null);
        try
        {
            return work(Connection);
        }
        catch (SqliteException interrupted) when (interrupted.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new TimeoutException($"A reading of the ledger took longer than {limit} and was ended.", interrupted);
        }
        finally
        {
            raw.sqlite3_progress_handler(Connection.Handle, 0, null, null);
        }
    }

    /// <summary>The prepared command of a statement; made once.</summary>
    [SuppressMessage("Security", "CA2100", Justification = "Statements are constants.")]
    public SqliteCommand Command(string sql)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = Connection.CreateCommand();
            command.CommandText = sql;
            _commands.Add(sql, command);
        }

        return command;
    }

    public void Execute(string sql) => Command(sql).ExecuteNonQuery();

    /// <summary>Whatever went wrong before, no transaction is open after this, or the session is of no more use.</summary>
    public bool TryRollBack()
    {
        if (raw.sqlite3_get_autocommit(Connection.Handle) != 0)
        {
            return true;
        }

        try
        {
            Execute("rollback");
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        Connection.Dispose();
    }

    private bool IsOver() =>
        _cancellation.IsCancellationRequested ||
        (_limit != Timeout.InfiniteTimeSpan && _time.GetElapsedTime(_startedAt) >= _limit);
}
