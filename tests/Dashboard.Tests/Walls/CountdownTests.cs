using System.Globalization;
using Ganchao.Client.Walls;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Boards;
using Ganchao.Dashboard.Tests.Boards;

namespace Ganchao.Dashboard.Tests.Walls;

/// <summary>The stage is July 2026.</summary>
public class CountdownTests
{
    [Theory]
    [InlineData("2026-06-29", BoardMode.Current, "2 天后开始")]
    [InlineData("2026-07-01", BoardMode.Current, "还剩 30 天")]
    [InlineData("2026-07-30", BoardMode.Current, "还剩 1 天")]
    [InlineData("2026-07-31", BoardMode.Current, "最后一天")]
    [InlineData("2026-08-01", BoardMode.Current, "已结束")]
    [InlineData("2026-08-20", BoardMode.Certified, "已结束")]
    [InlineData("2026-07-31", BoardMode.Final, "已结束")]
    public void A_wall_says_how_far_its_stage_has_come(string today, BoardMode mode, string said)
    {
        var view = FewBoards.View();
        view = view with { Frame = view.Frame with { Mode = mode } };

        Assert.Equal(
            said, Countdown.Of(view, DateOnly.Parse(today, CultureInfo.InvariantCulture), ReaderLanguage.Default));
    }
}
