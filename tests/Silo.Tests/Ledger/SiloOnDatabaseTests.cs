using System.Net;
using System.Net.Sockets;
using Dapper;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Ledger;
using Ganchao.Silo.Ledger;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace Ganchao.Silo.Tests.Ledger;

/// <summary>A whole silo on each database: clustering, snapshots, reminders and ledger from one setting.</summary>
public sealed class SiloOnDatabaseTests(PostgresDatabase postgres) : IClassFixture<PostgresDatabase>, IDisposable
{
    private static int _ports = Environment.ProcessId;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ganchao-silo-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Snapshot_reminder_and_ledger_survive_a_restart(bool onPostgres)
    {
        var sheet = new Sheet(new PlantId(onPostgres ? "p1" : "s1"));
        var team = GrainId.Create("team", "p1/t07");
        using (var first = await StartAsync(onPostgres))
        {
            var append = await first.Services.GetRequiredService<ILedger>().AppendAsync(sheet.Entries(1));
            Assert.Equal(1, append.Position);
            await Snapshots(first).WriteStateAsync("total", team, new GrainState<Total> { State = new Total("12.50", 1) });
            await Reminders(first).UpsertRow(Deadline(team), Token);
            await first.StopAsync(Token);
        }

        using var second = await StartAsync(onPostgres);

        var state = new GrainState<Total>();
        await Snapshots(second).ReadStateAsync("total", team, state);
        var reminder = await Reminders(second).ReadRow(team, "deadline", Token);
        var events = await second.Services.GetRequiredService<ILedger>().ReadStreamAsync(sheet.Stream, 0, Token);
        Assert.Equal(new Total("12.50", 1), state.State);
        Assert.Equal(Deadline(team).StartAt, reminder!.StartAt);
        Assert.Single(events);
        await second.StopAsync(Token);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_two_snapshots_with_one_version_the_second_is_refused(bool onPostgres)
    {
        using var host = await StartAsync(onPostgres);
        var team = GrainId.Create("team", "p1/t08");
        var (mine, theirs) = (new GrainState<Total> { State = new("1", 1) }, new GrainState<Total> { State = new("2", 2) });
        await Snapshots(host).WriteStateAsync("total", team, mine);
        await Assert.ThrowsAsync<InconsistentStateException>(
            () => Snapshots(host).WriteStateAsync("total", team, theirs));
        await Snapshots(host).ReadStateAsync("total", team, theirs);
        await Snapshots(host).WriteStateAsync("total", team, theirs);

        await Assert.ThrowsAsync<InconsistentStateException>(() => Snapshots(host).WriteStateAsync("total", team, mine));
        await Snapshots(host).ClearStateAsync("total", team, theirs);
        await Snapshots(host).WriteStateAsync("total", team, theirs);

        await Snapshots(host).ReadStateAsync("total", team, mine);
        Assert.Equal(theirs.ETag, mine.ETag);
        await host.StopAsync(Token);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reminders_are_found_by_range_and_deleted_by_version(bool onPostgres)
    {
        using var host = await StartAsync(onPostgres);
        var (table, team) = (Reminders(host), GrainId.Create("competition", "p1/c1"));
        var first = await table.UpsertRow(Deadline(team), Token);
        var second = await table.UpsertRow(Deadline(team), Token);

        var hash = team.GetUniformHashCode();
        var found = await table.ReadRows(hash - 1, hash, Token);
        var around = await table.ReadRows(hash, hash - 1, Token);
        var deletedOld = await table.RemoveRow(team, "deadline", first!, Token);
        var deleted = await table.RemoveRow(team, "deadline", second!, Token);

        Assert.Contains(found.Reminders, r => r.GrainId == team);
        Assert.DoesNotContain(around.Reminders, r => r.GrainId == team);
        Assert.Equal((false, true), (deletedOld, deleted));
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task A_silo_is_in_the_clusters_table_while_it_lives()
    {
        using var host = await StartAsync(onPostgres: true);
        await using var connection = postgres.Connect();

        var active = await connection.QuerySingleAsync<long>(
            "select count(*) from OrleansMembershipTable where Status = 3 and Generation <> 0");
        await host.StopAsync(Token);
        var left = await connection.QuerySingleAsync<long>(
            "select count(*) from OrleansMembershipTable where Status = 3");

        Assert.Equal((1, 0), (active, left));
    }

    private async Task<IHost> StartAsync(bool onPostgres)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Ganchao"] = onPostgres ? postgres.ConnectionString : null,
            ["Ganchao:Data"] = _folder.FullName,
            ["Ganchao:SiloPort"] = FreePort(),
            ["Ganchao:GatewayPort"] = FreePort(),
        });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IFactProjection, SheetProjection>();
        builder.AddLedger();
        builder.UseOrleans(silo => silo.UseLedgerDatabase());
        var host = builder.Build();
        await host.StartAsync(Token);
        return host;
    }

    private static IGrainStorage Snapshots(IHost host) =>
        host.Services.GetRequiredKeyedService<IGrainStorage>(LedgerRegistration.Snapshots);

    private static IReminderTable Reminders(IHost host) => host.Services.GetRequiredService<IReminderTable>();

    private static ReminderEntry Deadline(GrainId grain) => new()
    {
        GrainId = grain,
        ReminderName = "deadline",
        StartAt = new DateTime(2026, 4, 5, 9, 30, 0, DateTimeKind.Utc),
        Period = TimeSpan.FromDays(1),
    };

    // Below 32768, where nobody takes it as an ephemeral port meanwhile.
    private static string FreePort()
    {
        while (true)
        {
            var port = 20_000 + (Interlocked.Increment(ref _ports) % 12_000);
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
            catch (SocketException)
            {
            }
        }
    }

    private sealed record Total(string Points, long Version)
    {
        public Total()
            : this("0", 0)
        {
        }
    }
}
