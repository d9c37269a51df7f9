using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Projects;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Projects;
using Ganchao.Grains.Registers;
using Ganchao.Grains.Tests.Plants;
using Microsoft.Extensions.DependencyInjection;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Projects;

public sealed class ProjectRegisterTests(PlantFixture fixture)
{
    private static readonly DateOnly AfterMarch = new(2026, 4, 1);

    [Fact]
    public async Task A_project_weighs_and_costs_its_planned_pieces_at_the_figures_of_its_first_day()
    {
        var plant = await FoundryAsync();
        await plant.RecordAsync(
            RegisterName.Products, Body with { Id = Guid.NewGuid(), UnitWeight = 3m, Price = 30_000m, From = new(2026, 3, 10) });

        var project = Assert.Single(ProjectRegister.Of(await BookAsync(plant)));

        Assert.Equal((62.40m, 579_800m), (project.Tonnes, project.Yuan));
    }

    [Fact]
    public async Task A_product_without_a_price_makes_the_value_unknown_and_leaves_the_weight()
    {
        var plant = await FoundryAsync();
        await plant.RecordAsync(RegisterName.Products, Body with { Id = Guid.NewGuid(), Product = new("bracket"), Price = null });
        await plant.RecordAsync("ZD-01", Line("bracket", 10));

        var project = Assert.Single(ProjectRegister.Of(await BookAsync(plant)));

        Assert.Equal((86.40m, null), (project.Tonnes, project.Yuan));
    }

    [Theory]
    [InlineData(26, true)]
    [InlineData(25, false)]
    public async Task It_is_completed_when_it_has_ended_with_the_planned_pieces(int pieces, bool completed)
    {
        var plant = await FoundryAsync();
        await plant.EnteredAsync("moulding", 2, Entry("pieces", pieces, "body", "W-1"));
        await plant.EnteredAsync("moulding", 3, Entry("pieces", 50, "body"));
        await plant.EnteredAsync("melting", 3, Entry("pieces", 50, "body", "W-1"));

        Assert.Equal(completed, await IsCompletedAsync(plant, AfterMarch));
        Assert.False(await IsCompletedAsync(plant, AfterMarch.AddDays(-1)));
    }

    [Fact]
    public async Task Of_one_that_ended_without_a_reported_piece_nobody_knows() =>
        Assert.Null(await IsCompletedAsync(await FoundryAsync(), AfterMarch));

    private static ProductLine Body => new()
    {
        Id = Guid.NewGuid(),
        Product = new ProductCode("body"),
        Names = new Names("烧结机台车体"),
        Unit = "件",
        UnitWeight = 2.40m,
        Price = 22_300m,
    };

    private static ProjectProductLine Line(string product, decimal pieces) => new()
    {
        Id = Guid.NewGuid(),
        Product = new ProductCode(product),
        Period = March,
        Pieces = pieces,
    };

    private async Task<TestPlant> FoundryAsync()
    {
        var plant = await fixture.NewPlant().WithAsync(
            "foundry: moulding, melting", Measure("pieces") with { OverTeams = OverTeams.LastStep });
        await plant.RecordAsync(RegisterName.Products, Body);
        await plant.RecordAsync("ZD-01", new ProjectRegisteredLine
        {
            Id = Guid.NewGuid(),
            Names = new Names("烧结机台车体"),
            Level = ProjectLevel.Plant,
            Period = March,
            Team = new UnitId("moulding"),
        });
        await plant.RecordAsync("ZD-01", Line("body", 6), Line("body", 20));
        await plant.RecordAsync(RegisterName.WorkOrders, new WorkOrderLine
        {
            Id = Guid.NewGuid(),
            WorkOrder = new WorkOrderNumber("W-1"),
            Project = new ProjectId("ZD-01"),
        });
        return plant;
    }

    private async Task<bool?> IsCompletedAsync(TestPlant plant, DateOnly today)
    {
        var book = await BookAsync(plant);
        var project = Assert.Single(ProjectRegister.Of(book));
        var rows = await fixture.Services.GetRequiredService<IFacts>().ReadSubjectAsync(
            plant.Id, SubjectId.Team(project.Registration.Team), March, TestContext.Current.CancellationToken);
        return ProjectRegister.IsCompleted(project, rows, book, today);
    }

    private Task<PlantBook> BookAsync(TestPlant plant) => fixture.Services.GetRequiredService<IPlantBooks>()
        .RefreshAsync(plant.Id, TestContext.Current.CancellationToken);
}
