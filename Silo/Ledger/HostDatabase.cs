using System.Data.Common;

namespace Ganchao.Silo.Ledger;

/// <summary>
/// Where Orleans' tables, accounts and keys are: <c>host.db</c>, or the one PostgreSQL database of a cluster.
/// </summary>
/// <param name="Source">Opens connections; shared.</param>
/// <param name="Invariant">The name under which Orleans' AdoNet providers know the driver.</param>
internal sealed record HostDatabase(DbDataSource Source, string Invariant);
