using System.Globalization;
using System.Text.Json;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Json;

namespace Ganchao.Contracts.Tests.Boards;

/// <summary>How boards are written: briefly, and back to the same.</summary>
public class BoardJsonTests
{
    private static readonly BoardRow Whole = new(
        "t07", new Names("七班", "Team 7"), "hot", 2.5m, Guest: true, 98.5m, "待财务", Eligible: false,
        [new BoardCell(1.5m, 2m, "待财务")], ["injury"], 3m, [90m, null, 98.5m]);

    [Fact]
    public void What_every_row_has_by_itself_is_not_written() => Assert.Equal(
        """{"entrant":"t07","names":{"zh":"七班"},"place":"1","total":"98.5"}""",
        Written(new BoardRow("t07", new Names("七班"), null, 1, Total: 98.5m)));

    [Fact]
    public void A_row_is_read_as_it_was_written()
    {
        var bare = new BoardRow("t07", new Names("七班"), null, null);

        Assert.True(Whole.SameAs(Read<BoardRow>(Written(Whole))));
        Assert.True(bare.SameAs(Read<BoardRow>(Written(bare))));
    }

    /// <summary>So are rows of final documents from before.</summary>
    [Fact]
    public void A_row_with_everything_written_out_is_read_too() => Assert.True(Whole.SameAs(Read<BoardRow>(
        """
        {"entrant":"t07","names":{"zh":"七班","en":"Team 7"},"division":"hot","place":"2.5","guest":true,"total":"98.5",
         "mark":"待财务","eligible":false,"cells":[{"value":"1.5","points":"2","mark":"待财务"}],"gates":["injury"],
         "placeBefore":"3","trend":["90",null,"98.5"]}
        """)));

    [Theory]
    [InlineData("1 985 5 ~ -10", "98.5", "99", null, "98")]
    [InlineData("0 7 7 0", "7", "14", "14")]
    [InlineData("2 -1225 ~ 1225", "-12.25", null, "0")]
    [InlineData("0 ~ ~", null, null)]
    public void A_trend_is_one_short_text(string text, params string?[] totals) =>
        AssertTrend($"\"{text}\"", totals);

    [Theory]
    [InlineData("[\"0.3333333333333333333333333333\",null,\"1\"]", "0.3333333333333333333333333333", null, "1")]
    [InlineData("[\"1\",\"70000000000000000000000000000\"]", "1", "70000000000000000000000000000")]
    public void Totals_that_are_too_long_for_it_are_written_one_by_one(string json, params string?[] totals) =>
        AssertTrend(json, totals);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"x 1\"")]
    [InlineData("\"7 1\"")]
    [InlineData("\"1 1.5\"")]
    [InlineData("\"1  1\"")]
    [InlineData("5")]
    public void What_is_no_trend_is_refused(string trend) => Assert.Throws<JsonException>(
        () => Read<BoardRow>($$"""{"entrant":"t07","names":{"zh":"七班"},"trend":{{trend}}}"""));

    [Fact]
    public void A_viewer_gets_what_it_shows()
    {
        var frame = new BoardFrame(
            "main/quarter/m1", 1, 1, DateTimeOffset.UnixEpoch, new DateOnly(2026, 7, 3), BoardMode.Current, "3f", 1,
            new Names("班组季度赛"), [], [], [Whole]);

        Assert.True(frame.For(ViewerKind.Wall).Rows[0].SameAs(Whole with { Cells = [] }));
        Assert.True(frame.For(ViewerKind.Live).Rows[0].SameAs(Whole with { Trend = null, PlaceBefore = null }));
        Assert.Same(frame, frame.For(ViewerKind.NotSet));
    }

    [Theory]
    [InlineData(ViewerKind.Wall, "http://plant/hubs/board?board=main%2Fquarter%2Fm1&viewer=wall")]
    [InlineData(ViewerKind.Live, "http://plant/hubs/board?board=main%2Fquarter%2Fm1&viewer=live")]
    public void A_viewer_says_what_it_is(ViewerKind viewer, string address)
    {
        var hub = BoardAddress.HubOf(new Uri("http://plant/"), "main/quarter/m1", viewer);

        Assert.Equal(address, hub.AbsoluteUri);
        Assert.Equal(viewer, BoardAddress.KindOf(address.Split('=')[^1]));
        Assert.Equal(ViewerKind.NotSet, BoardAddress.KindOf(""));
    }

    private static void AssertTrend(string json, string?[] totals)
    {
        var row = Whole with { Trend = [.. totals.Select(total => total is null ? null : (decimal?)Number(total))] };

        Assert.Contains($"\"trend\":{json}", Written(row), StringComparison.Ordinal);
        Assert.Equal(row.Trend, Read<BoardRow>(Written(row)).Trend);
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Written<T>(T value) => JsonSerializer.Serialize(value, GanchaoJson.Options);

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, GanchaoJson.Options)!;
}
