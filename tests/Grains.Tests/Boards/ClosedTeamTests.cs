using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Boards;

public sealed class ClosedTeamTests(PlantFixture fixture)
{
    private static readonly DateOnly Closing = new(2026, 3, 10);

    [Fact]
    public async Task What_a_closed_team_would_have_finished_counts_where_it_was_last_reported()
    {
        var plant = await fixture.NewPlant().WithAsync(
            "foundry: moulding, cleaning", Measure("pieces") with { OverTeams = OverTeams.LastStep });
        await plant.RecordAsync(RegisterName.Products, new ProductLine
        {
            Id = Guid.NewGuid(),
            Product = new ProductCode("body"),
            Names = new("台车体"),
            Unit = "件",
            Route = [Step("moulding"), Step("cleaning")],
        });
        var branch = await plant.CompeteAsync("branch", Pieces("branch"), "foundry");
        var whole = await plant.CompeteAsync("whole", Pieces("plant"), plant.Id.Value);
        await plant.EnteredAsync("moulding", 3, Entry("pieces", 5, "body"));
        await plant.EnteredAsync("cleaning", 3, Entry("pieces", 5, "body"));

        await plant.RecordAsync(RegisterName.Organisation, new UnitClosedLine
        {
            Id = Guid.NewGuid(),
            Unit = new UnitId("cleaning"),
            From = Closing,
        });
        await plant.EnteredAsync("moulding", 11, Entry("pieces", 4, "body"));

        Assert.Equal(9m, Value(await plant.ReadProvenAsync(branch), "foundry"));
        Assert.Equal(9m, Value(await plant.ReadProvenAsync(whole), plant.Id.Value));
    }

    private static RouteStep Step(string team) => new(team, [new UnitId(team)]);

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
}
