using Ganchao.Contracts.Boards;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Boards;

/// <summary>A plant whose teams compete by pieces.</summary>
internal static class Contest
{
    public static async Task<(TestPlant Plant, BoardId Board)> ContestAsync(this PlantFixture fixture, int teams)
    {
        var names = Enumerable.Range(0, teams).Select(ShiftBook.TeamOf).ToArray();
        var plant = await fixture.NewPlant().WithAsync($"foundry: {string.Join(", ", names)}", Measure("pieces"));
        return (plant, await plant.CompeteAsync("contest", Rulebook("value"), names));
    }

    /// <summary>Points by a formula over the pieces of the stage.</summary>
    public static string Rulebook(string points) =>
        $$"""
        language: 1
        code: contest
        names: 竞赛
        entrants: team
        inputs: { 件数: pieces }
        indicators: { 件数分: { names: 件数, value: sum(件数), points: {{points}} } }
        ranking: { by: [ total desc ] }
        """;
}
