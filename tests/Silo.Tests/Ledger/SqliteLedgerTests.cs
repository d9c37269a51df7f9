namespace Ganchao.Silo.Tests.Ledger;

public sealed class SqliteLedgerTests(SqliteDatabase database) : LedgerContract(database), IClassFixture<SqliteDatabase>
{
}
