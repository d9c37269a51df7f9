using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Grains.Tests.Boards;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Registers;

/// <summary>Rulebooks are published with every warning accepted by name, and never change.</summary>
public sealed class PublishingTests(PlantFixture fixture)
{
    private static readonly string TwoWarnings = Contest.Rulebook("value").Replace(
        "件数: pieces", "件数: { measure: pieces, unit: t }, 废品: { measure: scrap, unit: 元 }, 工时: hours", StringComparison.Ordinal)
        .Replace("sum(件数)", "sum(件数) - sum(废品)", StringComparison.Ordinal);

    [Fact]
    public async Task Warnings_that_nobody_accepted_are_told_and_nothing_is_published()
    {
        var plant = await PlantAsync();

        var answer = await plant.TryRecordAsync(RegisterName.Rulebooks, Line() with { Accept = ["units-differ"] });

        var refusal = Assert.Single(answer.Refusals);
        Assert.Equal(("warning-not-accepted", "lines[0].accept"), (refusal.Rule, refusal.Field));
        Assert.Contains("5:", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("accept 'input-unused' by name", refusal.Message, StringComparison.Ordinal);
        Assert.Empty((await BookAsync(plant)).Rulebooks);
    }

    [Fact]
    public async Task What_was_accepted_and_by_whom_is_kept_with_the_text()
    {
        var plant = await PlantAsync();

        await plant.RecordAsync(RegisterName.Rulebooks, Line() with { Accept = ["input-unused", "units-differ"] });

        var stored = plant.Events[^1];
        var line = Assert.IsType<RulebookLine>(EventCodec.Decode(stored));
        Assert.Equal(["input-unused", "units-differ"], line.Accept);
        Assert.Equal(Office, stored.Actor);
        Assert.Equal(TwoWarnings, (await BookAsync(plant)).Rulebooks[PlantBook.HashOf(TwoWarnings)].Text);
    }

    [Fact]
    public async Task An_acceptance_sent_again_is_answered_as_recorded_before()
    {
        var plant = await PlantAsync();
        var line = Line() with { Accept = ["input-unused", "units-differ"] };
        await plant.RecordAsync(RegisterName.Rulebooks, line);

        var again = await plant.TryRecordAsync(RegisterName.Rulebooks, line);

        Assert.Equal(EntryOutcome.AlreadyRecorded, again.Outcome);
    }

    private static RulebookLine Line() => new() { Id = Guid.NewGuid(), Code = "contest", Text = TwoWarnings };

    private Task<TestPlant> PlantAsync() => fixture.NewPlant().WithAsync("foundry: t0", Measure("pieces"));

    private Task<PlantBook> BookAsync(TestPlant plant) => new PlantBooks(fixture.Ledger)
        .RefreshAsync(plant.Id, TestContext.Current.CancellationToken);
}
