using System.Net;
using System.Text;
using System.Text.Json;
using Ganchao.Contracts.Boards;
using Ganchao.Silo.CommandLine;

namespace Ganchao.Cluster.Tests.Decisions;

/// <summary>A month of long ago is certified, decided on, and stays what it was; from outside, on both databases.</summary>
public class FinalStandingTests
{
    private const string Final = $"/api/boards/{SmallPlant.Board}/final";
    private const string Total = $"/api/certifications/{SmallPlant.Plant}/kwh/team/t07/2015-01-01/2015-02-01";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_month_is_certified_made_final_and_never_computed_again(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        var decided = await DecideAsync(database);

        await using (var restarted = await RunningSilo.StartAsync(database))
        {
            await SmallPlant.AssertEnteredAsync(
                restarted, SmallPlant.Sheet("t08"), SmallPlant.Entry(SmallPlant.Id(2), value: 900));
            await restarted.AssertRecountIsEqualAsync(SmallPlant.Board);

            var frame = await restarted.ReadFrameAsync(SmallPlant.Board);
            Assert.Equal((BoardMode.Final, decided.Position), (frame.Mode, frame.Position));
            Assert.Equal(Api.RowsOf(decided), Api.RowsOf(frame));
            await restarted.StopAsync();
        }

        await Commands.AssertNothingIsWrongAsync(database);
        await database.TamperAsync("delete from standing where kind = 'final'");
        var verified = await Commands.VerifyAsync(database);
        Assert.Equal(VerifyCommand.Wrong, verified.Code);
        Assert.Contains("FinalMissing: p1/competition/saving", verified.ToString(), StringComparison.Ordinal);

        await using var without = await RunningSilo.StartAsync(database);
        using var missing = await without.Http.GetAsync(
            new Uri($"/api/boards/{SmallPlant.Board}/frame", UriKind.Relative), Token);
        await AssertRefusedAsync(HttpStatusCode.InternalServerError, "final-missing", missing);
    }

    private static async Task<BoardFrame> DecideAsync(SiloDatabase database)
    {
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        await AssertTakenAsync(silo, $"/api/plants/{SmallPlant.Plant}/registers/measures/lines", Certified);
        await SmallPlant.AssertEnteredAsync(silo, SmallPlant.Sheet(), SmallPlant.Entry(SmallPlant.Id(1)));
        await silo.AssertRecountIsEqualAsync(SmallPlant.Board);
        var waiting = await silo.ReadFrameAsync(SmallPlant.Board);
        Assert.Equal((BoardMode.Current, "质检科"), (waiting.Mode, Assert.Single(waiting.Waiting).Zh));

        await AssertTakenAsync(silo, Total, Accepted);
        await silo.AssertRecountIsEqualAsync(SmallPlant.Board);
        Assert.Equal(BoardMode.Certified, (await silo.ReadFrameAsync(SmallPlant.Board)).Mode);

        await AssertTakenAsync(silo, $"{Final}/{SmallPlant.Id(20)}", Decision);
        await AssertTakenAsync(silo, $"{Final}/{SmallPlant.Id(20)}", Decision);
        using var second = await PutAsync(silo, $"{Final}/{SmallPlant.Id(21)}", Decision);
        await AssertRefusedAsync(HttpStatusCode.UnprocessableEntity, "stage-final", second);
        var frame = await silo.ReadFrameAsync(SmallPlant.Board);
        Assert.Equal(BoardMode.Final, frame.Mode);
        await silo.StopAsync();
        return frame;
    }

    private static string Certified =>
        $$"""
        {"lines":[{"type":"measure","id":"{{SmallPlant.Id(10)}}","measure":"kwh","names":{"zh":"用电"},"unit":"kWh",
        "decimals":2,"kind":"additive","subject":"team","occasion":"shift","entries":"many","min":"0",
        "certifiers":["quality"]}]}
        """;

    private static string Accepted =>
        $$"""{"lines":[{"type":"accepted","id":"{{SmallPlant.Id(11)}}","department":"quality","opinion":"与电表相符"}]}""";

    private static string Decision => """{"decision":"劳赛〔2015〕2号"}""";

    private static async Task AssertTakenAsync(RunningSilo silo, string address, string body)
    {
        using var answer = await PutAsync(silo, address, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Token));
    }

    private static async Task AssertRefusedAsync(HttpStatusCode status, string rule, HttpResponseMessage answer)
    {
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token)).RootElement;
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(rule, problem.GetProperty("refusals")[0].GetProperty("rule").GetString());
    }

    private static Task<HttpResponseMessage> PutAsync(RunningSilo silo, string address, string body) =>
        silo.Http.PutAsync(
            new Uri(address, UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"), Token);
}
