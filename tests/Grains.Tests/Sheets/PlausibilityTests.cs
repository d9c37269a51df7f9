using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Sheets;

/// <summary>
/// The sheet itself says what is unusual, whoever asks. t1 moulds what t2 cleans; 12 to 14 pieces a shift are usual.
/// </summary>
public sealed class PlausibilityTests(PlantFixture fixture)
{
    [Theory]
    [InlineData("13", "")]
    [InlineData("20", "far-from-mean")]
    [InlineData("130", "other-unit")]
    [InlineData("13000", "other-unit")]
    public async Task A_figure_is_judged_beside_the_teams_own_last_shifts(string value, string expected)
    {
        var plant = await PlantAsync();
        await ReportAsync(plant, "t1", days: 8);

        var answer = await plant.EnterAsync("t1", 10, Entry("pieces", Number(value)));

        Assert.Equal(EntryOutcome.Recorded, answer.Outcome);
        Assert.Equal(expected, Rules(answer));
    }

    [Fact]
    public async Task What_was_overridden_stands_on_the_entry_with_its_reason()
    {
        var plant = await PlantAsync();
        await ReportAsync(plant, "t1", days: 8);
        var entry = Entry("pieces", 13_000) with { WhyUnusual = "改报单件,已核对" };

        var asked = await plant.Shift("t1", 10).Enter(new EntryList([entry]), Lead, dryRun: true);
        var taken = await plant.EnterAsync("t1", 10, entry);
        var again = await plant.EnterAsync("t1", 10, entry);
        var reworded = await plant.EnterAsync("t1", 10, entry with { WhyUnusual = "不知道" });

        var mark = Assert.Single(asked.Warnings).Mark!;
        Assert.Equal((Oddity.OtherUnit, 8, 1000m), (mark.Oddity, mark.Figures, mark.Factor));
        Assert.Equal(mark, Assert.Single(taken.Warnings).Mark);
        var recorded = Recorded(plant, entry.Id);
        Assert.Equal([mark], recorded.Unusual!);
        Assert.NotNull(recorded.WhyUnusual);
        Assert.Equal(EntryOutcome.AlreadyRecorded, again.Outcome);
        Assert.Equal("id-taken", Assert.Single(reworded.Refusals).Rule);
    }

    [Fact]
    public async Task A_usual_figure_carries_no_mark()
    {
        var plant = await PlantAsync();
        await ReportAsync(plant, "t1", days: 8);

        var entry = await plant.EnteredAsync("t1", 10, Entry("pieces", 13));

        Assert.Null(Recorded(plant, entry.Id).Unusual);
    }

    [Fact]
    public async Task Figures_of_another_product_or_a_later_shift_are_no_measure_for_it()
    {
        var plant = await PlantAsync();
        await ReportAsync(plant, "t1", days: 8);

        var other = await plant.EnterAsync("t1", 10, Entry("pieces", 13_000, "body"));
        var earlier = await plant.EnterAsync("t1", 1, Entry("pieces", 13_000, "body"));

        Assert.Equal(("", ""), (Rules(other), Rules(earlier)));
    }

    [Fact]
    public async Task A_figure_on_a_rest_day_is_asked_about()
    {
        var plant = await PlantAsync();
        await plant.RecordAsync(
            RegisterName.Calendar, new DayLine { Id = Guid.NewGuid(), Date = new DateOnly(2026, 3, 10), Working = false });

        Assert.Equal("rest-day", Rules(await plant.EnterAsync("t1", 10, Entry("pieces", 13))));
        Assert.Equal("", Rules(await plant.EnterAsync("t1", 11, Entry("pieces", 13))));
    }

    [Theory]
    [InlineData("t2", 30, "")]
    [InlineData("t2", 31, "more-than-before")]
    [InlineData("t1", 31, "")]      // the first step has nothing before it
    public async Task A_step_has_no_more_pieces_of_a_work_order_than_the_step_before(string team, int pieces, string expected)
    {
        var plant = await PlantAsync();
        await plant.EnteredAsync("t1", 2, Entry("pieces", 50, "body", "W-1"));
        await plant.EnteredAsync("t1", 5, Entry("pieces", 99, "body", "W-1"));     // only after the shift in question
        await plant.EnteredAsync("t2", 3, Entry("pieces", 20, "body", "W-1"));

        var answer = await plant.EnterAsync(team, 4, Entry("pieces", pieces, "body", "W-1"));

        Assert.Equal(expected, Rules(answer));
    }

    [Theory]
    [InlineData(EntryWay.Imported, ActorKind.Person)]
    [InlineData(EntryWay.Opening, ActorKind.Person)]
    [InlineData(EntryWay.Ordinary, ActorKind.Device)]
    public async Task What_nobody_typed_nobody_is_asked_about(EntryWay way, ActorKind kind)
    {
        var plant = await PlantAsync();
        await ReportAsync(plant, "t1", days: 8);

        var answer = await plant.Shift("t1", 10).Enter(
            new EntryList([Entry("pieces", 13_000) with { Way = way }]), Lead with { Kind = kind }, dryRun: false);

        Assert.Equal("", Rules(answer));
    }

    [Theory]
    [InlineData(50, 2, "")]
    [InlineData(50, 50, "")]
    [InlineData(50, 51, "derived-out-of-range")]
    [InlineData(0, 0, "")]      // nothing was inspected: there is no rate
    public async Task No_more_is_rejected_than_was_inspected_where_the_rates_line_says_so(
        int inspected, int rejected, string expected)
    {
        var plant = await PlantAsync();

        var answer = await plant.EnterAsync("t1", 10, Entry("inspected", inspected), Entry("rejected", rejected));

        Assert.Equal(expected, string.Join(' ', answer.Refusals.Select(refusal => refusal.Rule)));
    }

    [Fact]
    public async Task A_correction_is_held_against_what_stands_on_the_sheet()
    {
        var plant = await PlantAsync();
        await plant.EnteredAsync("t1", 10, Entry("inspected", 50, "body"));
        var rejected = await plant.EnteredAsync("t1", 10, Entry("rejected", 2, "body"));
        await plant.EnteredAsync("t1", 10, Entry("rejected", 60));      // nobody has inspected any without a product

        var wrong = await plant.EnterAsync("t1", 10, Correction(rejected, 60));
        var right = await plant.EnterAsync("t1", 10, Correction(rejected, 6));

        Assert.Equal("derived-out-of-range", Assert.Single(wrong.Refusals).Rule);
        Assert.Equal(EntryOutcome.Recorded, right.Outcome);
    }

    private async Task<TestPlant> PlantAsync()
    {
        var plant = await fixture.NewPlant().WithAsync(
            "foundry: t1, t2",
            Measure("pieces") with { OverTeams = OverTeams.LastStep, Entries = CellEntries.Many },
            Measure("inspected"),
            Measure("rejected"),
            Measure("pass_rate", 1, "(inspected - rejected) / inspected * 100") with { Kind = MeasureKind.Ratio, Min = 0, Max = 100 });
        await plant.RecordAsync(RegisterName.Products, new ProductLine
        {
            Id = Guid.NewGuid(),
            Product = new ProductCode("body"),
            Names = new("车体"),
            Unit = "件",
            Route = [new RouteStep("造型", [new UnitId("t1")]), new RouteStep("清理", [new UnitId("t2")])],
        });
        await plant.RecordAsync(
            RegisterName.WorkOrders, new WorkOrderLine { Id = Guid.NewGuid(), WorkOrder = new WorkOrderNumber("W-1") });
        return plant;
    }

    private static async Task ReportAsync(TestPlant plant, string team, int days)
    {
        foreach (var day in Enumerable.Range(2, days))
        {
            await plant.EnteredAsync(team, day, Entry("pieces", 12 + (day % 3)));
        }
    }

    private static EntryRecorded Recorded(TestPlant plant, Guid entry) =>
        (EntryRecorded)EventCodec.Decode(plant.Events.Single(stored => stored.Id == entry));

    private static string Rules(EntryAnswer answer) => string.Join(' ', answer.Warnings.Select(warning => warning.Rule));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
