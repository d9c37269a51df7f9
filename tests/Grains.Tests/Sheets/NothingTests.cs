using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Sheets;

/// <summary>无事可报: a shift with nothing to enter says so, once.</summary>
public sealed class NothingTests(PlantFixture fixture)
{
    private static readonly NothingForm Nothing = new(Guid.CreateVersion7());

    [Fact]
    public async Task An_empty_sheet_says_that_there_is_nothing_and_is_signed_off_like_others()
    {
        var plant = await fixture.WorkshopAsync();
        var sheet = plant.Shift("t1", 2);

        var said = await sheet.ReportNothing(Nothing, Lead);

        Assert.Equal(EntryOutcome.Recorded, said.Outcome);
        Assert.Equal(new EntryReceipt(Nothing.Id, 1, 1), said.Entries.Single());
        Assert.True((await sheet.Read()).NothingToReport);
        Assert.Equal(EntryOutcome.Recorded, (await sheet.SignOff(Guid.CreateVersion7(), Lead)).Outcome);
    }

    [Fact]
    public async Task It_is_said_once_however_often_it_is_sent()
    {
        var plant = await fixture.WorkshopAsync();
        var first = await plant.Shift("t1", 2).ReportNothing(Nothing, Lead);
        await plant.LoseAsync(plant.Shift("t1", 2));

        var again = await plant.Shift("t1", 2).ReportNothing(Nothing, Lead);
        var other = await plant.Shift("t1", 2).ReportNothing(Nothing with { Way = EntryWay.Late }, Lead);
        var second = await plant.Shift("t1", 2).ReportNothing(new NothingForm(Guid.CreateVersion7()), Lead);

        Assert.Equal((EntryOutcome.AlreadyRecorded, first.Entries[0]), (again.Outcome, again.Entries.Single()));
        Assert.Equal("id-taken", other.Refusals.Single().Rule);
        Assert.Equal("nothing-reported", second.Refusals.Single().Rule);
    }

    [Fact]
    public async Task A_sheet_with_figures_does_not_say_it_until_they_are_void()
    {
        var plant = await fixture.WorkshopAsync();
        var entry = await plant.EnteredAsync("t1", 2, Entry("pieces", 12));

        var refused = await plant.Shift("t1", 2).ReportNothing(Nothing, Lead);
        await plant.EnteredAsync("t1", 2, Correction(entry, null));

        Assert.Equal("sheet-not-empty", refused.Refusals.Single().Rule);
        Assert.Equal(EntryOutcome.Recorded, (await plant.Shift("t1", 2).ReportNothing(Nothing, Lead)).Outcome);
    }

    [Fact]
    public async Task A_figure_that_is_entered_later_takes_its_place()
    {
        var plant = await fixture.WorkshopAsync();
        await plant.Shift("t1", 2).ReportNothing(Nothing, Lead);

        await plant.EnteredAsync("t1", 2, Entry("pieces", 12));

        Assert.False((await plant.Shift("t1", 2).Read()).NothingToReport);
        Assert.Equal(2, plant.Events.Count(stored => stored.Type is "nothing-reported" or "entry"));
    }

    [Fact]
    public async Task After_hand_over_it_is_late_and_not_everybody_says_it()
    {
        var plant = await fixture.WorkshopAsync();
        var sheet = plant.Shift("t1", 2);
        await sheet.SignOff(Guid.CreateVersion7(), Lead);

        var ordinary = await sheet.ReportNothing(Nothing, Lead);
        var viewer = await sheet.ReportNothing(Nothing, new Actor(ActorKind.Person, "viewer", Role.Viewer));
        var late = await sheet.ReportNothing(Nothing with { Way = EntryWay.Late }, Lead);

        Assert.Equal("signed-off", ordinary.Refusals.Single().Rule);
        Assert.Contains(viewer.Refusals, refusal => refusal.Rule == "wrong-role");
        Assert.Equal(EntryOutcome.Recorded, late.Outcome);
    }

    [Fact]
    public async Task Its_id_is_not_anothers()
    {
        var plant = await fixture.WorkshopAsync();
        await plant.Shift("t1", 2).ReportNothing(Nothing, Lead);

        var entry = await plant.EnterAsync("t1", 2, Entry("pieces", 12) with { Id = Nothing.Id });
        var nameless = await plant.Shift("t1", 3).ReportNothing(new NothingForm(Guid.Empty), Lead);

        Assert.Equal(EntryOutcome.Refused, entry.Outcome);
        Assert.Equal("id-missing", nameless.Refusals.Single().Rule);
    }
}
