using System.Text;
using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Interfaces.Competitions;
using Ganchao.Grains.Tests.Plants;

namespace Ganchao.Grains.Tests.Boards;

public sealed class ObjectionTests(PlantFixture fixture)
{
    [Fact]
    public async Task What_is_objected_and_answered_is_kept_outside_of_the_chain()
    {
        var (plant, board) = await fixture.ContestAsync(teams: 2);

        var objected = await plant.TryRecordCompetitionAsync("contest", Objection());
        var answered = await plant.TryRecordCompetitionAsync("contest", Answer());

        Assert.Empty(objected.Refusals.Concat(answered.Refusals));
        Assert.DoesNotContain(
            plant.Events,
            stored => Encoding.UTF8.GetString(stored.Payload.Span).Contains("废品", StringComparison.Ordinal));
        Assert.Equal(
            ["一件废品不是我们的", "废品属切割一班"],
            fixture.Ledger.PrivateContentsOf(board.Plant).Select(kept => Encoding.UTF8.GetString(kept.Content.Span)));
    }

    [Fact]
    public async Task An_objection_sent_again_is_the_same_only_with_the_same_text()
    {
        var (plant, _) = await fixture.ContestAsync(teams: 2);
        var objection = Objection();
        await plant.TryRecordCompetitionAsync("contest", objection);

        var again = await plant.TryRecordCompetitionAsync("contest", objection);
        var other = await plant.TryRecordCompetitionAsync("contest", objection with { Text = "两件" });

        Assert.Empty(again.Refusals);
        Assert.Equal("id-taken", Assert.Single(other.Refusals).Rule);
    }

    [Theory]
    [InlineData("stage", "unknown-stage")]
    [InlineData("entrant", "unknown-entrant")]
    [InlineData("nobody", "entrants-missing")]
    [InlineData("text", "text-missing")]
    public async Task An_objection_says_what_it_is_about(string what, string rule)
    {
        var (plant, _) = await fixture.ContestAsync(teams: 2);

        var answer = await plant.TryRecordCompetitionAsync("contest", what switch
        {
            "stage" => Objection() with { Stage = new("m9") },
            "entrant" => Objection() with { Entrants = ["t0", "t9"] },
            "nobody" => Objection() with { Entrants = [] },
            _ => Objection() with { Text = null },
        });

        Assert.Equal(rule, Assert.Single(answer.Refusals).Rule);
    }

    [Fact]
    public async Task An_objection_is_answered_once()
    {
        var (plant, _) = await fixture.ContestAsync(teams: 2);
        var before = await plant.TryRecordCompetitionAsync("contest", Answer());
        await plant.TryRecordCompetitionAsync("contest", Objection());
        await plant.TryRecordCompetitionAsync("contest", Answer());

        var twice = await plant.TryRecordCompetitionAsync("contest", Answer());

        Assert.Equal("unknown-objection", Assert.Single(before.Refusals).Rule);
        Assert.Equal("answered-already", Assert.Single(twice.Refusals).Rule);
    }

    [Fact]
    public async Task A_stage_that_runs_is_not_made_final()
    {
        var (plant, _) = await fixture.ContestAsync(teams: 1);
        var committee = new Actor(ActorKind.Person, "committee", Role.Committee);

        var answer = await fixture.Grains.GetGrain<ICompetitionGrain>($"{plant.Id}/contest").Finalise(
            new StageDecision(Guid.NewGuid(), new("m3"), "7号"),
            committee,
            dryRun: true);

        var refusal = Assert.Single(answer.Refusals);
        Assert.Equal("stage-runs", refusal.Rule);
        Assert.Contains("2026-03-31", refusal.Message, StringComparison.Ordinal);
    }

    private static ObjectionLine Objection() => new()
    {
        Id = Guid.NewGuid(),
        Objection = new("YY-1"),
        Stage = new("m3"),
        Entrants = ["t0", "t1"],
        Text = "一件废品不是我们的",
    };

    private static ObjectionAnsweredLine Answer() => new()
    {
        Id = Guid.NewGuid(),
        Objection = new("YY-1"),
        Upheld = true,
        Decision = "劳赛〔2026〕3号",
        Answer = "废品属切割一班",
    };
}
