using System.Text.Json;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Json;
using Ganchao.Grains.Boards;
using Ganchao.Grains.Interfaces.Competitions;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Boards;

/// <summary>The plant's clock stands in April: March has ended.</summary>
public sealed class FinalStandingTests(AprilFixture fixture) : IClassFixture<AprilFixture>
{
    private static readonly Actor Committee = new(ActorKind.Person, "committee", Role.Committee);
    private static readonly StageCode March3 = new("m3");

    [Fact]
    public async Task A_final_standing_stays_as_it_was_decided_whatever_is_recorded_later()
    {
        var (plant, board) = await fixture.ContestAsync(teams: 2);
        await plant.EnteredAsync("t0", 2, Entry("pieces", 5));
        var before = await plant.ReadProvenAsync(board);

        var document = await FinaliseAsync(plant, board);
        await plant.EnteredAsync("t1", 3, Entry("pieces", 50));
        await plant.Standing(board).Reconcile();

        var after = await plant.ReadAsync(board);
        Assert.Equal((BoardMode.Final, document.Position), (after.Mode, after.Position));
        Assert.Equal(Rows(before), Rows(after));
        Assert.True((after.Epoch, after.Seq).CompareTo((before.Epoch, before.Seq)) > 0);
        Assert.Empty((await plant.RecountAsync(after)).Differences);
    }

    [Fact]
    public async Task A_final_standing_is_the_stored_document_after_a_restart_too()
    {
        var (plant, board) = await fixture.ContestAsync(teams: 2);
        await plant.EnteredAsync("t0", 2, Entry("pieces", 5));
        var document = await FinaliseAsync(plant, board);
        await plant.EnteredAsync("t1", 3, Entry("pieces", 50));
        fixture.Ledger.DropProjections(plant.Id);
        await plant.LoseAsync(plant.Standing(board));

        var served = await plant.ReadAsync(board);

        Assert.Equal(
            JsonSerializer.Serialize(document, GanchaoJson.Options),
            JsonSerializer.Serialize(
                served with { Epoch = document.Epoch, Seq = document.Seq }, GanchaoJson.Options));
    }

    [Fact]
    public async Task The_document_holds_exactly_what_the_ledger_says_at_its_position()
    {
        var (plant, board) = await fixture.ContestAsync(teams: 2);
        await plant.EnteredAsync("t0", 2, Entry("pieces", 5));
        await plant.EnteredAsync("t1", 3, Entry("pieces", 7));

        var document = await FinaliseAsync(plant, board);

        Assert.Empty((await plant.RecountAtPositionAsync(document)).Differences);
        Assert.Equal(7, document.Rows[0].Total);
    }

    [Fact]
    public async Task A_decision_sent_again_gets_the_same_answer_and_another_one_is_refused()
    {
        var (plant, board) = await fixture.ContestAsync(teams: 1);
        var document = await FinaliseAsync(plant, board);
        var line = (StageFinalisedLine)EventCodec.Decode(plant.Events[^1]);
        var decision = new StageDecision(line.Id, March3, line.Decision);

        var again = await Competition(plant, board).Finalise(decision, Committee, dryRun: false);
        var other = await Competition(plant, board).Finalise(decision with { Id = Guid.NewGuid() }, Committee, dryRun: true);

        Assert.Equal(EntryOutcome.AlreadyRecorded, again.Outcome);
        Assert.Equal(("stage-final", "lines[0].stage"), (other.Refusals[0].Rule, other.Refusals[0].Field));
        Assert.Equal(document.Position, line.Position);
    }

    [Fact]
    public async Task A_final_board_whose_document_is_lost_says_so_instead_of_computing_it_again()
    {
        var (plant, board) = await fixture.ContestAsync(teams: 1);
        await FinaliseAsync(plant, board);
        fixture.Ledger.LoseFinals(board);
        await plant.LoseAsync(plant.Standing(board));

        var loud = await Assert.ThrowsAsync<FinalStandingMissingException>(() => plant.Standing(board).ReadFrame());

        Assert.Contains("劳赛〔2026〕7号", loud.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_committee_makes_a_stage_final_and_never_by_a_line()
    {
        var (plant, board) = await fixture.ContestAsync(teams: 1);

        var office = await Competition(plant, board).Finalise(Decision(), Office, dryRun: true);
        var line = await plant.TryRecordCompetitionAsync("contest", new StageFinalisedLine
        {
            Id = Guid.NewGuid(),
            Stage = March3,
            Position = 7,
            Standing = "0f",
            Decision = "劳赛〔2026〕7号",
        });

        Assert.Equal("wrong-role", Assert.Single(office.Refusals).Rule);
        Assert.Equal("set-by-server", Assert.Single(line.Refusals).Rule);
    }

    [Fact]
    public async Task A_decision_bears_a_document_number()
    {
        var (plant, board) = await fixture.ContestAsync(teams: 1);

        var answer = await Competition(plant, board).Finalise(Decision() with { Decision = " " }, Committee, dryRun: true);

        Assert.Equal("decision-missing", Assert.Single(answer.Refusals).Rule);
    }

    [Fact]
    public async Task A_final_stage_does_not_move_to_other_dates()
    {
        var (plant, board) = await fixture.ContestAsync(teams: 1);
        await FinaliseAsync(plant, board);

        var answer = await plant.TryRecordCompetitionAsync("contest", new StageLine
        {
            Id = Guid.NewGuid(),
            Stage = March3,
            Names = new("3月"),
            Dates = March with { End = new DateOnly(2026, 3, 15) },
        });

        Assert.Equal("stage-final", Assert.Single(answer.Refusals).Rule);
    }

    private async Task<BoardFrame> FinaliseAsync(TestPlant plant, BoardId board)
    {
        var frame = await plant.Standing(board).ReadForFinal();
        Assert.NotNull(frame);
        var hash = await fixture.Ledger.SaveFinalAsync(board, frame, TestContext.Current.CancellationToken);
        var answer = await Competition(plant, board).Finalise(
            Decision() with { Position = frame.Position, Standing = hash }, Committee, dryRun: false);
        Assert.Empty(answer.Refusals);
        return frame;
    }

    private static StageDecision Decision() => new(Guid.NewGuid(), March3, "劳赛〔2026〕7号");

    private ICompetitionGrain Competition(TestPlant plant, BoardId board) =>
        fixture.Grains.GetGrain<ICompetitionGrain>($"{plant.Id}/{board.Competition}");
}
