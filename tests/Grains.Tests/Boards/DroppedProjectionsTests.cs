using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Boards;
using Ganchao.Grains.Tests.Plants;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Boards;

public sealed class DroppedProjectionsTests(PlantFixture fixture)
{
    private const int Teams = 3;

    [Fact]
    public async Task Everything_derived_may_be_deleted_while_entries_go_on_and_is_made_again_alike()
    {
        var (plant, board) = await fixture.ContestAsync(Teams);
        var book = new ShiftBook(plant);
        var entering = book.WriteAsync(ShiftBook.Strokes(31, 100, Teams));
        while (!entering.IsCompleted)
        {
            await DropAsync(plant, board);
            await plant.ReadAsync(board);
        }

        await entering;
        var first = await plant.ReadProvenAsync(board);
        await DropAsync(plant, board);
        var second = await plant.ReadProvenAsync(board);
        await DropAsync(plant, board);
        var third = await plant.ReadProvenAsync(board);

        Assert.Equal(Rows(first), Rows(second));
        Assert.Equal(Rows(first), Rows(third));
        Assert.Equal(book.TotalOf(0), Value(third, "t0"));
    }

    [Fact]
    public async Task The_saved_standing_is_the_board_and_comes_back_after_it_was_deleted()
    {
        var (plant, board) = await fixture.ContestAsync(1);
        await plant.EnteredAsync("t0", 2, Entry("pieces", 7));
        var frame = await plant.ReadProvenAsync(board);
        var saved = await fixture.Ledger.ReadAsync(board, TestContext.Current.CancellationToken);

        await DropAsync(plant, board);
        await plant.ReadProvenAsync(board);

        Assert.Equal(Rows(frame), Rows(saved!));
        Assert.Equal(Rows(frame), Rows((await fixture.Ledger.ReadAsync(board, TestContext.Current.CancellationToken))!));
    }

    [Fact]
    public async Task A_board_that_wakes_up_from_its_snapshot_reads_only_what_came_later()
    {
        var (plant, board) = await ThousandEntriesAsync();
        var before = await plant.ReadProvenAsync(board);
        Assert.Equal(before.Position, (await SnapshotAsync(plant, board)).Position);
        fixture.Hints.Decide(plant.Id.Value, () => HintFate.IsLost);
        await plant.EnteredAsync("t1", 9, Entry("pieces", 5));
        var rows = await fixture.Ledger.ReadPeriodAsync(plant.Id, March, TestContext.Current.CancellationToken);

        fixture.Ledger.DropProjections(plant.Id);
        await plant.LoseAsync(plant.Standing(board));
        var asleep = await plant.ReadAsync(board);
        await fixture.Ledger.RebuildAsync(plant.Id, TestContext.Current.CancellationToken);
        await plant.LoseAsync(plant.Standing(board));
        var awake = await plant.ReadProvenAsync(board);
        await plant.Standing(board).Drop();
        var fromFacts = await plant.ReadProvenAsync(board);

        Assert.Equal(1_001, rows.Count);
        Assert.Equal(Rows(before), Rows(asleep)); // without any fact: this is the snapshot
        Assert.Equal(Rows(fromFacts), Rows(awake));
        Assert.Equal(5m, Value(awake, "t1"));
    }

    [Fact]
    public async Task A_snapshot_ahead_of_a_ledger_restored_from_a_backup_is_not_used()
    {
        var (plant, board) = await ThousandEntriesAsync();
        await plant.ReadProvenAsync(board);

        fixture.Ledger.RestoreBackup(plant.Id, plant.Events.Count - 1);
        await plant.LoseAsync(plant.Shift("t0", 2));
        await plant.LoseAsync(plant.Standing(board));

        Assert.Equal(999m, Value(await plant.ReadProvenAsync(board), "t0"));
    }

    [Fact]
    public async Task A_snapshot_of_another_history_is_not_used()
    {
        var (plant, board) = await ThousandEntriesAsync();
        await plant.ReadProvenAsync(board);

        fixture.Ledger.RestoreBackup(plant.Id, plant.Events.Count - 1);
        await plant.LoseAsync(plant.Shift("t0", 2));
        await plant.EnteredAsync("t0", 2, Entry("pieces", 7));
        await plant.LoseAsync(plant.Standing(board));

        Assert.Equal(1_006m, Value(await plant.ReadProvenAsync(board), "t0"));
    }

    [Fact]
    public async Task A_snapshot_from_before_a_register_moved_is_not_used()
    {
        var (plant, board) = await ThousandEntriesAsync();
        await plant.ReadProvenAsync(board);

        await plant.RecordAsync(RegisterName.Measures, Measure("scrap"));
        await plant.LoseAsync(plant.Standing(board));

        Assert.Equal(1_000m, Value(await plant.ReadProvenAsync(board), "t0"));
    }

    // Facts, saved standings, the board's memory and snapshot, a team's memory.
    private async Task DropAsync(TestPlant plant, BoardId board)
    {
        fixture.Ledger.DropProjections(plant.Id);
        await fixture.Ledger.RebuildAsync(plant.Id, TestContext.Current.CancellationToken);
        await plant.Standing(board).Drop();
        await plant.LoseAsync(plant.Team("t0"));
    }

    private async Task<(TestPlant Plant, BoardId Board)> ThousandEntriesAsync()
    {
        var plant = await fixture.NewPlant().WithAsync(
            "foundry: t0, t1", Measure("pieces") with { Entries = CellEntries.Many });
        var board = await plant.CompeteAsync("contest", Contest.Rulebook("value"), "t0", "t1");
        var answer = await plant.EnterAsync("t0", 2, [.. Enumerable.Repeat(1, 1_000).Select(pieces => Entry("pieces", pieces))]);
        Assert.Equal(EntryOutcome.Recorded, answer.Outcome);
        return (plant, board);
    }

    private async Task<StandingSnapshot> SnapshotAsync(TestPlant plant, BoardId board)
    {
        var state = new GrainState<StandingSnapshot>(new StandingSnapshot());
        await fixture.Services.GetRequiredKeyedService<IGrainStorage>(StandingGrain.Storage)
            .ReadStateAsync("standing", plant.Standing(board).GetGrainId(), state);
        return state.State!;
    }
}
