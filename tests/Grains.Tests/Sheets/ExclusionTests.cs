using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Registers;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Sheets;

public sealed class ExclusionTests(PlantFixture fixture)
{
    // docs/rulebooks.md has the same as a recipe: twelve pieces an hour, of a shift of 480 minutes less what was agreed.
    private const string HourlyTarget =
        """
        language: 1
        code: hourly
        names: 小时定额
        entrants: team
        inputs: { 件数: pieces, 免计: excluded_minutes, 停电: { measure: excluded_minutes, detail: power-cut } }
        constants: { 每小时件数: 12, 班长: 480 }
        figures:
          应做: { names: 应做, per: shift, formula: "if(count(件数) > 0, 每小时件数 * (班长 - ifna(sum(免计), 0)) / 60, 0)" }
        indicators:
          达成率: { names: 达成率, value: { formula: sum(件数) / sum(应做) * 100, decimals: 2 } }
          停电分钟: { names: 停电分钟, value: "ifna(sum(停电), 0)" }
        ranking: { by: [ total desc ] }
        """;

    private static readonly Actor Foundry = new(ActorKind.Person, "foundry-1", Role.BranchOrganiser);
    private static readonly Actor OtherLead = new(ActorKind.Person, "lead-2", Role.ShiftLead);
    private static readonly Actor Certifier = new(ActorKind.Person, "power-1", Role.DepartmentCertifier);

    [Fact]
    public async Task An_agreed_stretch_takes_its_minutes_off_the_target_of_the_shift()
    {
        var (plant, board) = await ContestAsync();
        await plant.EnteredAsync("t1", 2, Entry("pieces", 72));
        await plant.EnteredAsync("t1", 3, Entry("pieces", 96));
        var before = await plant.ReadProvenAsync(board);
        var cut = await ProposedAsync(plant, 60, 180);
        var waiting = await plant.ReadProvenAsync(board);

        await AnsweredAsync(plant, cut.Id, ExclusionAct.Agree, Foundry);

        var hinted = await plant.ReadHintedAsync(board, read => Value(read, "t1", 1) == 120);
        Assert.Equal((87.5m, 87.5m), (Value(before, "t1"), Value(waiting, "t1")));      // 72 and 96 of 96
        Assert.Equal((100m, 120m), (Value(hinted, "t1"), Value(hinted, "t1", 1)));      // 72 of 72
        Assert.Empty((await plant.RecountAsync(hinted)).Differences);
        Assert.Equal(100m, Value(await plant.ReadProvenAsync(board), "t1"));
    }

    [Fact]
    public async Task A_mistaken_agreement_is_rejected_by_the_office_and_counts_no_more()
    {
        var (plant, board) = await ContestAsync();
        await plant.EnteredAsync("t1", 2, Entry("pieces", 72));
        var cut = await ProposedAsync(plant, 60, 180);
        await AnsweredAsync(plant, cut.Id, ExclusionAct.Agree, Foundry);

        await AnsweredAsync(plant, cut.Id, ExclusionAct.Reject, Office, side: null, "停电在另一车间");

        Assert.Equal(75m, Value(await plant.ReadProvenAsync(board), "t1"));
        Assert.Equal(ExclusionState.Rejected, (await StretchOf(plant, cut.Id)).State);
    }

    [Fact]
    public async Task What_was_agreed_is_derived_again_from_the_events_alone()
    {
        var (plant, board) = await ContestAsync();
        await plant.EnteredAsync("t1", 2, Entry("pieces", 72));
        var cut = await ProposedAsync(plant, 60, 180);
        await AnsweredAsync(plant, cut.Id, ExclusionAct.Agree, Foundry);

        fixture.Ledger.DropProjections(plant.Id);
        await fixture.Ledger.RebuildAsync(plant.Id, TestContext.Current.CancellationToken);
        await plant.LoseAsync(plant.Shift("t1", 2));

        var frame = await plant.ReadProvenAsync(board);
        Assert.Equal(100m, Value(frame, "t1"));
        Assert.Empty((await plant.RecountAtPositionAsync(frame)).Differences);
        Assert.Equal(ExclusionState.Agreed, (await StretchOf(plant, cut.Id)).State);
    }

    [Fact]
    public async Task A_contested_stretch_waits_for_the_decision_and_counts_once_it_is_upheld()
    {
        var (plant, board) = await ContestAsync();
        await plant.EnteredAsync("t1", 2, Entry("pieces", 72));
        var cut = await ProposedAsync(plant, 60, 180);
        await AnsweredAsync(plant, cut.Id, ExclusionAct.Contest, Foundry, reason: "只停了半小时");
        var contested = Value(await plant.ReadProvenAsync(board), "t1");

        var byBranch = await AnswerAsync(plant, cut.Id, ExclusionAct.Uphold, Foundry, side: null, "核对了电表");
        await AnsweredAsync(plant, cut.Id, ExclusionAct.Uphold, Office, side: null, "核对了电表");

        Assert.Equal(75m, contested);
        Assert.Equal("wrong-role", Assert.Single(byBranch.Refusals, refusal => refusal.Rule == "wrong-role").Rule);
        Assert.Equal(100m, Value(await plant.ReadProvenAsync(board), "t1"));
    }

    [Fact]
    public async Task Of_two_teams_the_branch_organiser_decides()
    {
        var plant = await PlantAsync();
        var late = await ProposedAsync(plant, 0, 60, ExclusionCause.ByOthers, "t2");
        await AnsweredAsync(plant, late.Id, ExclusionAct.Contest, OtherLead, reason: "按时交的料");

        await AnsweredAsync(plant, late.Id, ExclusionAct.Reject, Foundry, side: null, "查了交接记录");

        Assert.Equal(ExclusionState.Rejected, (await StretchOf(plant, late.Id)).State);
    }

    [Fact]
    public async Task The_responsible_side_may_propose_too_and_then_the_team_countersigns()
    {
        var plant = await PlantAsync();
        var cut = Form(0, 30) with { Responsible = new UnitId("power"), Side = ExclusionSide.Responsible };
        Assert.Empty((await plant.Shift("t1", 2).Propose(cut, Certifier)).Refusals);

        var own = await AnswerAsync(plant, cut.Id, ExclusionAct.Agree, Certifier);
        await AnsweredAsync(plant, cut.Id, ExclusionAct.Agree, Lead, ExclusionSide.Team);

        Assert.Contains(own.Refusals, refusal => refusal.Rule == "own-proposal");
        Assert.Equal(ExclusionState.Agreed, (await StretchOf(plant, cut.Id)).State);
    }

    [Fact]
    public async Task A_withdrawn_stretch_makes_room_for_another()
    {
        var plant = await PlantAsync();
        var first = await ProposedAsync(plant, 60, 180);
        await AnsweredAsync(plant, first.Id, ExclusionAct.Withdraw, Lead, ExclusionSide.Team);

        var second = await ProposedAsync(plant, 60, 90);
        await AnsweredAsync(plant, second.Id, ExclusionAct.Agree, Foundry);
        var tooLate = await AnswerAsync(plant, second.Id, ExclusionAct.Withdraw, Lead, ExclusionSide.Team);

        Assert.Equal("exclusion-settled", Assert.Single(tooLate.Refusals).Rule);
    }

    [Theory]
    [InlineData(0, 480, "")]
    [InlineData(0, 481, "outside-shift")]
    [InlineData(-1, 30, "outside-shift")]
    [InlineData(30, 30, "outside-shift")]
    [InlineData(120, 60, "outside-shift")]
    public async Task A_stretch_lies_in_the_shift(int from, int to, string expected)
    {
        var plant = await PlantAsync();

        var answer = await plant.Shift("t1", 2).Propose(Form(from, to), Lead);

        Assert.Equal(expected, string.Join(' ', answer.Refusals.Select(refusal => refusal.Rule)));
    }

    [Theory]
    [InlineData(0, 60, true)]
    [InlineData(180, 240, true)]
    [InlineData(0, 61, false)]
    [InlineData(100, 110, false)]
    [InlineData(179, 480, false)]
    public async Task Two_stretches_do_not_overlap(int from, int to, bool isTaken)
    {
        var plant = await PlantAsync();
        await ProposedAsync(plant, 60, 180);

        var answer = await plant.Shift("t1", 2).Propose(Form(from, to), Lead);

        Assert.Equal(isTaken ? "" : "overlaps", string.Join(' ', answer.Refusals.Select(refusal => refusal.Rule)));
    }

    [Theory]
    [InlineData("own-team", "responsible-own-team")]
    [InlineData("nobody", "unknown-unit")]
    [InlineData("no-cause", "cause-missing")]
    [InlineData("no-side", "side-missing")]
    [InlineData("auditor", "wrong-role")]
    [InlineData("no-id", "id-missing")]
    [InlineData("no-shift", "unknown-shift")]
    [InlineData("entry-id", "id-taken")]
    public async Task A_proposal_that_breaks_a_rule_is_refused(string what, string rule)
    {
        var plant = await PlantAsync();
        var entry = await plant.EnteredAsync("t1", 2, Entry("pieces", 72));
        var form = what switch
        {
            "own-team" => Form(0, 60) with { Responsible = new UnitId("t1") },
            "nobody" => Form(0, 60) with { Responsible = new UnitId("t9") },
            "no-cause" => Form(0, 60) with { Cause = ExclusionCause.NotSet },
            "no-side" => Form(0, 60) with { Side = ExclusionSide.NotSet },
            "no-id" => Form(0, 60) with { Id = Guid.Empty },
            "entry-id" => Form(0, 60) with { Id = entry.Id },
            _ => Form(0, 60),
        };
        var sheet = what == "no-shift"
            ? (IShiftGrain)plant.Sheet(StreamKind.Shift, "t1/2026-03-02/night")
            : plant.Shift("t1", 2);

        var answer = await sheet.Propose(form, what == "auditor" ? Lead with { Role = Role.Auditor } : Lead);

        Assert.Equal(rule, Assert.Single(answer.Refusals).Rule);
    }

    [Theory]
    [InlineData(ExclusionAct.Contest, "reason-missing")]
    [InlineData(ExclusionAct.NotSet, "act-missing")]
    public async Task An_answer_that_says_too_little_is_refused(ExclusionAct act, string rule)
    {
        var plant = await PlantAsync();
        var cut = await ProposedAsync(plant, 60, 180);

        var answer = await AnswerAsync(plant, cut.Id, act, Foundry);

        Assert.Equal(rule, Assert.Single(answer.Refusals).Rule);
    }

    [Fact]
    public async Task The_same_proposal_and_the_same_answer_are_taken_once()
    {
        var plant = await PlantAsync();
        var cut = Form(60, 180) with { Note = "外线停电" };
        var agreed = new ExclusionAnswer(Guid.NewGuid(), ExclusionAct.Agree, ExclusionSide.Responsible);
        var first = await plant.Shift("t1", 2).Propose(cut, Lead);
        await plant.Shift("t1", 2).AnswerExclusion(cut.Id, agreed, Foundry);
        await plant.LoseAsync(plant.Shift("t1", 2));

        var again = await plant.Shift("t1", 2).Propose(cut, Lead);
        var other = await plant.Shift("t1", 2).Propose(cut with { ToMinute = 190 }, Lead);
        var reworded = await plant.Shift("t1", 2).Propose(cut with { Note = "内线" }, Lead);
        var agreedAgain = await plant.Shift("t1", 2).AnswerExclusion(cut.Id, agreed, Foundry);

        Assert.Equal((EntryOutcome.AlreadyRecorded, first.Entries[0]), (again.Outcome, again.Entries[0]));
        Assert.Equal(("id-taken", "id-taken"), (other.Refusals[0].Rule, reworded.Refusals[0].Rule));
        Assert.Equal(EntryOutcome.AlreadyRecorded, agreedAgain.Outcome);
        Assert.Equal(2, plant.Events.Count(stored => stored.Stream.Kind == StreamKind.Shift));
    }

    [Fact]
    public async Task Nobody_of_another_branch_countersigns_once_roles_are_given()
    {
        var plant = await PlantAsync();
        var roles = new RegisterLines([
            Holds("boss", Role.Administrator, null),
            Holds("foundry-1", Role.BranchOrganiser, "foundry"),
            Holds("stranger", Role.BranchOrganiser, "yard"),
            Holds("lead", Role.ShiftLead, "t1")]);
        Assert.Empty((await fixture.Grains.GetGrain<IRegisterGrain>($"{plant.Id}/roles")
            .Record(roles, new Actor(ActorKind.System, "set-up", Role.Administrator), null, dryRun: false)).Refusals);
        var cut = await ProposedAsync(plant, 60, 180);

        var stranger = await AnswerAsync(
            plant, cut.Id, ExclusionAct.Agree, new Actor(ActorKind.Person, "stranger", Role.BranchOrganiser));
        await AnsweredAsync(plant, cut.Id, ExclusionAct.Agree, Foundry);

        Assert.Equal("role-not-held", Assert.Single(stranger.Refusals).Rule);
    }

    [Fact]
    public async Task Nobody_enters_excluded_minutes_by_hand()
    {
        var plant = await PlantAsync();

        var answer = await plant.EnterAsync("t1", 2, Entry("excluded_minutes", 60));

        Assert.Equal("reserved-measure", Assert.Single(answer.Refusals).Rule);
    }

    private async Task<TestPlant> PlantAsync()
    {
        var plant = await fixture.NewPlant().WithAsync("foundry: t1, t2; yard: t8", Measure("pieces"));
        await plant.RecordAsync(RegisterName.Organisation, Unit("power", UnitKind.Department, plant.Id.Value));
        return plant;
    }

    private async Task<(TestPlant Plant, BoardId Board)> ContestAsync()
    {
        var plant = await PlantAsync();
        return (plant, await plant.CompeteAsync("hourly", HourlyTarget, "t1"));
    }

    private static RoleLine Holds(string person, Role role, string? unit) => new()
    {
        Id = Guid.NewGuid(),
        From = March.Start,
        Person = new PersonId(person),
        Role = role,
        Unit = unit is null ? null : new UnitId(unit),
    };

    private static ExclusionForm Form(int from, int to) => new(
        Guid.NewGuid(), from, to, ExclusionCause.PowerCut, new UnitId("foundry"), ExclusionSide.Team);

    private static async Task<ExclusionForm> ProposedAsync(
        TestPlant plant, int from, int to, ExclusionCause cause = ExclusionCause.PowerCut, string responsible = "foundry")
    {
        var form = Form(from, to) with { Cause = cause, Responsible = new UnitId(responsible) };
        Assert.Empty((await plant.Shift("t1", 2).Propose(form, Lead)).Refusals);
        return form;
    }

    private static Task<EntryAnswer> AnswerAsync(
        TestPlant plant,
        Guid exclusion,
        ExclusionAct act,
        Actor actor,
        ExclusionSide? side = ExclusionSide.Responsible,
        string? reason = null) =>
        plant.Shift("t1", 2).AnswerExclusion(exclusion, new ExclusionAnswer(Guid.NewGuid(), act, side, reason), actor);

    private static async Task AnsweredAsync(
        TestPlant plant,
        Guid exclusion,
        ExclusionAct act,
        Actor actor,
        ExclusionSide? side = ExclusionSide.Responsible,
        string? reason = null) =>
        Assert.Empty((await AnswerAsync(plant, exclusion, act, actor, side, reason)).Refusals);

    private static async Task<SheetExclusion> StretchOf(TestPlant plant, Guid exclusion) =>
        (await plant.Shift("t1", 2).Read()).Exclusions!.Single(stretch => stretch.Id == exclusion);
}
