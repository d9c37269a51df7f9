using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Registers;
using Ganchao.Grains.Registers;
using Ganchao.Grains.Tests.Boards;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Registers;

public sealed class LinesTests(PlantFixture fixture)
{
    private static readonly DateOnly MidMarch = new(2026, 3, 16);

    [Fact]
    public async Task Lines_sent_again_are_answered_as_recorded_before()
    {
        var plant = await PlantAsync();
        var line = Measure("a");
        await plant.RecordAsync(RegisterName.Measures, line);
        await plant.LoseAsync(Register(plant, "measures"));

        var again = await plant.TryRecordAsync(RegisterName.Measures, line);

        Assert.Equal((EntryOutcome.AlreadyRecorded, 2L), (again.Outcome, again.Version));
    }

    [Fact]
    public async Task A_line_sent_again_with_other_content_is_refused_and_both_are_shown()
    {
        var plant = await PlantAsync();
        var line = Measure("a");
        await plant.RecordAsync(RegisterName.Measures, line);

        var answer = await plant.TryRecordAsync(RegisterName.Measures, line with { Max = 7 });

        var refusal = Assert.Single(answer.Refusals);
        Assert.Equal(("id-taken", "lines[0].id"), (refusal.Rule, refusal.Field));
        Assert.Contains("1000000", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("\"7\"", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_sent_again_with_another_reason_is_refused()
    {
        var plant = await PlantAsync();
        var plan = new PlanLine
        {
            Id = Guid.NewGuid(),
            Measure = new MeasureCode("pieces"),
            Subject = SubjectId.Team(new UnitId("t0")),
            Period = March,
            Value = 52,
        };
        var notice = new PlanChangeLine
        {
            Id = Guid.NewGuid(),
            Notice = "生计07号",
            Measure = plan.Measure,
            Subject = plan.Subject,
            Period = March,
            Value = 46,
            Reason = "客户推迟交货",
        };
        await plant.RecordAsync(RegisterName.Plans, plan, notice);
        await plant.LoseAsync(Register(plant, "plans"));

        var same = await plant.TryRecordAsync(RegisterName.Plans, plan, notice);
        var other = await plant.TryRecordAsync(RegisterName.Plans, notice with { Reason = "设备大修" });

        Assert.Equal(EntryOutcome.AlreadyRecorded, same.Outcome);
        Assert.Equal("id-taken", Assert.Single(other.Refusals).Rule);
        Assert.DoesNotContain("客户推迟交货", other.Refusals[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_edits_an_older_version_is_told_so_and_a_retry_is_not()
    {
        var plant = await PlantAsync();
        var first = new RegisterLines([Measure("a")]);

        var recorded = await Register(plant, "measures").Record(first, Office, 1, dryRun: false);
        var retried = await Register(plant, "measures").Record(first, Office, 1, dryRun: false);
        var late = await Register(plant, "measures").Record(new RegisterLines([Measure("b")]), Office, 1, dryRun: false);

        Assert.Equal((EntryOutcome.Recorded, 2L), (recorded.Outcome, recorded.Version));
        Assert.Equal(EntryOutcome.AlreadyRecorded, retried.Outcome);
        Assert.Equal(("version-moved", "If-Match"), (late.Refusals.Single().Rule, late.Refusals.Single().Field));
        Assert.Equal(2, late.Version);
    }

    [Fact]
    public async Task A_trial_records_nothing()
    {
        var plant = await PlantAsync();
        var position = plant.Events.Count;

        var good = await Register(plant, "measures").Record(new RegisterLines([Measure("a")]), Office, null, dryRun: true);
        var bad = await Register(plant, "measures").Record(new RegisterLines([Measure("a", 10)]), Office, null, dryRun: true);

        Assert.Equal((EntryOutcome.Recorded, EntryOutcome.Refused), (good.Outcome, bad.Outcome));
        Assert.Equal(position, plant.Events.Count);
    }

    [Fact]
    public async Task A_line_may_stand_on_one_before_it_in_its_list()
    {
        var plant = await PlantAsync();

        await plant.RecordAsync(
            RegisterName.Organisation, Unit("new", UnitKind.Branch, plant.Id.Value), Unit("t7", UnitKind.Team, "new"));

        Assert.Equal(new UnitId("new"), (await BookAsync(plant)).Organisation.BranchOf(new UnitId("t7"), March.Start));
    }

    [Fact]
    public async Task A_later_line_dated_earlier_holds_only_until_the_next_date()
    {
        var plant = await PlantAsync();
        await plant.RecordAsync(RegisterName.Measures, Measure("a") with { Max = 20, From = MidMarch });

        await plant.RecordAsync(RegisterName.Measures, Measure("a") with { Max = 10 });

        var book = await BookAsync(plant);
        Assert.Equal(10, book.Measure(new MeasureCode("a"), MidMarch.AddDays(-1))!.Max);
        Assert.Equal(20, book.Measure(new MeasureCode("a"), MidMarch)!.Max);
    }

    [Fact]
    public async Task Of_two_lines_of_one_date_the_later_one_holds()
    {
        var plant = await PlantAsync();
        await plant.RecordAsync(RegisterName.Measures, Measure("a") with { Max = 20 });

        await plant.RecordAsync(RegisterName.Measures, Measure("a") with { Max = 10 });

        Assert.Equal(10, (await BookAsync(plant)).Measure(new MeasureCode("a"), MidMarch)!.Max);
    }

    [Fact]
    public async Task A_closed_team_takes_entries_until_its_last_day_and_may_be_founded_again()
    {
        var plant = await PlantAsync();
        await plant.RecordAsync(RegisterName.Organisation, new UnitClosedLine
        {
            Id = Guid.NewGuid(),
            From = MidMarch,
            Unit = new UnitId("t0"),
            Successor = new UnitId("t1"),
        });
        await plant.EnteredAsync("t0", 15, Entry("pieces", 1));

        var closed = await plant.EnterAsync("t0", 16, Entry("pieces", 1));
        await plant.RecordAsync(RegisterName.Organisation, Unit("t0", UnitKind.Team, "foundry", new DateOnly(2026, 3, 20)));

        Assert.Contains("unknown-team", closed.Refusals.Select(refusal => refusal.Rule));
        await plant.EnteredAsync("t0", 20, Entry("pieces", 1));
    }

    [Fact]
    public async Task No_move_puts_a_unit_below_itself_on_any_later_day()
    {
        var plant = await PlantAsync();
        await plant.RecordAsync(
            RegisterName.Organisation, Unit("machining", UnitKind.Branch, "foundry", MidMarch));

        var sameDay = await plant.TryRecordAsync(
            RegisterName.Organisation, Unit("foundry", UnitKind.Branch, "machining", MidMarch));
        var earlier = await plant.TryRecordAsync(
            RegisterName.Organisation, Unit("foundry", UnitKind.Branch, "machining", March.Start));
        var inTwoSteps = await plant.TryRecordAsync(
            RegisterName.Organisation,
            Unit("machining", UnitKind.Branch, plant.Id.Value, MidMarch.AddDays(2)),
            Unit("foundry", UnitKind.Branch, "machining", MidMarch.AddDays(2)));

        Assert.Equal("cycle", Assert.Single(sameDay.Refusals).Rule);
        Assert.Equal("cycle", Assert.Single(earlier.Refusals).Rule);
        Assert.Empty(inTwoSteps.Refusals);
    }

    [Fact]
    public async Task Several_notices_leave_the_original_plan_and_the_last_of_them()
    {
        var plant = await PlantAsync();
        var team = SubjectId.Team(new UnitId("t0"));
        await plant.RecordAsync(RegisterName.Plans, new PlanLine
        {
            Id = Guid.NewGuid(),
            Measure = new MeasureCode("pieces"),
            Subject = team,
            Period = March,
            Value = 52,
        });

        foreach (var value in new[] { 46m, 60m, 48m })
        {
            await plant.RecordAsync(RegisterName.Plans, new PlanChangeLine
            {
                Id = Guid.NewGuid(),
                Notice = $"生计{value}号",
                Measure = new MeasureCode("pieces"),
                Subject = team,
                Period = March,
                Value = value,
                Reason = "调整",
            });
        }

        var plan = Assert.Single((await BookAsync(plant)).Plans.Of(new MeasureCode("pieces"), team));
        Assert.Equal((52m, 48m), (plan.Original, plan.Adjusted));
    }

    [Fact]
    public async Task A_rulebook_whose_measures_cannot_be_computed_is_not_adopted()
    {
        var plant = await PlantAsync();
        var board = await plant.CompeteAsync("contest", Contest.Rulebook("value"), "t0");
        var text = Contest.Rulebook("value").Replace("pieces", "tangled", StringComparison.Ordinal);
        await plant.RecordAsync(
            RegisterName.Measures, Measure("tangled", 0, "pieces * attribute(1)") with { Kind = MeasureKind.Ratio });
        await plant.RecordAsync(RegisterName.Rulebooks, new RulebookLine { Id = Guid.NewGuid(), Code = "contest", Text = text });

        var answer = await plant.TryRecordCompetitionAsync(
            "contest", new RulebookAdoptedLine { Id = Guid.NewGuid(), Rulebook = PlantBook.HashOf(text) });

        Assert.Equal("rulebook-broken", Assert.Single(answer.Refusals).Rule);
        await plant.EnteredAsync("t0", 2, Entry("pieces", 7));
        Assert.Equal(7m, Value(await plant.ReadProvenAsync(board), "t0"));
    }

    [Fact]
    public async Task A_measure_that_a_running_competition_needs_is_not_broken()
    {
        var plant = await PlantAsync();
        await plant.RecordAsync(RegisterName.Measures, Measure("worth", 0, "pieces * 2"));
        var board = await plant.CompeteAsync(
            "contest", Contest.Rulebook("value").Replace("pieces", "worth", StringComparison.Ordinal), "t0");

        var answer = await plant.TryRecordAsync(RegisterName.Measures, Measure("worth", 0, "pieces * attribute(1)"));

        Assert.Equal("rulebook-broken", Assert.Single(answer.Refusals).Rule);
        await plant.EnteredAsync("t0", 2, Entry("pieces", 7));
        Assert.Equal(14m, Value(await plant.ReadProvenAsync(board), "t0"));
    }

    private IRegisterGrain Register(TestPlant plant, string register) =>
        fixture.Grains.GetGrain<IRegisterGrain>($"{plant.Id}/{register}");

    private Task<TestPlant> PlantAsync() =>
        fixture.NewPlant().WithAsync("foundry: t0, t1; machining: t2", Measure("pieces"));

    private Task<PlantBook> BookAsync(TestPlant plant) => new PlantBooks(fixture.Ledger)
        .RefreshAsync(plant.Id, TestContext.Current.CancellationToken);
}
