using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Certifications;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Certifications;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Boards;

/// <summary>March has ended; "pieces" is certified by planning, "cost" by quotas and then by finance.</summary>
public sealed class CertificationTests(AprilFixture fixture) : IClassFixture<AprilFixture>
{
    private const string Rulebook =
        """
        language: 1
        code: contest
        names: 竞赛
        entrants: team
        inputs: { 件数: pieces, 成本: cost }
        indicators:
          产量: { names: 产量, value: sum(件数) }
          成本: { names: 成本, value: sum(成本) }
        ranking: { by: [ total desc ] }
        """;

    [Fact]
    public async Task A_stage_that_has_ended_says_whose_verdict_it_waits_for_until_every_total_has_one()
    {
        var (plant, board) = await ContestAsync();
        await plant.EnteredAsync("t1", 2, Entry("pieces", 5));
        await plant.EnteredAsync("t2", 2, Entry("pieces", 6));
        await plant.EnteredAsync("t1", 2, Entry("cost", 70));
        Assert.Equal(["planning", "quotas", "finance"], await WaitingAsync(plant, board));

        await AcceptAsync(plant, "pieces", "t1", "planning");
        await AcceptAsync(plant, "cost", "t1", "finance");
        Assert.Equal(["planning", "quotas"], await WaitingAsync(plant, board));

        await AcceptAsync(plant, "pieces", "t2", "planning");
        await AcceptAsync(plant, "cost", "t1", "quotas");

        var frame = await plant.ReadProvenAsync(board);
        Assert.Equal(BoardMode.Certified, frame.Mode);
        Assert.Empty(frame.Waiting);
    }

    [Fact]
    public async Task A_later_figure_opens_its_own_total_again_and_no_other()
    {
        var (plant, board) = await ContestAsync();
        var pieces = await plant.EnteredAsync("t1", 2, Entry("pieces", 5));
        await plant.EnteredAsync("t1", 2, Entry("cost", 70));
        await AcceptAsync(plant, "pieces", "t1", "planning");
        await AcceptAsync(plant, "cost", "t1", "quotas");
        await AcceptAsync(plant, "cost", "t1", "finance");
        Assert.Empty(await WaitingAsync(plant, board));

        await plant.EnteredAsync("t1", 2, Correction(pieces, null));
        Assert.Empty(await WaitingAsync(plant, board));
        await plant.EnteredAsync("t1", 3, Entry("pieces", 4));

        Assert.Equal(["planning"], await WaitingAsync(plant, board));
        Assert.Equal(BoardMode.Current, (await plant.ReadAsync(board)).Mode);
    }

    [Fact]
    public async Task A_figure_of_another_month_opens_nothing()
    {
        var (plant, board) = await ContestAsync();
        await plant.EnteredAsync("t1", 2, Entry("pieces", 5));
        await AcceptAsync(plant, "pieces", "t1", "planning");

        var april = plant.Sheet(StreamKind.Shift, "t1/2026-04-02/day");
        Assert.Empty((await april.Enter(new EntryList([Entry("pieces", 9)]), Lead, dryRun: false)).Refusals);

        Assert.Empty(await WaitingAsync(plant, board));
    }

    [Fact]
    public async Task A_revoked_verdict_is_waited_for_again()
    {
        var (plant, board) = await ContestAsync();
        await plant.EnteredAsync("t1", 2, Entry("pieces", 5));
        await AcceptAsync(plant, "pieces", "t1", "planning");

        var answer = await JudgeAsync(plant, "pieces", "t1", new RevokedLine
        {
            Id = Guid.NewGuid(),
            Department = new("planning"),
            Reason = "入库单少两张",
        });

        Assert.Empty(answer.Refusals);
        Assert.Equal(["planning"], await WaitingAsync(plant, board));
    }

    [Fact]
    public async Task A_board_whose_measures_nobody_certifies_stays_provisional()
    {
        var (plant, board) = await fixture.ContestAsync(teams: 1);

        var frame = await plant.ReadProvenAsync(board);

        Assert.Equal(BoardMode.Current, frame.Mode);
        Assert.Empty(frame.Waiting);
    }

    [Fact]
    public async Task A_verdict_sent_again_is_the_same_whatever_was_recorded_in_between()
    {
        var (plant, _) = await ContestAsync();
        await plant.EnteredAsync("t1", 2, Entry("pieces", 5));
        var accepted = Accepted("planning") with { Opinion = "与入库单相符" };
        await JudgeAsync(plant, "pieces", "t1", accepted);
        await plant.EnteredAsync("t1", 3, Entry("pieces", 4));

        var again = await JudgeAsync(plant, "pieces", "t1", accepted);
        var other = await JudgeAsync(plant, "pieces", "t1", accepted with { Opinion = "不符" });

        Assert.Equal(EntryOutcome.AlreadyRecorded, again.Outcome);
        Assert.Equal("id-taken", Assert.Single(other.Refusals).Rule);
    }

    [Theory]
    [InlineData("pieces", "finance", "no-certifier")]
    [InlineData("free", "planning", "no-certifier")]
    [InlineData("unknown", "planning", "unknown-measure")]
    public async Task Only_a_certifier_of_the_measure_judges_it(string measure, string department, string rule)
    {
        var (plant, _) = await ContestAsync();

        var answer = await JudgeAsync(plant, measure, "t1", Accepted(department));

        Assert.Equal(rule, Assert.Single(answer.Refusals).Rule);
    }

    [Fact]
    public async Task Nobody_else_judges_and_nothing_is_revoked_that_was_not_accepted()
    {
        var (plant, _) = await ContestAsync();

        var lead = await Total(plant, "pieces", "t1").Record(
            new CertificationLines([Accepted("planning")]), Lead, null, dryRun: false);
        var revoked = await JudgeAsync(
            plant, "pieces", "t1", new RevokedLine { Id = Guid.NewGuid(), Department = new("planning"), Reason = "x" });
        var stranger = await JudgeAsync(plant, "pieces", "t9", Accepted("planning"));

        Assert.Equal("wrong-role", Assert.Single(lead.Refusals).Rule);
        Assert.Equal("nothing-to-revoke", Assert.Single(revoked.Refusals).Rule);
        Assert.Equal("unknown-subject", Assert.Single(stranger.Refusals).Rule);
    }

    [Fact]
    public async Task Nobody_certifies_a_figure_that_the_same_person_entered()
    {
        var (plant, board) = await ContestAsync();
        await plant.EnteredAsync("t1", 2, Entry("pieces", 5));
        await plant.EnteredAsync("t2", 2, Entry("pieces", 6));
        var own = new Actor(Lead.Kind, Lead.Id, Role.DepartmentCertifier);

        var refused = await Total(plant, "pieces", "t1").Record(
            new CertificationLines([Accepted("planning")]), own, null, dryRun: false);
        await AcceptAsync(plant, "pieces", "t1", "planning");
        var taken = await Total(plant, "cost", "t1").Record(
            new CertificationLines([Accepted("quotas")]), own, null, dryRun: false);

        var refusal = Assert.Single(refused.Refusals);
        Assert.Equal("own-figure", refusal.Rule);
        Assert.Contains("t1/2026-03-02/day", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(taken.Refusals);
        Assert.Contains("planning", await WaitingAsync(plant, board));
    }

    [Fact]
    public async Task What_was_entered_in_somebodys_name_is_not_certified_by_that_person_either()
    {
        var (plant, _) = await ContestAsync();
        await plant.EnteredAsync("t1", 2, Entry("pieces", 5) with { Way = EntryWay.OnBehalf, For = new PersonId("certifier") });

        Assert.Equal(
            "own-figure", Assert.Single((await JudgeAsync(plant, "pieces", "t1", Accepted("planning"))).Refusals).Rule);
    }

    [Fact]
    public async Task A_certifier_is_a_unit_named_once()
    {
        var (plant, _) = await ContestAsync();

        var answer = await plant.TryRecordAsync(
            RegisterName.Measures,
            Measure("other") with { Certifiers = [new("planning"), new("planning"), new("nowhere")] });

        Assert.Equal(["unknown-unit", "certifier-twice"], answer.Refusals.Select(refusal => refusal.Rule));
    }

    private async Task<(TestPlant Plant, BoardId Board)> ContestAsync()
    {
        var plant = await fixture.NewPlant().WithAsync("foundry: t1, t2", Measure("free"));
        await plant.RecordAsync(
            RegisterName.Organisation,
            Unit("planning", UnitKind.Department, plant.Id.Value),
            Unit("quotas", UnitKind.Department, plant.Id.Value),
            Unit("finance", UnitKind.Department, plant.Id.Value));
        await plant.RecordAsync(
            RegisterName.Measures,
            Measure("pieces") with { Certifiers = [new("planning")] },
            Measure("cost") with { Certifiers = [new("quotas"), new("finance")] });
        return (plant, await plant.CompeteAsync("contest", Rulebook, "t1", "t2"));
    }

    private static AcceptedLine Accepted(string department) =>
        new() { Id = Guid.NewGuid(), Department = new UnitId(department) };

    private async Task AcceptAsync(TestPlant plant, string measure, string team, string department) =>
        Assert.Empty((await JudgeAsync(plant, measure, team, Accepted(department))).Refusals);

    private Task<LinesAnswer> JudgeAsync(TestPlant plant, string measure, string team, CertificationLine line) =>
        Total(plant, measure, team).Record(
            new CertificationLines([line]),
            new Actor(ActorKind.Person, "certifier", Role.DepartmentCertifier),
            null,
            dryRun: false);

    private ICertificationGrain Total(TestPlant plant, string measure, string team) =>
        fixture.Grains.GetGrain<ICertificationGrain>(new CertificationId(
            plant.Id, new MeasureCode(measure), SubjectId.Team(new UnitId(team)), March).ToString());

    private static async Task<IEnumerable<string>> WaitingAsync(TestPlant plant, BoardId board) =>
        (await plant.ReadProvenAsync(board)).Waiting.Select(names => names.Zh);
}
