using System.Security.Cryptography;
using System.Text;
using Ganchao.Silo.CommandLine;

namespace Ganchao.Cluster.Tests.Tampering;

/// <summary>Somebody with the database's password changes it while nothing runs; <c>verify</c> names it.</summary>
public abstract class TamperingContract(Season season)
{
    private const long Middle = 500;

    [Fact]
    public async Task An_untouched_ledger_is_fine_and_its_digest_is_printed()
    {
        await using var copy = await season.CopyAsync();

        var verified = await Commands.VerifyAsync(copy);

        Assert.True(verified.Code == VerifyCommand.Fine, verified.ToString());
        Assert.Matches("garment-works: positions 1 to 1004, digest [0-9a-f]{64}", verified.Output);
    }

    [Fact]
    public async Task A_changed_byte_of_a_payload_is_named()
    {
        await using var copy = await season.CopyAsync();
        var payload = (await copy.ReadAsync<byte[]>($"select payload from event where {At(Middle)}")).Single();
        payload[Array.FindLastIndex(payload, b => char.IsAsciiDigit((char)b))] ^= 1;
        await copy.TamperAsync($"update event set payload = @payload where {At(Middle)}", new { payload });

        await AssertNamedAsync(copy, "HashWrong", await StreamAtAsync(copy, Middle), $"position {Middle}");
    }

    [Theory]
    [InlineData("role = 'Administrator'", "HashWrong")]
    [InlineData("actor_id = 'somebody'", "HashWrong")]
    [InlineData("at = at + 1", "HashWrong")]
    [InlineData("kind = 'register'", "CopyWrong")]
    public async Task A_changed_column_of_a_header_is_named(string change, string finding)
    {
        await using var copy = await season.CopyAsync();
        await copy.TamperAsync($"update event set {change} where {At(Middle)}");

        await AssertNamedAsync(copy, finding, await StreamAtAsync(copy, Middle), $"position {Middle}");
    }

    [Fact]
    public async Task Two_swapped_events_are_named()
    {
        await using var copy = await season.CopyAsync();
        var stream = await StreamAtAsync(copy, Middle);
        await copy.TamperAsync($"update event set seq = -1 where stream = '{stream}' and seq = 2");
        await copy.TamperAsync($"update event set seq = 2 where stream = '{stream}' and seq = 3");
        await copy.TamperAsync($"update event set seq = 3 where stream = '{stream}' and seq = -1");

        await AssertNamedAsync(copy, "ChainBroken", stream);
    }

    [Fact]
    public async Task A_removed_event_in_the_middle_is_named()
    {
        await using var copy = await season.CopyAsync();
        var stream = await StreamAtAsync(copy, Middle);
        await copy.TamperAsync($"delete from event where stream = '{stream}' and seq = 2");

        await AssertNamedAsync(copy, "SeqMissing", stream);
        await AssertNamedAsync(copy, "PositionMissing", Season.Plant);
    }

    [Theory]
    [InlineData("update fact set scaled = scaled + 1", "FactDifferent")]
    [InlineData("delete from fact", "FactMissing")]
    public async Task A_changed_or_removed_fact_is_named(string change, string finding)
    {
        await using var copy = await season.CopyAsync();
        var stream = await StreamAtAsync(copy, Middle);
        await copy.TamperAsync($"{change} where stream = '{stream}' and line = 1");

        await AssertNamedAsync(copy, finding, stream, "line 1");
    }

    [Fact]
    public async Task A_changed_saved_standing_is_named()
    {
        await using var copy = await season.CopyAsync();
        await copy.TamperAsync("""update standing set document = replace(document, '"total":"14"', '"total":"13"')""");

        await AssertNamedAsync(copy, "Standing", "garment-works/season/2015-q1", "t07");
    }

    [Fact]
    public async Task A_standing_changed_together_with_its_hash_and_rows_is_named_by_the_recount()
    {
        await using var copy = await season.CopyAsync();
        const string Change = """replace({0}, '"total":"14"', '"total":"13"')""";
        await copy.TamperAsync($"update standing set document = {string.Format(null, Change, "document")}");
        await copy.TamperAsync($"update standing_row set row = {string.Format(null, Change, "row")}");
        var document = (await copy.ReadAsync<string>("select document from standing")).Single();
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(document));
        await copy.TamperAsync("update standing set hash = @hash", new { hash });

        await AssertNamedAsync(copy, "Standing: garment-works/season/2015-q1", "t07", "saved total 13", "recounted 14");
    }

    [Theory]
    [InlineData("update standing_row set place = '1' where entrant = 't02'")]
    [InlineData("delete from standing_row where entrant = 't02'")]
    public async Task A_changed_row_of_a_saved_standing_is_named(string change)
    {
        await using var copy = await season.CopyAsync();
        Assert.Equal(1, await copy.TamperAsync(change));

        await AssertNamedAsync(copy, "Standing", "garment-works/season/2015-q1", "t02");
    }

    [Fact]
    public async Task A_standing_that_claims_more_than_the_ledger_holds_is_named()
    {
        await using var copy = await season.CopyAsync();
        await RemoveLastEventAsync(copy);

        await AssertNamedAsync(copy, "Standing", "garment-works/season/2015-q1", "1004");
    }

    /// <summary>The stated limit: the database alone cannot show it, the printed digest can.</summary>
    [Fact]
    public async Task A_removed_last_event_is_shown_by_the_digest_only()
    {
        await using var copy = await season.CopyAsync();
        var before = await Commands.VerifyAsync(copy);
        await RemoveLastEventAsync(copy);
        await copy.TamperAsync("delete from standing_row");
        await copy.TamperAsync("delete from standing");

        var after = await Commands.VerifyAsync(copy);

        Assert.True(after.Code == VerifyCommand.Fine, after.ToString());
        Assert.NotEqual(before.Output, after.Output);
    }

    private static async Task RemoveLastEventAsync(SiloDatabase copy)
    {
        var last = await copy.PositionAsync(Season.Plant);
        var stream = await StreamAtAsync(copy, last);
        var seq = (await copy.ReadAsync<long>($"select seq from event where {At(last)}")).Single();
        await copy.TamperAsync($"delete from event where {At(last)}");
        await copy.TamperAsync($"delete from fact where stream = '{stream}' and seq = {seq}");
        await copy.TamperAsync($"update position set last = last - 1 where plant = '{Season.Plant}'");
    }

    private static string At(long position) => FormattableString.Invariant(
        $"plant = '{Season.Plant}' and position = {position}");

    private static async Task<string> StreamAtAsync(SiloDatabase copy, long position) =>
        (await copy.ReadAsync<string>($"select stream from event where {At(position)}")).Single();

    private static async Task AssertNamedAsync(SiloDatabase copy, string finding, params string[] words)
    {
        var verified = await Commands.VerifyAsync(copy);

        Assert.True(verified.Code == VerifyCommand.Wrong, verified.ToString());
        Assert.Contains(
            verified.Error.Split('\n'),
            line => line.StartsWith(finding, StringComparison.Ordinal)
                && words.All(word => line.Contains(word, StringComparison.Ordinal)));
    }
}

public sealed class SqliteTamperingTests(SqliteSeason season) : TamperingContract(season), IClassFixture<SqliteSeason>;

public sealed class PostgresTamperingTests(PostgresSeason season)
    : TamperingContract(season), IClassFixture<PostgresSeason>;
