using Ganchao.EndToEnd.Walls;
using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Budgets;

/// <summary>What a wall may cost its network and its reader's patience, measured on what is delivered.</summary>
public class WallBudgetTests(Browsing browsing, ITestOutputHelper output)
{
    private static readonly string[] RuleEngine = ["Ganchao.Scoring", "Parlot", "YamlDotNet"];

    private const long FirstVisitBytes = 2_750_000;
    private const long NextVisitBytes = 40_000;
    private const int SlowLineBits = 1_600_000;
    private const int PaintedWithinMs = 1000;
    private static readonly TimeSpan SlowLineLatency = TimeSpan.FromMilliseconds(150);

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en-US")]
    public async Task A_first_visit_and_a_next_one_stay_within_their_bytes(string locale)
    {
        await using var context = await browsing.OpenAsync(new() { Locale = locale });

        var first = await VisitAsync(context);
        var next = await VisitAsync(context);

        output.WriteLine($"First visit {first.Bytes:N0} bytes, next {next.Bytes:N0}.");
        Assert.True(first.Bytes <= FirstVisitBytes, $"{first.Bytes:N0} bytes:\n{first}");
        Assert.True(next.Bytes <= NextVisitBytes, $"{next.Bytes:N0} bytes:\n{next}");
        Assert.DoesNotContain(first.Answers.Keys, IsRuleEngine);
        Assert.Contains("icudt_CJK", Assert.Single(first.Answers.Keys, IsCulture), StringComparison.Ordinal);
        Assert.All(first.Answers.Where(answer => answer.Key.EndsWith(".wasm", StringComparison.Ordinal)), answer =>
        {
            Assert.Equal("br", answer.Value.Headers["Content-Encoding"]);
            Assert.Contains("immutable", answer.Value.Headers["Cache-Control"], StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task All_rows_are_painted_within_a_second_on_a_slow_line()
    {
        await using var context = await browsing.OpenAsync();
        var page = await context.NewPageAsync();
        await Wire.SlowDownAsync(page, SlowLineBits, SlowLineLatency);
        await page.AddInitScriptAsync(
            """
            new PerformanceObserver(list => list.getEntriesByName('first-contentful-paint').forEach(paint => {
                window.painted = [paint.startTime, document.querySelectorAll('.wall .row .name').length];
            })).observe({ type: 'paint', buffered: true });
            """);

        await OpenWall.OpenAsync(page, RunningPlant.Wall);
        var painted = await page.WaitForFunctionAsync("window.painted");
        var (at, rows) = await painted.EvaluateAsync<float[]>("it => it") is [var time, var count] ? (time, count) : (0, 0);

        output.WriteLine($"Painted after {at:0} ms with {rows} rows.");
        Assert.True(at <= PaintedWithinMs, $"It took {at:0} ms.");
        Assert.True(rows >= HallPlant.Teams, $"Only {rows} rows were there.");
    }

    private static async Task<Wire> VisitAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        var wire = await Wire.TapAsync(page);
        var wall = await OpenWall.OpenAsync(page, RunningPlant.Wall);
        await wall.WaitForAsync("Live");
        await page.CloseAsync();
        return wire;
    }

    private static bool IsRuleEngine(string address) =>
        RuleEngine.Any(part => address.Contains(part, StringComparison.Ordinal));

    private static bool IsCulture(string address) => address.Contains("icudt", StringComparison.Ordinal);
}
