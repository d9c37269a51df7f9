using System.Net;
using Ganchao.Grains.Ledger;
using Ganchao.Silo.Ledger.Postgres;
using Ganchao.Silo.Ledger.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Orleans.Configuration;

namespace Ganchao.Silo.Ledger;

/// <summary>
/// Chooses the databases by one setting: the connection string <c>Ganchao</c> means PostgreSQL and a cluster, without
/// it the plant lives in the folder <c>Ganchao:Data</c>.
/// </summary>
internal static class LedgerRegistration
{
    public const string ConnectionName = "Ganchao";
    public const string DataSetting = "Ganchao:Data";

    /// <summary>The storage of grain snapshots.</summary>
    public const string Snapshots = "snapshots";

    private const int AutoPreparedStatements = 50;

    /// <summary>
    /// Registers the ledger, its facts and private contents, and the <see cref="HostDatabase"/>; migrates at start.
    /// Needs an <see cref="IFactProjection"/>.
    /// </summary>
    public static IHostApplicationBuilder AddLedger(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        if (builder.Configuration.GetConnectionString(ConnectionName) is { Length: > 0 } connection)
        {
            AddPostgres(services, connection);
        }
        else
        {
            AddSqlite(services, new DataFolder(Path.GetFullPath(builder.Configuration[DataSetting] ?? "data")));
        }

        services.AddSingleton(new LedgerWriterOptions());
        services.AddSingleton<LedgerWriter>();
        services.AddSingleton<ILedger>(provider => provider.GetRequiredService<LedgerWriter>());
        services.AddHostedService(provider => provider.GetRequiredService<LedgerWriter>());
        return builder;
    }

    /// <summary>
    /// Clustering, grain snapshots and reminders on the same databases. A plant on SQLite is a cluster of one on this
    /// machine; ports are <c>Ganchao:SiloPort</c> and <c>Ganchao:GatewayPort</c>, and a cluster's address is
    /// <c>Ganchao:Address</c> (loopback where it is not set).
    /// </summary>
    public static ISiloBuilder UseLedgerDatabase(this ISiloBuilder silo)
    {
        var siloPort = silo.Configuration.GetValue("Ganchao:SiloPort", EndpointOptions.DEFAULT_SILO_PORT);
        var gatewayPort = silo.Configuration.GetValue("Ganchao:GatewayPort", EndpointOptions.DEFAULT_GATEWAY_PORT);
        if (silo.Configuration.GetConnectionString(ConnectionName) is { Length: > 0 })
        {
            var address = silo.Configuration["Ganchao:Address"] is { Length: > 0 } text
                ? IPAddress.Parse(text)
                : IPAddress.Loopback;
            silo.ConfigureEndpoints(address, siloPort, gatewayPort);
            silo.UseAdoNetClustering(options => options.Configure<HostDatabase>(
                (clustering, database) =>
                {
                    clustering.Invariant = database.Invariant;
                    clustering.DataSource = database.Source;
                }));
            silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = ("ganchao", "ganchao"));
        }
        else
        {
            silo.UseLocalhostClustering(siloPort, gatewayPort, null, "ganchao", "ganchao");
        }

        silo.UseAdoNetReminderService(options => options.Configure<HostDatabase>(
            (reminders, database) =>
            {
                reminders.Invariant = database.Invariant;
                reminders.DataSource = database.Source;
            }));
        silo.AddAdoNetGrainStorage(Snapshots, options => options.Configure<HostDatabase>(
            (storage, database) =>
            {
                storage.Invariant = database.Invariant;
                storage.DataSource = database.Source;
                storage.GrainStorageSerializer = new JsonGrainStorageSerializer();
            }));
        return silo;
    }

    private static void AddPostgres(IServiceCollection services, string connection)
    {
        services.AddSingleton(_ => DataSource(connection));
        services.AddSingleton(
            provider => new HostDatabase(provider.GetRequiredService<NpgsqlDataSource>(), "Npgsql"));
        services.AddHostedService(
            provider => LedgerMigration.OfPostgres(
                provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<PostgresLedger>();
        services.AddSingleton<ILedgerStore>(provider => provider.GetRequiredService<PostgresLedger>());
        services.AddSingleton<IFacts>(provider => provider.GetRequiredService<PostgresLedger>());
        services.AddSingleton<IPrivateContents>(provider => provider.GetRequiredService<PostgresLedger>());
        services.AddSingleton<IStandings, PostgresStandings>();
    }

    private static NpgsqlDataSource DataSource(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        if (settings.MaxAutoPrepare == 0)
        {
            settings.MaxAutoPrepare = AutoPreparedStatements;
        }

        return NpgsqlDataSource.Create(settings);
    }

    private static void AddSqlite(IServiceCollection services, DataFolder folder)
    {
        services.AddSingleton(folder);
        services.AddSingleton(
            _ => new HostDatabase(
                new SqliteDataSource(SqliteLedger.ConnectionString(folder.HostFile)), "System.Data.SQLite"));
        services.AddHostedService(
            provider => LedgerMigration.OfSqlite(folder, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(
            provider => new SqliteLedger(
                new SqliteLedgerOptions { File = folder.LedgerFile },
                provider.GetRequiredService<IFactProjection>(),
                provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ILedgerStore>(provider => provider.GetRequiredService<SqliteLedger>());
        services.AddSingleton<IFacts>(provider => provider.GetRequiredService<SqliteLedger>());
        services.AddSingleton<IPrivateContents>(provider => provider.GetRequiredService<SqliteLedger>());
        services.AddSingleton<IStandings, SqliteStandings>();
    }
}
