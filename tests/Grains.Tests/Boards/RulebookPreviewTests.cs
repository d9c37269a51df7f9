using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Boards;
using Ganchao.Grains.Registers;
using Ganchao.Grains.Tests.Plants;
using Microsoft.Extensions.DependencyInjection;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Boards;

/// <summary>March has ended: another rulebook is tried on it, and adopted for what comes.</summary>
public sealed class RulebookPreviewTests(AprilFixture fixture) : IClassFixture<AprilFixture>
{
    private static readonly StageCode April4 = new("m4");

    [Fact]
    public async Task A_rulebook_is_tried_on_a_past_stage_and_changes_nothing_there()
    {
        var (plant, march) = await fixture.ContestAsync(teams: 2);
        await plant.EnteredAsync("t0", 2, Entry("pieces", 5));
        await plant.EnteredAsync("t1", 3, Entry("pieces", 7));
        var before = await plant.ReadProvenAsync(march);

        var (preview, fault) = await PreviewAsync(before, Contest.Rulebook("10 - value"));

        Assert.Null(fault);
        Assert.Equal(
            [("t0", 2m, 1m, 5m, 5m), ("t1", 1m, 2m, 7m, 3m)],
            preview!.Rows.Select(row =>
                (row.Entrant, row.PlaceNow!.Value, row.PlaceThen!.Value, row.TotalNow!.Value, row.TotalThen!.Value)));
        Assert.Empty(preview.Rows[0].Changes);
        Assert.Equal(new PreviewChange("件数分", 7m, 3m), Assert.Single(preview.Rows[1].Changes));
        Assert.NotEqual(preview.RulebookNow, preview.RulebookThen);
        Assert.Equal(before.Rows.Select(row => row.Total), (await plant.ReadProvenAsync(march)).Rows.Select(row => row.Total));
    }

    [Fact]
    public async Task A_new_rulebook_is_adopted_from_a_stage_on_and_what_has_ended_keeps_its_own()
    {
        var (plant, march) = await fixture.ContestAsync(teams: 1);
        await plant.EnteredAsync("t0", 2, Entry("pieces", 5));
        Assert.Empty((await plant.TryRecordCompetitionAsync("contest", new StageLine
        {
            Id = Guid.NewGuid(),
            Stage = April4,
            Names = new("4月"),
            Dates = new(new(2026, 4, 1), new(2026, 5, 1)),
        })).Refusals);
        var text = Contest.Rulebook("100");
        await plant.RecordAsync(RegisterName.Rulebooks, new RulebookLine { Id = Guid.NewGuid(), Code = "contest", Text = text });
        var adopted = new RulebookAdoptedLine { Id = Guid.NewGuid(), Rulebook = PlantBook.HashOf(text) };

        var always = await plant.TryRecordCompetitionAsync("contest", adopted);
        var march3 = await plant.TryRecordCompetitionAsync("contest", adopted with { From = new("m3") });
        var unknown = await plant.TryRecordCompetitionAsync("contest", adopted with { From = new("m9") });
        Assert.Empty((await plant.TryRecordCompetitionAsync("contest", adopted with { From = April4 })).Refusals);

        Assert.Equal("rulebook-past", Assert.Single(always.Refusals).Rule);
        Assert.Equal("rulebook-past", Assert.Single(march3.Refusals).Rule);
        Assert.Equal("unknown-stage", Assert.Single(unknown.Refusals).Rule);
        Assert.Equal(5m, (await plant.ReadProvenAsync(march)).Rows[0].Total);
        Assert.Equal(100m, (await plant.ReadProvenAsync(march with { Stage = April4 })).Rows[0].Total);
    }

    private async Task<(RulebookPreview? Preview, string? Fault)> PreviewAsync(BoardFrame frame, string text) =>
        await fixture.Services.GetRequiredService<Recount>().PreviewAsync(frame, text, TestContext.Current.CancellationToken);
}
