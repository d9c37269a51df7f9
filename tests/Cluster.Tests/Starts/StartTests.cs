using System.Diagnostics;
using Ganchao.Silo.CommandLine;

namespace Ganchao.Cluster.Tests.Starts;

/// <summary>Starting and stopping, as a newcomer and a service manager do it.</summary>
public class StartTests
{
    private static readonly TimeSpan FewSeconds = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task A_start_prints_its_address_and_a_second_start_goes_on_with_the_same_data()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        var ports = SiloPorts.Take();
        await using (var first = await RunningSilo.StartAsync(database, ports))
        {
            await SmallPlant.SetUpAsync(first);
            await SmallPlant.AssertEnteredAsync(first, SmallPlant.Sheet(), SmallPlant.Entry(SmallPlant.Id(1), 12.5m));
            Assert.Contains($"赶超 Ganchao: {ports.Address.OriginalString}", first.Log, StringComparison.Ordinal);
            Assert.Equal(0, await first.StopAsync());
        }

        await using var second = await RunningSilo.StartAsync(database, ports);

        var again = await SmallPlant.AssertEnteredAsync(
            second, SmallPlant.Sheet(), SmallPlant.Entry(SmallPlant.Id(1), 12.5m));
        var frame = await second.ReadFrameAsync(SmallPlant.Board);
        Assert.Equal(Contracts.Entries.EntryOutcome.AlreadyRecorded, again.Outcome);
        Assert.Equal(12.5m, frame.Rows.Single(row => row.Entrant == "t07").Total);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_service_manager_stops_it_within_seconds(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        await silo.ReadFrameAsync(SmallPlant.Board);
        var asked = Stopwatch.GetTimestamp();

        var code = await silo.StopAsync();

        Assert.True(code == 0, silo.Log);
        Assert.True(Stopwatch.GetElapsedTime(asked) < FewSeconds, silo.Log);
    }

    [Fact]
    public async Task The_address_is_taken_from_the_environment()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        var ports = SiloPorts.Take();
        await using var silo = RunningSilo.Launch(
            ports.Address,
            [.. ports.Settings, .. database.Settings],
            new Dictionary<string, string> { ["ASPNETCORE_URLS"] = ports.Address.OriginalString });

        await silo.WaitUntilReadyAsync();

        Assert.Contains(ports.Address.OriginalString, silo.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_stands_before_the_environment()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (ports, others) = (SiloPorts.Take(), SiloPorts.Take());
        await using var silo = RunningSilo.Launch(
            ports.Address,
            ["--urls", ports.Address.OriginalString, .. ports.Settings, .. database.Settings],
            new Dictionary<string, string> { ["ASPNETCORE_URLS"] = others.Address.OriginalString });

        await silo.WaitUntilReadyAsync();

        Assert.DoesNotContain(others.Address.OriginalString, silo.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("too short", "office", "office-1", "16 characters")]
    [InlineData("a-key-of-more-than-16", "boss", "office-1", "Role")]
    [InlineData("a-key-of-more-than-16", "CompetitionOffice", "two words", "Actor")]
    public async Task A_wrong_key_in_the_settings_stops_the_start_with_a_sentence(
        string key, string role, string actor, string named)
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = RunningSilo.Start(
            database,
            null,
            $"--Ganchao:Keys:0:Key={key}", $"--Ganchao:Keys:0:Role={role}", $"--Ganchao:Keys:0:Actor={actor}");

        var code = await silo.WaitForExitAsync();

        Assert.NotEqual(0, code);
        Assert.Contains("Ganchao:Keys:0 needs", silo.Log, StringComparison.Ordinal);
        Assert.Contains(named, silo.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", silo.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_stops_the_start_with_a_sentence()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var other = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var first = await RunningSilo.StartAsync(database);
        var ports = SiloPorts.Take();

        await using var second = RunningSilo.Launch(
            first.Address, ["--urls", first.Address.OriginalString, .. ports.Settings, .. other.Settings]);

        Assert.NotEqual(0, await second.WaitForExitAsync());
        Assert.Contains("give another address with --urls", second.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_process_on_the_same_data_folder_is_refused()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var first = await RunningSilo.StartAsync(database);

        await using var second = RunningSilo.Start(database);

        Assert.NotEqual(0, await second.WaitForExitAsync());
        Assert.Contains("another process", second.Log, StringComparison.Ordinal);
        await SmallPlant.SetUpAsync(first);
    }

    [Fact]
    public async Task Verifying_a_folder_without_a_ledger_says_so_and_makes_none()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);

        var verified = await Commands.VerifyAsync(database);

        Assert.Equal(VerifyCommand.NoLedger, verified.Code);
        Assert.Contains("There is no ledger in", verified.Error, StringComparison.Ordinal);
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => database.PositionAsync(SmallPlant.Plant));
    }

    /// <summary>As whoever runs it: the whole executable, beside a running one.</summary>
    [Fact]
    public async Task Verifying_beside_the_running_system_prints_the_digest()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);

        await using var verify = RunningSilo.Launch(silo.Address, ["verify", .. database.Settings]);

        Assert.True(await verify.WaitForExitAsync() == 0, verify.Log);
        Assert.Contains("p1: positions 1 to ", verify.Log, StringComparison.Ordinal);
        Assert.Contains("Nothing is wrong.", verify.Log, StringComparison.Ordinal);
    }
}
