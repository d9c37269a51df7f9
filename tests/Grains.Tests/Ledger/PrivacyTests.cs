using System.Text;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Ledger;

public sealed class PrivacyTests(PlantFixture fixture)
{
    private const string Marker = "王小明误填";

    [Fact]
    public async Task No_payload_holds_a_note_or_a_reason_and_each_is_kept_outside_under_its_commitment()
    {
        var plant = await fixture.NewPlant().WithAsync("foundry: t0", Measure("pieces"));
        var entry = await plant.EnteredAsync("t0", 2, Entry("pieces", 7) with { Note = Marker });
        await plant.EnteredAsync("t0", 2, Correction(entry, 8, Marker));
        await RecordPlansAsync(plant, Marker);

        var payloads = plant.Events.Select(stored => Encoding.UTF8.GetString(stored.Payload.Span)).ToArray();
        Assert.DoesNotContain(payloads, payload => payload.Contains(Marker, StringComparison.Ordinal));
        Assert.DoesNotContain(payloads, payload => payload.Contains("\\u", StringComparison.Ordinal));
        var kept = fixture.Ledger.PrivateContentsOf(plant.Id).ToDictionary(content => content.Id);
        var commitments = plant.Events.Select(EventCodec.Decode).SelectMany(payload => payload switch
        {
            EntryRecorded recorded => new[] { recorded.Reason, recorded.Note },
            PlanChangeLine change => [change.ReasonKept],
            _ => [],
        }).OfType<Contracts.Commitment>().ToArray();
        Assert.Equal(4, commitments.Length); // the correction keeps the note of the form that it was made of
        Assert.Equal(kept.Keys.Order(), commitments.Select(commitment => commitment.Content).Order());
        Assert.All(commitments, commitment => Assert.True(Commitments.Holds(commitment, kept[commitment.Content])));
        Assert.All(kept.Values, content => Assert.Equal(Marker, Encoding.UTF8.GetString(content.Content.Span)));
    }

    [Fact]
    public async Task Equal_texts_are_committed_to_differently()
    {
        var plant = await fixture.NewPlant().WithAsync("foundry: t0", Measure("pieces"));

        await plant.EnteredAsync("t0", 2, Entry("pieces", 7) with { Note = Marker });
        await plant.EnteredAsync("t0", 3, Entry("pieces", 7) with { Note = Marker });

        var notes = plant.Events.TakeLast(2).Select(EventCodec.Decode).Cast<EntryRecorded>().Select(entry => entry.Note!.Hmac);
        Assert.Equal(2, notes.Distinct().Count());
    }

    [Fact]
    public async Task An_entry_whose_note_was_erased_is_still_known_as_sent_before()
    {
        var plant = await fixture.NewPlant().WithAsync("foundry: t0", Measure("pieces"));
        var entry = await plant.EnteredAsync("t0", 2, Entry("pieces", 7) with { Note = Marker });
        var note = fixture.Ledger.PrivateContentsOf(plant.Id).Single();
        await fixture.Ledger.EraseAsync(plant.Id, note.Id, TestContext.Current.CancellationToken);

        var again = await plant.EnterAsync("t0", 2, entry);

        Assert.Equal(EntryOutcome.AlreadyRecorded, again.Outcome);
    }

    private static async Task RecordPlansAsync(TestPlant plant, string reason)
    {
        var plan = new PlanLine
        {
            Id = Guid.NewGuid(),
            Measure = new MeasureCode("pieces"),
            Subject = SubjectId.Team(new UnitId("t0")),
            Period = March,
            Value = 52,
        };
        await plant.RecordAsync(RegisterName.Plans, plan, new PlanChangeLine
        {
            Id = Guid.NewGuid(),
            Notice = "生计07号",
            Measure = plan.Measure,
            Subject = plan.Subject,
            Period = March,
            Value = 46,
            Reason = reason,
        });
    }
}
