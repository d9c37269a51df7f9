using Ganchao.Client.Live;

namespace Ganchao.Dashboard.Tests.Live;

/// <summary>The state table of live pages, row by row.</summary>
public class FreshnessTests
{
    [Theory]
    [InlineData(nameof(FeedStatus.NotSet), 0, false, nameof(LiveState.Loading))]
    [InlineData(nameof(FeedStatus.Down), 60, false, nameof(LiveState.Loading))]
    [InlineData(nameof(FeedStatus.Socket), 0, false, nameof(LiveState.Loading))]     // connected, nothing heard
    [InlineData(nameof(FeedStatus.Socket), 8, true, nameof(LiveState.Live))]
    [InlineData(nameof(FeedStatus.Polling), 8, true, nameof(LiveState.Live))]
    [InlineData(nameof(FeedStatus.Socket), 8.1, true, nameof(LiveState.Stale))]      // a frozen server keeps its socket
    [InlineData(nameof(FeedStatus.Down), 0, true, nameof(LiveState.Reconnecting))]   // fresh, but nobody listens
    [InlineData(nameof(FeedStatus.Down), 60, true, nameof(LiveState.Reconnecting))]
    [InlineData(nameof(FeedStatus.Down), 60.1, true, nameof(LiveState.Stale))]
    [InlineData(nameof(FeedStatus.Down), 60.1, false, nameof(LiveState.Stale))]
    [InlineData(nameof(FeedStatus.Socket), 300, true, nameof(LiveState.Stale))]
    [InlineData(nameof(FeedStatus.Down), 300.1, true, nameof(LiveState.Offline))]
    [InlineData(nameof(FeedStatus.Down), 3600, true, nameof(LiveState.Offline))]
    [InlineData(nameof(FeedStatus.Down), 3600.1, true, nameof(LiveState.Gone))]
    [InlineData(nameof(FeedStatus.NotSet), 3600.1, false, nameof(LiveState.Gone))]
    public void A_board_claims_no_more_than_it_heard(string status, double ageSeconds, bool hasHeard, string state) =>
        Assert.Equal(
            Enum.Parse<LiveState>(state),
            Freshness.Of(Enum.Parse<FeedStatus>(status), TimeSpan.FromSeconds(ageSeconds), hasHeard));
}
