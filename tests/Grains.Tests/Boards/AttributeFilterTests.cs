using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Boards;

public sealed class AttributeFilterTests(PlantFixture fixture)
{
    private const string Injuries =
        """
        language: 1
        code: safety
        names: 安全
        entrants: team
        inputs:
          轻伤: { measure: injury, where: { severity: minor, at_fault: "true" } }
          疑似: { measure: injury, where: { severity: [suspected] } }
        indicators:
          轻伤数: { names: 轻伤, value: count(轻伤) }
          疑似数: { names: 疑似, value: count(疑似) }
        ranking: { by: [ total desc ] }
        """;

    [Fact]
    public async Task A_rulebook_counts_the_events_with_the_attributes_that_it_names()
    {
        var plant = await PlantAsync();
        var board = await plant.CompeteAsync("safety", Injuries, "t1", "t2");
        await plant.EnteredAsync("t1", 2, Injury("minor", "true"));
        await plant.EnteredAsync("t1", 2, Injury("minor", "false"));
        await plant.EnteredAsync("t2", 3, Injury("suspected", "true"));

        var frame = await plant.ReadProvenAsync(board);

        Assert.Equal((1m, 0m), (Value(frame, "t1"), Value(frame, "t1", 1)));
        Assert.Equal((0m, 1m), (Value(frame, "t2"), Value(frame, "t2", 1)));
    }

    [Fact]
    public async Task A_suspected_injury_that_turns_out_minor_moves_by_its_correction()
    {
        var plant = await PlantAsync();
        var board = await plant.CompeteAsync("safety", Injuries, "t1");
        var suspected = await plant.EnteredAsync("t1", 2, Injury("suspected", "true"));
        await plant.ReadHintedAsync(board, read => Value(read, "t1", 1) == 1);

        await plant.EnteredAsync("t1", 2, Correction(suspected, 1) with { Tags = Injury("minor", "true").Tags });

        var hinted = await plant.ReadHintedAsync(board, read => Value(read, "t1") == 1);
        Assert.Equal((1m, 0m), (Value(hinted, "t1"), Value(hinted, "t1", 1)));
        Assert.Empty((await plant.RecountAsync(hinted)).Differences);
    }

    private Task<TestPlant> PlantAsync() => fixture.NewPlant().WithAsync(
        "foundry: t1, t2",
        Measure("injury") with
        {
            Entries = CellEntries.Many,
            Attributes = new Dictionary<string, IReadOnlyList<string>>
            {
                ["severity"] = ["suspected", "minor"],
                ["at_fault"] = ["true", "false"],
            },
        });

    private static EntryForm Injury(string severity, string atFault) => Entry("injury", 1) with
    {
        Tags = new Dictionary<string, string> { ["severity"] = severity, ["at_fault"] = atFault },
    };
}
