namespace Ganchao.Silo.Tests.Ledger;

public sealed class PostgresLedgerTests(PostgresDatabase database)
    : LedgerContract(database), IClassFixture<PostgresDatabase>
{
}
