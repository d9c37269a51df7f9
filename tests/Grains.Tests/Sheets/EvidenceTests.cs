using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Sheets;

/// <summary>A photo or file proves an entry; the sheet commits to it.</summary>
public sealed class EvidenceTests(PlantFixture fixture)
{
    [Fact]
    public async Task An_entry_and_its_correction_have_evidence_of_their_own()
    {
        var plant = await fixture.WorkshopAsync();
        var entry = await plant.EnteredAsync("t1", 2, Entry("pieces", 12));
        var correction = Correction(entry, 13);
        await plant.EnteredAsync("t1", 2, correction);
        var (first, second) = (Photo(entry.Id, 'a'), Photo(correction.Id, 'b'));

        await plant.Shift("t1", 2).Attach(first, Lead);
        await plant.LoseAsync(plant.Shift("t1", 2));
        await plant.Shift("t1", 2).Attach(second, Lead);

        Assert.Equal([first, second], (await plant.Shift("t1", 2).Read()).Evidence!);
    }

    [Fact]
    public async Task The_same_is_attached_once_and_only_to_what_is_there()
    {
        var plant = await fixture.WorkshopAsync();
        var sheet = plant.Shift("t1", 2);
        var entry = await plant.EnteredAsync("t1", 2, Entry("pieces", 12));
        var photo = Photo(entry.Id, 'a');
        await sheet.Attach(photo, Lead);

        Assert.Equal(EntryOutcome.AlreadyRecorded, (await sheet.Attach(photo, Lead)).Outcome);
        await AssertRefusedAsync("id-taken", photo with { File = photo.File with { Length = 7 } });
        await AssertRefusedAsync("evidence-there", photo with { Id = Guid.CreateVersion7() });
        await AssertRefusedAsync("unknown-entry", Photo(Guid.CreateVersion7(), 'a'));
        await AssertRefusedAsync("id-missing", Photo(entry.Id, 'b') with { Id = Guid.Empty });
        await AssertRefusedAsync("id-taken", Photo(entry.Id, 'b') with { Id = entry.Id });
        await AssertRefusedAsync("evidence-broken", Photo(entry.Id, 'Z'));
        Assert.Equal("wrong-role", (await sheet.Attach(
            Photo(entry.Id, 'b'), new Actor(ActorKind.Person, "worker", Role.Worker))).Refusals.Single().Rule);

        async Task AssertRefusedAsync(string rule, SheetEvidence evidence) =>
            Assert.Equal(rule, (await sheet.Attach(evidence, Lead)).Refusals[0].Rule);
    }

    [Fact]
    public async Task An_entry_has_five_at_most()
    {
        var plant = await fixture.WorkshopAsync();
        var entry = await plant.EnteredAsync("t1", 2, Entry("pieces", 12));
        foreach (var letter in "abcde")
        {
            Assert.Equal(EntryOutcome.Recorded, (await plant.Shift("t1", 2).Attach(Photo(entry.Id, letter), Lead)).Outcome);
        }

        Assert.Equal("evidence-many", (await plant.Shift("t1", 2).Attach(Photo(entry.Id, 'f'), Lead)).Refusals.Single().Rule);
    }

    private static SheetEvidence Photo(Guid entry, char letter) =>
        new(Guid.CreateVersion7(), entry, new EvidenceCommitment(new string(letter, 64), 12_345, "image/jpeg"));
}
