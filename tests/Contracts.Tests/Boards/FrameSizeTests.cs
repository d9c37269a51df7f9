using System.Text.Json;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Json;

namespace Ganchao.Contracts.Tests.Boards;

/// <summary>What a thousand viewers get each second has to be small.</summary>
public class FrameSizeTests(ITestOutputHelper output)
{
    private const int Teams = 30;
    private const int FullFrameBytes = 6_000;
    private const int DeltaBytes = 1_000;

    [Theory]
    [InlineData(ViewerKind.Wall)]
    [InlineData(ViewerKind.Live)]
    public void A_full_frame_of_thirty_teams_is_sent_once_and_still_small(ViewerKind viewer)
    {
        var bytes = BytesOf(Frame(seq: 1, moved: 0).For(viewer));

        output.WriteLine($"{bytes} bytes");
        Assert.True(bytes <= FullFrameBytes, $"{bytes} bytes");
    }

    [Theory]
    [InlineData(ViewerKind.Wall)]
    [InlineData(ViewerKind.Live)]
    public void One_entry_sends_its_row_and_the_order_only(ViewerKind viewer)
    {
        var delta = BoardDelta.Between(Frame(seq: 1, moved: 0).For(viewer), Frame(seq: 2, moved: 29).For(viewer))!;

        var bytes = BytesOf(delta);

        output.WriteLine($"{bytes} bytes");
        Assert.Single(delta.Rows);
        Assert.True(bytes <= DeltaBytes, $"{bytes} bytes");
    }

    private static int BytesOf<T>(T message) => JsonSerializer.SerializeToUtf8Bytes(message, GanchaoJson.Options).Length;

    private static BoardFrame Frame(long seq, int moved) => new(
        "heji-zyc/production/2026-q1",
        Epoch: 17,
        seq,
        new DateTimeOffset(2026, 3, 2, 6, 5, 3, TimeSpan.Zero),
        new DateOnly(2026, 3, 2),
        BoardMode.Current,
        new string('a', 64),
        Position: 123_456,
        new Names("产量竞赛 · 一季度", "Output contest · first quarter"),
        [new BoardColumn("output", new Names("产量", "Output"), "t", 2, 1)],
        [],
        [.. Enumerable.Range(1, Teams).Select(team => Row(team, team == moved ? 0.5m : 0))]);

    private static BoardRow Row(int team, decimal more) => new(
        $"t{team:00}",
        new Names($"支架焊接{team}班", $"Support welding {team}"),
        Division: null,
        Place: team,
        Guest: false,
        Total: 110.5m - team + more,
        Mark: null,
        Eligible: true,
        [new BoardCell(1386.26m - team + more, 110.5m - team + more, null)],
        [],
        PlaceBefore: team,
        Trend: [.. Enumerable.Range(1, 14).Select(day => (decimal?)(day * 7.5m)), 110.5m - team + more]);
}
