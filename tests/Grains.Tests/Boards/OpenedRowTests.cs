using Ganchao.Contracts.Boards;
using Ganchao.Grains.Boards;
using Ganchao.Grains.Tests.Plants;
using Microsoft.Extensions.DependencyInjection;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Boards;

public sealed class OpenedRowTests(PlantFixture fixture)
{
    [Fact]
    public async Task A_row_opens_with_the_facts_that_count_for_it()
    {
        var (plant, board) = await fixture.ContestAsync(2);
        var entry = await plant.EnteredAsync("t0", 2, Entry("pieces", 5));
        await plant.EnteredAsync("t1", 2, Entry("pieces", 7));

        var opened = await OpenAsync(await plant.ReadProvenAsync(board), "t0");

        Assert.Equal(5m, opened!.Explanation.Result.Number);
        Assert.Equal([entry.Id], opened.Facts.Select(fact => fact.Entry));
    }

    [Fact]
    public async Task A_final_board_is_explained_by_what_it_was_made_of_whatever_comes_later()
    {
        var (plant, board) = await fixture.ContestAsync(1);
        var entry = await plant.EnteredAsync("t0", 2, Entry("pieces", 5));
        var frame = await plant.ReadProvenAsync(board);
        var final = frame with { Mode = BoardMode.Final };
        var untouched = await OpenAsync(final, "t0");
        await plant.EnteredAsync("t0", 2, Correction(entry, 9));
        await plant.AdoptAsync("contest", Contest.Rulebook("value * 2"));

        var later = await OpenAsync(final, "t0");

        Assert.Equal(5m, untouched!.Explanation.Result.Number);
        Assert.Equal(5m, later!.Explanation.Result.Number);
        Assert.Equal([entry.Id], later.Facts.Select(fact => fact.Entry));
        Assert.Equal(18m, (await OpenAsync(frame, "t0"))!.Explanation.Result.Number);
    }

    [Fact]
    public async Task Who_is_not_enrolled_has_no_row_to_open()
    {
        var (plant, board) = await fixture.ContestAsync(1);

        Assert.Null(await OpenAsync(await plant.ReadProvenAsync(board), "nobody"));
    }

    private Task<OpenedRow?> OpenAsync(BoardFrame frame, string entrant) =>
        fixture.Services.GetRequiredService<Recount>().OpenAsync(frame, entrant, TestContext.Current.CancellationToken);
}
