using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Ganchao.Silo.Ledger.Sqlite;

/// <summary>
/// Connections to one SQLite file for callers that open and close them, such as Orleans' providers. One is open at
/// a time: with several, writers wait for each other by blocking threads, some of them for seconds.
/// </summary>
internal sealed class SqliteDataSource(string connectionString) : DbDataSource
{
    private readonly SemaphoreSlim _gate = new(1);

    public override string ConnectionString => connectionString;

    protected override DbConnection CreateDbConnection() => new GatedConnection(connectionString, _gate);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _gate.Dispose();
        }

        base.Dispose(disposing);
    }

    private sealed class GatedConnection(string connectionString, SemaphoreSlim gate)
        : SqliteConnection(connectionString)
    {
        private const string Pragmas =
            "pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000;";

        private bool _holdsGate;

        public override void Open()
        {
            gate.Wait();
            OpenInside();
        }

        public override async Task OpenAsync(CancellationToken cancellationToken)
        {
            await gate.WaitAsync(cancellationToken);
            OpenInside();
        }

        public override void Close()
        {
            base.Close();
            Leave();
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            Leave();
        }

        [SuppressMessage("Design", "CA1849", Justification = "The driver has no asynchronous input or output.")]
        private void OpenInside()
        {
            _holdsGate = true;
            try
            {
                base.Open();
                using var command = CreateCommand();
                command.CommandText = Pragmas;
                command.ExecuteNonQuery();
            }
            catch
            {
                Close();
                throw;
            }
        }

        private void Leave()
        {
            if (_holdsGate && State == ConnectionState.Closed)
            {
                _holdsGate = false;
                gate.Release();
            }
        }
    }
}
