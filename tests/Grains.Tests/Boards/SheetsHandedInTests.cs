using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Boards;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Grains.Tests.Plants;
using Microsoft.Extensions.DependencyInjection;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Boards;

public sealed class SheetsHandedInTests(PlantFixture fixture)
{
    private const string HandedIn =
        """
        language: 1
        code: sheets
        names: 班报
        entrants: team
        inputs: { 班报: { measure: sheets_handed_in, plan: original }, 件数: pieces }
        indicators:
          班报率: { names: 班报, value: sum(班报) / plan(班报) }
          产量: { names: 产量, value: sum(件数) }
        ranking: { by: [ total desc ] }
        """;

    [Fact]
    public async Task A_sheet_that_is_signed_off_counts_against_the_number_of_shifts()
    {
        var (plant, board) = await ContestAsync();
        await plant.EnteredAsync("t1", 2, Entry("pieces", 5));
        await plant.ReadHintedAsync(board, read => Value(read, "t1", 1) == 5);

        await SignOffAsync(plant, day: 2);

        var hinted = await plant.ReadHintedAsync(board, read => Value(read, "t1") == 0.05m);
        Assert.Equal((0.05m, 5m), (Value(hinted, "t1"), Value(hinted, "t1", 1)));
        Assert.Empty((await plant.RecountAsync(hinted)).Differences);
    }

    [Fact]
    public async Task A_correction_after_hand_over_leaves_the_sheet_handed_in()
    {
        var (plant, board) = await ContestAsync();
        var entry = await plant.EnteredAsync("t1", 2, Entry("pieces", 5));
        await SignOffAsync(plant, day: 2);

        await plant.EnteredAsync("t1", 2, Correction(entry, 6));

        var hinted = await plant.ReadHintedAsync(board, read => Value(read, "t1", 1) == 6);
        Assert.Equal(0.05m, Value(hinted, "t1"));
        Assert.Empty((await plant.RecountAsync(hinted)).Differences);
    }

    [Fact]
    public async Task A_sign_off_of_before_such_figures_counts_once_facts_are_derived_again()
    {
        var (plant, board) = await ContestAsync();
        await plant.WriteElsewhereAsync(StreamKind.Shift, "t1/2026-03-02/day", (Guid.NewGuid(), new SheetSignedOff(3)));
        fixture.Ledger.DropProjections(plant.Id);
        await fixture.Ledger.RebuildAsync(plant.Id, TestContext.Current.CancellationToken);

        Assert.Equal(0.05m, Value(await plant.ReadProvenAsync(board), "t1"));
    }

    [Fact]
    public async Task Nobody_enters_how_many_sheets_were_handed_in()
    {
        var (plant, _) = await ContestAsync();

        var answer = await plant.EnterAsync("t1", 2, Entry("sheets_handed_in", 22));

        var refusal = Assert.Single(answer.Refusals);
        Assert.Equal(("reserved-measure", "entries[0].measure"), (refusal.Rule, refusal.Field));
    }

    [Fact]
    public async Task Nobody_is_asked_to_enter_it_either()
    {
        var (plant, _) = await ContestAsync();
        var books = fixture.Services.GetRequiredService<IPlantBooks>();
        var book = await books.RefreshAsync(plant.Id, TestContext.Current.CancellationToken);

        var board = Assert.Single(fixture.Services.GetRequiredService<ICountedMeasures>().BoardsOf(
            book, SubjectId.Team(new UnitId("t1")), new DateOnly(2026, 3, 2)));

        Assert.Equal(["pieces"], board.Measures.Select(counted => counted.Measure.Value));
    }

    [Fact]
    public async Task A_plant_may_name_the_measure_but_not_change_what_it_is()
    {
        var (plant, _) = await ContestAsync();

        var renamed = await plant.TryRecordAsync(
            RegisterName.Measures, ReservedMeasures.Of(ReservedMeasures.SheetsHandedIn)! with
            {
                Id = Guid.NewGuid(),
                Names = new("交班的班报"),
            });
        var changed = await plant.TryRecordAsync(RegisterName.Measures, Measure("sheets_handed_in", 2));

        Assert.Empty(renamed.Refusals);
        Assert.Equal("measure-changed", Assert.Single(changed.Refusals).Rule);
    }

    private async Task<(TestPlant Plant, Contracts.Boards.BoardId Board)> ContestAsync()
    {
        var plant = await fixture.NewPlant().WithAsync("foundry: t1", Measure("pieces"));
        await plant.RecordAsync(RegisterName.Plans, new PlanLine
        {
            Id = Guid.NewGuid(),
            Measure = ReservedMeasures.SheetsHandedIn,
            Subject = SubjectId.Team(new UnitId("t1")),
            Period = March,
            Value = 20,
        });
        return (plant, await plant.CompeteAsync("sheets", HandedIn, "t1"));
    }

    private static async Task SignOffAsync(TestPlant plant, int day) =>
        Assert.Equal(
            EntryOutcome.Recorded, (await plant.Shift("t1", day).SignOff(Guid.NewGuid(), Lead)).Outcome);
}
