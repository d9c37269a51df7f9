using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Ganchao.Silo.Hosting;

/// <summary>
/// Why the system did not start, in a sentence for whoever started it; anything else is a bug and keeps its
/// trace.
/// </summary>
internal static class StartFailure
{
    public const int ExitCode = 2;

    /// <summary>The sentence, or null where the failure is none of the operator's.</summary>
    public static string? Explain(Exception failed) => failed switch
    {
        SettingsException wrong => wrong.Message,
        IOException { InnerException: AddressInUseException } taken =>
            $"{taken.Message} Stop the other program, or give another address with --urls.",
        UnauthorizedAccessException refused => $"{refused.Message} Give another data folder with --Ganchao:Data.",
        SqliteException { SqliteErrorCode: raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY } refused =>
            $"The data folder cannot be written: {refused.Message} Give another with --Ganchao:Data.",
        NpgsqlException away => $"PostgreSQL cannot be used: {away.Message} Look at the connection string 'Ganchao'.",
        _ => null,
    };
}
