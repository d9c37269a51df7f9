using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Boards;
using Ganchao.Grains.Interfaces.Competitions;
using Ganchao.Grains.Tests.Plants;
using Microsoft.Extensions.DependencyInjection;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Boards;

/// <summary>
/// What rulebooks know besides figures: the stage before, figures from outside, decisions, tags. March has ended.
/// </summary>
public sealed class StageHistoryTests(AprilFixture fixture) : IClassFixture<AprilFixture>
{
    private const string Rulebook =
        """
        language: 1
        code: history
        names: 连续竞赛
        entrants: team
        inputs: { 件数: pieces }
        carries: { 结转: { start: 0, formula: carried(结转) + sum(件数) } }
        adjustments: { 嘉奖: { from: 0, to: 5 } }
        indicators:
          结转分: { names: 结转, value: carried(结转) }
          外部: { names: 外部, value: "ifna(reference(线), 0)" }
          嘉奖分: { names: 嘉奖, value: "ifna(adjustment(嘉奖), 0)" }
          片区: { names: 片区, value: "if(ifna(tag(zone), \"\") = \"II\", 1, 0)" }
          阶段: { names: 阶段, value: stageNumber }
        ranking: { by: [ total desc ] }
        """;

    private static readonly Actor Committee = new(ActorKind.Person, "committee", Role.Committee);
    private static readonly StageCode March3 = new("m3");
    private static readonly StageCode April4 = new("m4");

    [Fact]
    public async Task What_a_stage_carries_over_counts_in_the_next_once_it_is_final()
    {
        var (plant, march) = await PlantAsync();
        await plant.EnteredAsync("t0", 2, Entry("pieces", 5));
        var april = march with { Stage = April4 };

        var open = await plant.ReadProvenAsync(april);
        await FinaliseAsync(plant, march);
        var next = await plant.ReadProvenAsync(april);

        Assert.Equal((null, "NotDecided"), (Cell(open, "t0", 0).Value, Cell(open, "t0", 0).Mark));
        Assert.Equal(5m, Cell(next, "t0", 0).Value);
        Assert.Equal((1m, 2m), (Cell(await plant.ReadAsync(march), "t0", 4).Value, Cell(next, "t0", 4).Value));
    }

    [Fact]
    public async Task A_reference_a_decision_and_a_tag_count_as_soon_as_they_are_recorded()
    {
        var (plant, march) = await PlantAsync();
        await plant.EnteredAsync("t0", 2, Entry("pieces", 5));
        await plant.ReadProvenAsync(march);

        await plant.RecordAsync(
            RegisterName.Coefficients, new TagLine { Id = Guid.NewGuid(), Name = "zone", Entrant = "t0", Text = "II" });
        Assert.Empty((await plant.TryRecordCompetitionAsync("contest", new ReferenceLine
        {
            Id = Guid.NewGuid(),
            Stage = March3,
            Name = "线",
            Value = 12.5m,
            Source = "省公司通报",
        })).Refusals);
        Assert.Empty((await CompetitionOf(plant, march).Record(
            new CompetitionLines([Adjusted(3m)]), Committee, null, dryRun: false)).Refusals);

        var frame = await plant.ReadProvenAsync(march);
        Assert.Equal([12.5m, 3m, 1m], Enumerable.Range(1, 3).Select(cell => Cell(frame, "t0", cell).Value!.Value));
        Assert.Equal(0m, Cell(frame, "t1", 2).Value);
    }

    [Fact]
    public async Task Only_the_committee_decides_for_known_entrants_of_open_stages_and_says_by_which_decision()
    {
        var (plant, march) = await PlantAsync();

        async Task<string> RefusedAs(AdjustmentLine line, Actor actor) => Assert.Single(
            (await CompetitionOf(plant, march).Record(new CompetitionLines([line]), actor, null, dryRun: true)).Refusals).Rule;

        Assert.Equal("wrong-role", await RefusedAs(Adjusted(3m), Office));
        Assert.Equal("decision-missing", await RefusedAs(Adjusted(3m) with { Decision = " " }, Committee));
        Assert.Equal("unknown-entrant", await RefusedAs(Adjusted(3m) with { Entrant = "t9" }, Committee));
        await FinaliseAsync(plant, march);
        Assert.Equal("stage-final", await RefusedAs(Adjusted(3m), Committee));
    }

    private static AdjustmentLine Adjusted(decimal amount) => new()
    {
        Id = Guid.NewGuid(),
        Stage = March3,
        Entrant = "t0",
        Name = "嘉奖",
        Amount = amount,
        Decision = "劳赛〔2026〕9号",
    };

    private async Task<(TestPlant Plant, BoardId March)> PlantAsync()
    {
        var plant = await fixture.NewPlant().WithAsync("foundry: t0, t1", Measure("pieces"));
        var board = await plant.CompeteAsync("contest", Rulebook, "t0", "t1");
        Assert.Empty((await plant.TryRecordCompetitionAsync("contest", new StageLine
        {
            Id = Guid.NewGuid(),
            Stage = April4,
            Names = new("4月"),
            Dates = new(new(2026, 4, 1), new(2026, 5, 1)),
        })).Refusals);
        return (plant, board);
    }

    private async Task FinaliseAsync(TestPlant plant, BoardId board)
    {
        var frame = await plant.Standing(board).ReadForFinal();
        Assert.NotNull(frame);
        var token = TestContext.Current.CancellationToken;
        var hash = await fixture.Ledger.SaveFinalAsync(board, frame, token);
        var left = await fixture.Services.GetRequiredService<Recount>().ReadLeftAsync(frame, token);
        var answer = await CompetitionOf(plant, board).Finalise(
            new StageDecision(Guid.NewGuid(), March3, "劳赛〔2026〕7号", frame.Position, hash, [.. left]), Committee, dryRun: false);
        Assert.Empty(answer.Refusals);
    }

    private static BoardCell Cell(BoardFrame frame, string entrant, int position) =>
        frame.Rows.Single(row => row.Entrant == entrant).Cells[position];

    private ICompetitionGrain CompetitionOf(TestPlant plant, BoardId board) =>
        fixture.Grains.GetGrain<ICompetitionGrain>($"{plant.Id}/{board.Competition}");
}
