using System.Globalization;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Registers;

public sealed class RunawayTests(PlantFixture fixture)
{
    [Fact]
    public async Task Formulas_over_formulas_are_computed_as_far_as_their_steps_can_be_counted()
    {
        var plant = await fixture.NewPlant().WithAsync("b: t", Measure("e0"));
        await plant.RecordAsync(RegisterName.Measures, Steps(1, 12));
        var board = await plant.CompeteAsync("steps", Sum("e12"), "t");
        await plant.EnteredAsync("t", 2, Entry("e0", 1));

        var answer = await plant.TryRecordAsync(RegisterName.Measures, Steps(13, 60));

        Assert.Equal(377m, Value(await plant.ReadProvenAsync(board), "t"));
        Assert.Contains(answer.Refusals, refusal => refusal.Field.EndsWith(".formula", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plans_whose_dates_overlap_would_be_added_up_and_are_refused()
    {
        var plant = await fixture.NewPlant().WithAsync("b: t", Measure("pieces"));
        await plant.RecordAsync(RegisterName.Plans, Plan(new(2026, 1, 1), new(2026, 4, 1), 300));

        var answer = await plant.TryRecordAsync(RegisterName.Plans, Plan(new(2026, 3, 1), new(2026, 4, 1), 100));

        Assert.Equal("plan-there", Assert.Single(answer.Refusals).Rule);
    }

    [Fact]
    public async Task A_plan_of_a_team_that_nobody_knows_is_refused()
    {
        var plant = await fixture.NewPlant().WithAsync("b: t", Measure("pieces"));

        var answer = await plant.TryRecordAsync(
            RegisterName.Plans,
            Plan(new(2026, 3, 1), new(2026, 4, 1), 100) with { Subject = SubjectId.Team(new UnitId("ghost")) });

        Assert.Equal("unknown-subject", Assert.Single(answer.Refusals).Rule);
    }

    [Fact]
    public async Task A_line_break_in_a_detail_is_refused()
    {
        var plant = await fixture.NewPlant().WithAsync("b: t", Measure("pieces"));

        var answer = await plant.EnterAsync("t", 2, Entry("pieces", 1) with { Detail = "a\nb" });

        Assert.Equal("text-not-allowed", Assert.Single(answer.Refusals).Rule);
    }

    private static PlanLine Plan(DateOnly start, DateOnly end, decimal value) => new()
    {
        Id = Guid.NewGuid(),
        Measure = new MeasureCode("pieces"),
        Subject = SubjectId.Team(new UnitId("t")),
        Period = new DateRange(start, end),
        Value = value,
    };

    private static RegisterLine[] Steps(int first, int last) =>
    [
        .. Enumerable.Range(first, last - first + 1).Select(step => Measure(
            string.Create(CultureInfo.InvariantCulture, $"e{step}"),
            0,
            string.Create(CultureInfo.InvariantCulture, $"e{step - 1} + e{Math.Max(0, step - 2)}"))),
    ];

    private static string Sum(string measure) =>
        $$"""
        language: 1
        code: steps
        names: 步
        entrants: team
        inputs: { 步: {{measure}} }
        indicators: { 步数: { names: 步数, value: sum(步) } }
        ranking: { by: [ total desc ] }
        """;
}
