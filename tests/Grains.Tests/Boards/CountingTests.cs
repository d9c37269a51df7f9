using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Projects;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Boards;

public sealed class CountingTests(PlantFixture fixture)
{
    [Fact]
    public async Task A_casting_that_passes_three_teams_counts_for_each_and_once_for_branch_and_plant()
    {
        var plant = await FoundryAsync();
        var teams = await plant.CompeteAsync("teams", Pieces("team"), "moulding", "melting", "cleaning");
        var branch = await plant.CompeteAsync("branch", Pieces("branch"), "foundry");
        var whole = await plant.CompeteAsync("whole", Pieces("plant"), plant.Id.Value);

        foreach (var team in new[] { "moulding", "melting", "cleaning" })
        {
            await plant.EnteredAsync(team, 2, Entry("pieces", 12, "body"));
        }

        var frame = await plant.ReadProvenAsync(teams);
        Assert.Equal([12m, 12m, 12m], frame.Rows.Select(row => row.Total));
        Assert.Equal(12m, Value(await plant.ReadProvenAsync(branch), "foundry"));
        Assert.Equal(12m, Value(await plant.ReadProvenAsync(whole), plant.Id.Value));
    }

    [Fact]
    public async Task A_branch_counts_a_casting_at_the_last_step_inside_it()
    {
        var plant = await FoundryAsync();
        var board = await plant.CompeteAsync("branches", Pieces("branch"), "foundry", "machining");

        await plant.EnteredAsync("moulding", 2, Entry("pieces", 12, "wheel"));
        await plant.EnteredAsync("turning", 3, Entry("pieces", 11, "wheel"));

        var frame = await plant.ReadProvenAsync(board);
        Assert.Equal(12m, Value(frame, "foundry"));
        Assert.Equal(11m, Value(frame, "machining"));
    }

    [Fact]
    public async Task A_team_moved_in_mid_month_counts_where_it_was_each_day()
    {
        var plant = await FoundryAsync();
        var board = await plant.CompeteAsync("branches", Pieces("branch"), "foundry", "machining");
        await plant.EnteredAsync("cleaning", 10, Entry("pieces", 5));
        await plant.EnteredAsync("cleaning", 20, Entry("pieces", 7));

        await plant.RecordAsync(
            RegisterName.Organisation, Unit("cleaning", UnitKind.Team, "machining", new DateOnly(2026, 3, 16)));

        var frame = await plant.ReadProvenAsync(board);
        Assert.Equal(5m, Value(frame, "foundry"));
        Assert.Equal(7m, Value(frame, "machining"));
    }

    [Fact]
    public async Task A_plan_changed_by_notice_shows_original_and_adjusted()
    {
        var plant = await FoundryAsync();
        var board = await plant.CompeteAsync("plans", Plans, "moulding");
        await plant.RecordAsync(RegisterName.Plans, new PlanLine
        {
            Id = Guid.NewGuid(),
            Measure = new MeasureCode("pieces"),
            Subject = SubjectId.Team(new UnitId("moulding")),
            Period = March,
            Value = 52,
        });

        await plant.RecordAsync(RegisterName.Plans, new PlanChangeLine
        {
            Id = Guid.NewGuid(),
            Notice = "生计07号",
            Measure = new MeasureCode("pieces"),
            Subject = SubjectId.Team(new UnitId("moulding")),
            Period = March,
            Value = 46,
            Reason = "客户推迟交货",
        });

        var frame = await plant.ReadProvenAsync(board);
        Assert.Equal(52m, Value(frame, "moulding", 0));
        Assert.Equal(46m, Value(frame, "moulding", 1));
    }

    [Fact]
    public async Task Tonnes_and_value_of_a_project_are_its_pieces_by_weight_and_price_through_the_work_order()
    {
        var plant = await FoundryAsync();
        await plant.RecordAsync("ZD-01", new ProjectRegisteredLine
        {
            Id = Guid.NewGuid(),
            Names = new Names("烧结机台车体"),
            Level = ProjectLevel.Plant,
            Period = March,
            Team = new UnitId("moulding"),
        });
        await plant.RecordAsync(RegisterName.WorkOrders, new WorkOrderLine
        {
            Id = Guid.NewGuid(),
            WorkOrder = new WorkOrderNumber("W-1"),
            Project = new ProjectId("ZD-01"),
            Product = new ProductCode("body"),
        });
        var board = await plant.CompeteAsync("projects", Project, "ZD-01");

        await plant.EnteredAsync("moulding", 2, Entry("pieces", 6, "body", "W-1"));
        await plant.EnteredAsync("melting", 2, Entry("pieces", 6, "body", "W-1"));
        await plant.EnteredAsync("moulding", 3, Entry("pieces", 9, "body"));

        var frame = await plant.ReadProvenAsync(board);
        Assert.Equal(14.40m, Value(frame, "ZD-01", 0));
        Assert.Equal(133_800m, Value(frame, "ZD-01", 1));
    }

    [Fact]
    public async Task A_piece_counts_in_hours_for_one_team_and_in_tonnes_for_another()
    {
        var plant = await fixture.NewPlant().WithAsync(
            "foundry: moulding; machining: turning",
            Measure("pieces"),
            Measure("output", 2, "pieces * attribute(output_per_piece)"));
        await plant.RecordAsync(RegisterName.Products, Product("wheel") with
        {
            Outputs = [new TeamOutput(new UnitId("turning"), 18.5m)],
        });
        var board = await plant.CompeteAsync("output", Output, "moulding", "turning");

        await plant.EnteredAsync("moulding", 2, Entry("pieces", 2, "wheel"));
        await plant.EnteredAsync("turning", 3, Entry("pieces", 2, "wheel"));

        var frame = await plant.ReadProvenAsync(board);
        Assert.Equal(4.80m, Value(frame, "moulding"));
        Assert.Equal(37m, Value(frame, "turning"));
    }

    private const string Output =
        """
        language: 1
        code: output
        names: 完成量
        entrants: team
        inputs: { 完成量: output }
        indicators: { 完成: { names: 完成, value: sum(完成量) } }
        ranking: { by: [ total desc ] }
        """;

    private const string Plans =
        """
        language: 1
        code: plans
        names: 计划
        entrants: team
        inputs: { 件数: pieces }
        indicators:
          原计划: { names: 原计划, value: "plan(件数, original)" }
          调整后: { names: 调整后, value: "plan(件数, adjusted)" }
        ranking: { by: [ total desc ] }
        """;

    private const string Project =
        """
        language: 1
        code: project
        names: 项目
        entrants: project
        inputs: { 吨: output, 元: worth }
        indicators:
          吨位: { names: 吨位, value: sum(吨) }
          产值: { names: 产值, value: sum(元) }
        ranking: { by: [ total desc ] }
        """;

    private static string Pieces(string entrants) =>
        $$"""
        language: 1
        code: pieces
        names: 件数
        entrants: {{entrants}}
        inputs: { 件数: pieces }
        indicators: { 件数分: { names: 件数, value: sum(件数) } }
        ranking: { by: [ total desc ] }
        """;

    private async Task<TestPlant> FoundryAsync()
    {
        var plant = await fixture.NewPlant().WithAsync(
            "foundry: moulding, melting, cleaning; machining: turning",
            Measure("pieces") with { OverTeams = OverTeams.LastStep },
            Measure("output", 2, "pieces * attribute(unit_weight)"),
            Measure("worth", 2, "pieces * attribute(price)"));
        await plant.RecordAsync(
            RegisterName.Products, Product("body", "moulding", "melting", "cleaning"), Product("wheel", "moulding", "turning"));
        return plant;
    }

    private static ProductLine Product(string code, params string[] route) => new()
    {
        Id = Guid.NewGuid(),
        Product = new ProductCode(code),
        Names = new Names(code),
        Unit = "件",
        UnitWeight = 2.40m,
        Price = 22_300m,
        Route = [.. route.Select(team => new RouteStep(team, [new UnitId(team)]))],
    };
}
