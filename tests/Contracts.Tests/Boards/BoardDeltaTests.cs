using System.Text.Json;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Json;

namespace Ganchao.Contracts.Tests.Boards;

public class BoardDeltaTests
{
    [Fact]
    public void A_delta_holds_the_rows_that_differ_and_makes_the_later_frame_of_the_earlier()
    {
        var before = Frame(1, Row("a", 1, 10), Row("b", 2, 9), Row("c", 3, 8));
        var after = Frame(2, Row("a", 1, 10), Row("c", 2, 9.5m), Row("b", 3, 9));

        var delta = BoardDelta.Between(before, after)!;

        Assert.Equal(["c", "b"], delta.Rows.Select(row => row.Entrant));
        Assert.Equal(["a", "c", "b"], delta.Order!);
        Assert.Equal(Text(after), Text(delta.On(before)));
    }

    [Fact]
    public void Rows_of_equal_content_are_not_sent_again_and_the_order_only_where_it_changed()
    {
        var delta = BoardDelta.Between(Frame(1, Row("a", 1, 10)), Frame(2, Row("a", 1, 10)))!;

        Assert.Empty(delta.Rows);
        Assert.Null(delta.Order);
    }

    [Fact]
    public void An_entrant_that_left_is_gone()
    {
        var before = Frame(1, Row("a", 1, 10), Row("b", 2, 9));
        var after = Frame(2, Row("b", 1, 9));

        Assert.Equal(Text(after), Text(BoardDelta.Between(before, after)!.On(before)));
    }

    [Theory]
    [InlineData(1, 2)]    // a frame in between was lost
    [InlineData(2, 1)]    // another activation of the standing
    public void On_any_other_frame_it_is_worthless(long epoch, long seq)
    {
        var delta = BoardDelta.Between(Frame(1, Row("a", 1, 10)), Frame(2, Row("a", 1, 11)))!;

        Assert.Null(delta.On(Frame(seq, Row("a", 1, 10)) with { Epoch = epoch }));
    }

    [Fact]
    public void Where_more_than_rows_changed_the_whole_frame_is_to_be_sent()
    {
        var before = Frame(1, Row("a", 1, 10));

        Assert.Null(BoardDelta.Between(before, Frame(2, Row("a", 1, 10)) with { Mode = BoardMode.Final }));
        Assert.Null(BoardDelta.Between(before, Frame(2, Row("a", 1, 10)) with { Names = new Names("别的") }));
        Assert.Null(BoardDelta.Between(before, Frame(2, Row("a", 1, 10)) with { Epoch = 2 }));
    }

    [Fact]
    public void An_award_that_changes_hands_is_sent_with_both_rows_and_nothing_else()
    {
        var flag = new BoardHonour("flag");
        var before = Frame(1, Row("a", 1, 10) with { Awards = [flag] }, Row("b", 2, 9), Row("c", 3, 8));
        var after = Frame(2, Row("a", 1, 10), Row("b", 2, 9) with { Awards = [flag] }, Row("c", 3, 8));

        var delta = BoardDelta.Between(before, after)!;

        Assert.Equal(["a", "b"], delta.Rows.Select(row => row.Entrant));
        Assert.Equal(Text(after), Text(delta.On(before)));
        Assert.All(after.For(ViewerKind.Wall).Rows, row => Assert.Empty(row.Awards));
        Assert.Null(BoardDelta.Between(before, after with { Awards = [new BoardHonourName("flag", new Names("流动红旗"))] }));
    }

    private static BoardFrame Frame(long seq, params BoardRow[] rows) => new(
        "main/quarter/m1",
        Epoch: 1,
        seq,
        new DateTimeOffset(2026, 7, 3, 6, 5, (int)seq, TimeSpan.Zero),
        new DateOnly(2026, 7, 3),
        BoardMode.Current,
        "3fa94c1d5b",
        Position: seq,
        new Names("班组季度赛"),
        [new BoardColumn("output", new Names("产量"), "t", 2, 1)],
        [],
        rows);

    private static BoardRow Row(string team, decimal place, decimal total) => new(
        team, new Names(team), null, place, Guest: false, total, Mark: null, Eligible: true,
        [new BoardCell(total, total, null)], []);

    private static string Text(BoardFrame? frame) => JsonSerializer.Serialize(frame, GanchaoJson.Options);
}
