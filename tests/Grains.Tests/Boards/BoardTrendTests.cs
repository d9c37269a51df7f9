using Ganchao.Grains.Boards;
using Ganchao.Grains.Registers;
using Ganchao.Grains.Tests.Plants;
using Microsoft.Extensions.DependencyInjection;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Boards;

public sealed class BoardTrendTests(PlantFixture fixture)
{
    private const int Teams = 3;
    private const int LastDay = 8;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_point_of_a_trend_is_what_the_figures_of_its_day_and_those_before_add_up_to(int seed)
    {
        var stop = TestContext.Current.CancellationToken;
        var (plant, board) = await fixture.ContestAsync(Teams);
        var sheets = new ShiftBook(plant);
        await sheets.WriteAsync(ShiftBook.Strokes(seed, count: 60, Teams));
        var book = await fixture.Services.GetRequiredService<IPlantBooks>().RefreshAsync(plant.Id, stop);
        var setup = BoardSetup.Of(board, book, new RulebookShelf())!;
        var facts = await fixture.Ledger.ReadPeriodAsync(plant.Id, March, stop);
        var evening = book.Calendar.EndOf(March.Start.AddDays(LastDay - 1));

        var trend = await BoardTrend.OfAsync(setup, book, facts, evening, stop);

        var rows = trend!.On((await plant.ReadProvenAsync(board)).Rows);
        foreach (var team in Enumerable.Range(0, Teams))
        {
            Assert.Equal(
                Enumerable.Range(1, LastDay).Select(day => TotalOf(sheets, team, day)),
                rows.Single(row => row.Entrant == ShiftBook.TeamOf(team)).Trend!.SkipLast(1));
        }
    }

    private static decimal? TotalOf(ShiftBook sheets, int team, int lastDay)
    {
        var figures = sheets.Standing.Where(stroke => stroke.Team == team && stroke.Day <= lastDay).ToArray();
        return figures.Length == 0 ? null : figures.Sum(stroke => stroke.Value);
    }
}
