using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Sheets;

public sealed class AttributeTests(PlantFixture fixture)
{
    [Theory]
    [InlineData("weight", "heavy", "unknown-attribute", "weight")]
    [InlineData("severity", "Minor", "attribute-not-allowed", "severity")]
    [InlineData("severity", "", "attribute-broken", "severity")]
    [InlineData("place", "北跨\n3号", "attribute-broken", "place")]
    [InlineData("the place", "北跨", "attribute-broken", "the place")]
    public async Task An_attribute_that_the_measure_does_not_declare_is_refused(
        string name, string value, string rule, string field)
    {
        var plant = await PlantAsync();

        var answer = await plant.EnterAsync("t1", 2, Injury((name, value)));

        var refusal = Assert.Single(answer.Refusals);
        Assert.Equal((rule, $"entries[0].tags.{field}"), (refusal.Rule, refusal.Field));
    }

    [Fact]
    public async Task An_entry_carries_eight_attributes_at_most()
    {
        var plant = await PlantAsync();

        var answer = await plant.EnterAsync(
            "t1", 2, Injury([.. Enumerable.Range(0, 9).Select(number => ($"a{number}", "x"))]));

        Assert.Equal("too-many-attributes", Assert.Single(answer.Refusals).Rule);
    }

    [Fact]
    public async Task A_measure_without_attributes_takes_none()
    {
        var plant = await PlantAsync();

        var answer = await plant.EnterAsync(
            "t1", 2, Entry("pieces", 1) with { Tags = new Dictionary<string, string> { ["severity"] = "minor" } });

        Assert.Equal("unknown-attribute", Assert.Single(answer.Refusals).Rule);
    }

    [Fact]
    public async Task The_order_of_attributes_makes_no_other_entry()
    {
        var plant = await PlantAsync();
        var entry = await plant.EnteredAsync("t1", 2, Injury(("place", "北跨"), ("severity", "minor")));
        await plant.LoseAsync(plant.Shift("t1", 2));

        var same = await plant.EnterAsync("t1", 2, entry with { Tags = Tags(("severity", "minor"), ("place", "北跨")) });
        var other = await plant.EnterAsync("t1", 2, entry with { Tags = Tags(("severity", "fatal"), ("place", "北跨")) });

        Assert.Equal(EntryOutcome.AlreadyRecorded, same.Outcome);
        Assert.Contains("differ in tags", Assert.Single(other.Refusals).Message, StringComparison.Ordinal);
        Assert.Contains(
            """
            "tags":{"place":"北跨","severity":"minor"}
            """,
            System.Text.Encoding.UTF8.GetString(plant.Events[^1].Payload.Span),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_carries_its_own_attributes()
    {
        var plant = await PlantAsync();
        var suspected = await plant.EnteredAsync("t1", 2, Injury(("severity", "suspected"), ("place", "北跨")));

        await plant.EnteredAsync("t1", 2, Correction(suspected, 1) with { Tags = Tags(("severity", "minor")) });

        var recorded = (EntryRecorded)EventCodec.Decode(plant.Events[^1]);
        Assert.Equal("""{"severity":"minor"}""", FactTags.TextOf(recorded.Tags));
    }

    [Fact]
    public async Task An_entry_without_attributes_is_the_same_bytes_as_before_there_were_any()
    {
        var plant = await PlantAsync();

        await plant.EnteredAsync("t1", 2, Entry("pieces", 1) with { Tags = Tags() });

        Assert.DoesNotContain(
            "tags", System.Text.Encoding.UTF8.GetString(plant.Events[^1].Payload.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_declares_attributes_that_can_be_written()
    {
        var plant = await PlantAsync();

        var answer = await plant.TryRecordAsync(RegisterName.Measures, Measure("finding") with
        {
            Attributes = new Dictionary<string, IReadOnlyList<string>> { ["kind"] = ["concealment", ""] },
        });

        Assert.Equal("attributes-broken", Assert.Single(answer.Refusals).Rule);
    }

    private Task<TestPlant> PlantAsync() => fixture.NewPlant().WithAsync(
        "foundry: t1",
        Measure("pieces"),
        Measure("injury") with
        {
            Entries = CellEntries.Many,
            Attributes = new Dictionary<string, IReadOnlyList<string>>
            {
                ["severity"] = ["suspected", "minor", "serious", "fatal"],
                ["place"] = [],
            },
        });

    private static EntryForm Injury(params (string Name, string Value)[] tags) => Entry("injury", 1) with { Tags = Tags(tags) };

    private static Dictionary<string, string> Tags(params (string Name, string Value)[] tags) =>
        tags.ToDictionary(tag => tag.Name, tag => tag.Value);
}
