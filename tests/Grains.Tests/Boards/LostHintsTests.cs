using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Boards;

public sealed class LostHintsTests(PlantFixture fixture)
{
    private const int Teams = 5;

    [Theory]
    [InlineData(1, 10, 10, 10)]
    [InlineData(2, 30, 20, 30)]
    [InlineData(3, 30, 0, 0)]
    [InlineData(4, 0, 30, 0)]
    [InlineData(5, 0, 0, 30)]
    public async Task However_hints_are_lost_doubled_or_late_one_reconciliation_makes_the_board_exact(
        int seed, int lost, int doubled, int heldBack)
    {
        var (plant, board) = await fixture.ContestAsync(Teams);
        var book = new ShiftBook(plant);
        await plant.ReadAsync(board);
        fixture.Hints.Decide(plant.Id.Value, new SeededFates(seed, lost, doubled, heldBack).Next);

        await book.WriteAsync(ShiftBook.Strokes(seed, 200, Teams));

        var frame = await plant.ReadProvenAsync(board);
        Assert.All(Enumerable.Range(0, Teams), team => Assert.Equal(book.TotalOf(team), Value(frame, ShiftBook.TeamOf(team))));
        Assert.Equal(plant.Events.Count, frame.Position);

        var late = await fixture.Hints.ReleaseAsync(plant.Id.Value);
        Assert.True(late > 0 == heldBack > 0);
        Assert.Equal(Rows(frame), Rows(await plant.ReadAsync(board)));

        await plant.TellTeamsAsync(0);
        await book.WriteAsync(ShiftBook.Strokes(seed + 100, 50, Teams));
        Assert.Equal(Rows(await plant.ReadProvenAsync(board)), Rows(await plant.ReadAsync(board)));
    }

    [Fact]
    public async Task Teams_that_the_tail_reader_told_need_no_reconciliation()
    {
        var (plant, board) = await fixture.ContestAsync(Teams);
        var book = new ShiftBook(plant);
        await plant.ReadAsync(board);
        fixture.Hints.Decide(plant.Id.Value, new SeededFates(6, 40, 10, 20).Next);
        await book.WriteAsync(ShiftBook.Strokes(6, 100, Teams));
        fixture.Hints.LetAllPass(plant.Id.Value);

        await plant.TellTeamsAsync(0);
        await book.WriteAsync(Enumerable.Range(0, Teams).Select(team => new Stroke(Deed.Enter, team, 9, 0, 1)));

        var frame = await plant.ReadHintedAsync(board, frame => Enumerable.Range(0, Teams)
            .All(team => Value(frame, ShiftBook.TeamOf(team)) == book.TotalOf(team)));
        Assert.Empty((await plant.RecountAsync(frame)).Differences);
    }

    [Fact]
    public async Task A_hint_reaches_the_board_without_a_reconciliation()
    {
        var (plant, board) = await fixture.ContestAsync(1);
        await plant.ReadAsync(board);
        await plant.Team("t0").CatchUp([]);

        await plant.EnteredAsync("t0", 2, Entry("pieces", 7));

        Assert.Equal(7m, Value(await plant.ReadHintedAsync(board, frame => Value(frame, "t0") == 7m), "t0"));
    }

    [Fact]
    public async Task The_first_entry_after_a_team_woke_up_reaches_the_board_too()
    {
        var (plant, board) = await fixture.ContestAsync(1);
        await plant.EnteredAsync("t0", 2, Entry("pieces", 7));
        await plant.ReadProvenAsync(board);
        await plant.LoseAsync(plant.Team("t0"));

        await plant.EnteredAsync("t0", 3, Entry("pieces", 5));

        Assert.Equal(12m, Value(await plant.ReadHintedAsync(board, frame => Value(frame, "t0") == 12m), "t0"));
    }

    [Fact]
    public async Task The_first_entry_after_a_register_moved_reaches_the_board_too()
    {
        var (plant, board) = await fixture.ContestAsync(1);
        await plant.EnteredAsync("t0", 2, Entry("pieces", 7));
        await plant.ReadProvenAsync(board);
        await plant.RecordAsync(RegisterName.Measures, Measure("scrap"));
        await plant.ReadAsync(board);

        await plant.EnteredAsync("t0", 3, Entry("pieces", 5));

        Assert.Equal(12m, Value(await plant.ReadHintedAsync(board, frame => Value(frame, "t0") == 12m), "t0"));
    }

    [Fact]
    public async Task Teams_that_go_while_hints_are_lost_leave_no_trace()
    {
        var (plant, board) = await fixture.ContestAsync(2);
        var book = new ShiftBook(plant);
        await plant.ReadAsync(board);
        fixture.Hints.Decide(plant.Id.Value, new SeededFates(7, 30, 10, 20).Next);

        foreach (var strokes in ShiftBook.Strokes(7, 60, 2).Chunk(10))
        {
            await book.WriteAsync(strokes);
            await plant.LoseAsync(plant.Team("t0"));
        }

        Assert.Equal(book.TotalOf(0), Value(await plant.ReadProvenAsync(board), "t0"));
        fixture.Hints.LetAllPass(plant.Id.Value);
        await book.WriteAsync(ShiftBook.Strokes(8, 20, 2));
        Assert.Equal(book.TotalOf(0), Value(await plant.ReadProvenAsync(board), "t0"));
    }

    [Fact]
    public async Task A_board_dropped_again_and_again_while_entries_go_on_is_exact_and_its_frames_grow()
    {
        var (plant, board) = await fixture.ContestAsync(2);
        var book = new ShiftBook(plant);
        var frames = new List<(long Epoch, long Seq)>();
        var entering = book.WriteAsync(ShiftBook.Strokes(9, 60, 2));

        for (var time = 0; time < 5; time++)
        {
            var frame = await plant.ReadAsync(board);
            frames.Add((frame.Epoch, frame.Seq));
            await plant.Standing(board).Drop();
        }

        await entering;
        var last = await plant.ReadProvenAsync(board);
        Assert.Equal(book.TotalOf(1), Value(last, "t1"));
        frames.Add((last.Epoch, last.Seq));
        Assert.Equal(frames.Order().Distinct(), frames);
    }

    [Fact]
    public async Task A_reconciliation_knows_what_another_silo_recorded_in_a_register()
    {
        var (plant, board) = await fixture.ContestAsync(2);
        await plant.ReadProvenAsync(board);
        var withdrawal = new WithdrawalLine { Id = Guid.NewGuid(), Entrant = "t0" };

        await plant.WriteElsewhereAsync(StreamKind.Competition, "contest", (withdrawal.Id, withdrawal));
        await plant.Standing(board).Reconcile();

        Assert.Equal(["t1"], (await plant.ReadAsync(board)).Rows.Select(row => row.Entrant));
    }

    [Fact]
    public async Task A_board_that_nobody_set_up_has_no_frame_and_leaves_nothing_behind()
    {
        var (plant, board) = await fixture.ContestAsync(1);

        var frame = await plant.Standing(board with { Stage = new("nowhere") }).ReadFrame();

        Assert.Null(frame);
        Assert.Equal(0, await plant.Standing(board with { Stage = new("nowhere") }).Reconcile());
    }
}
