using System.Net;

namespace Ganchao.Cluster.Tests.Explanations;

/// <summary>The page that opens a score, on a running system.</summary>
public class ExplanationTests
{
    private const string Page = $"/explain/{SmallPlant.Board}/t07";

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_score_opens_down_to_who_entered_what_on_which_sheet(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        await SmallPlant.AssertEnteredAsync(silo, SmallPlant.Sheet(), SmallPlant.Entry(SmallPlant.Id(1), 12.5m));

        // The recount reconciles first: hints may still be on their way.
        await silo.AssertRecountIsEqualAsync(SmallPlant.Board);
        var page = await silo.Http.GetStringAsync(new Uri(Page, UriKind.Relative), Token);

        Assert.Contains("7班", page, StringComparison.Ordinal);
        Assert.Contains("sum(kwh)", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/entry/history/p1/t07/2015-01-05/day\">7班 白班</a>", page, StringComparison.Ordinal);
        Assert.Contains("12.50", page, StringComparison.Ordinal);
        Assert.Contains("统计员", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"notice\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_clicks_at_once_are_answered_or_asked_to_wait_while_entries_go_on()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);

        var clicks = Enumerable.Range(0, 100).Select(_ => silo.Http.GetAsync(new Uri(Page, UriKind.Relative), Token)).ToArray();
        await SmallPlant.AssertEnteredAsync(silo, SmallPlant.Sheet(), SmallPlant.Entry(SmallPlant.Id(1), 12.5m));
        var answers = await Task.WhenAll(clicks);

        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(
            answers,
            answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, silo.Log));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
