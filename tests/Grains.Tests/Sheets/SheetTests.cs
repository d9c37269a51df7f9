using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Sheets;

public sealed class SheetTests(PlantFixture fixture)
{
    [Fact]
    public async Task An_entry_sent_again_gets_the_first_receipt()
    {
        var plant = await fixture.WorkshopAsync();
        var entry = Entry("output", 40.0m) with
        {
            Note = " 停电两小时 ",
            Way = EntryWay.OnBehalf,
            For = new PersonId("p-7"),
            ObservedAt = new DateTimeOffset(2026, 3, 2, 14, 0, 0, TimeSpan.FromHours(8)).AddTicks(12_345),
            DeviceAt = new DateTimeOffset(2026, 3, 2, 6, 1, 0, TimeSpan.Zero).AddTicks(7),
        };
        var first = await plant.EnterAsync("t1", 2, entry, Entry("pieces", 12));
        await plant.LoseAsync(plant.Shift("t1", 2));

        var again = await plant.EnterAsync("t1", 2, entry with { Value = 40.00m, Note = "停电两小时" });

        Assert.Equal(EntryOutcome.AlreadyRecorded, again.Outcome);
        Assert.Equal(first.Entries[0], again.Entries.Single());
        Assert.Equal(first.Version, again.Version);
    }

    [Theory]
    [InlineData("value", "40.01", "40")]
    [InlineData("product", "body", "40")]
    [InlineData("note", "note", "40")]
    [InlineData("way", "way", "40")]
    [InlineData("heat", "record", "40")]
    public async Task An_id_with_other_content_is_refused_and_both_are_shown(string other, string shown, string recorded)
    {
        var plant = await fixture.WorkshopAsync();
        var entry = Entry(other == "heat" ? "carbon" : "output", 40) with
        {
            Note = "首检",
            Record = other == "heat" ? "H-1" : null,
        };
        await plant.EnteredAsync("t1", 2, entry);

        var answer = await plant.EnterAsync("t1", 2, other switch
        {
            "value" => entry with { Value = 40.01m },
            "product" => entry with { Product = new ProductCode("body") },
            "note" => entry with { Note = "复检" },
            "way" => entry with { Way = EntryWay.Late },
            _ => entry with { Record = null },
        });

        var refusal = Assert.Single(answer.Refusals);
        Assert.Equal(("id-taken", "entries[0].id"), (refusal.Rule, refusal.Field));
        Assert.Contains(shown, refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"= {recorded}", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("首检", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_which_a_part_is_recorded_already_gets_the_receipts_of_all()
    {
        var plant = await fixture.WorkshopAsync();
        var first = await plant.EnteredAsync("t1", 2, Entry("pieces", 12));
        var second = Entry("output", 3);

        var answer = await plant.EnterAsync("t1", 2, second, first);

        Assert.Equal(EntryOutcome.Recorded, answer.Outcome);
        Assert.Equal([new(second.Id, 2, 2), new(first.Id, 1, 1)], answer.Entries);
    }

    [Fact]
    public async Task A_correction_takes_the_place_of_the_figure_and_the_history_stays()
    {
        var plant = await fixture.WorkshopAsync();
        var wrong = await plant.EnteredAsync("t1", 2, Entry("pieces", 12, "body"));

        var right = await plant.EnteredAsync("t1", 2, Correction(wrong, 13));

        var line = Assert.Single((await plant.Shift("t1", 2).Read()).Lines);
        Assert.Equal((1L, right.Id, 13m), (line.Line, line.Entry, line.Value));
        var history = plant.Events.Where(stored => stored.Stream.Kind == StreamKind.Shift)
            .Select(EventCodec.Decode).Cast<EntryRecorded>().ToArray();
        Assert.Equal([12m, 13m], history.Select(entry => entry.Value));
        Assert.Equal(wrong.Id, history[1].Supersedes);
        Assert.NotNull(history[1].Reason);
    }

    [Fact]
    public async Task A_superseded_entry_is_not_corrected_again_and_the_current_one_is_shown()
    {
        var plant = await fixture.WorkshopAsync();
        var first = await plant.EnteredAsync("t1", 2, Entry("pieces", 12));
        var current = await plant.EnteredAsync("t1", 2, Correction(first, 13));

        var answer = await plant.EnterAsync("t1", 2, Correction(first, 14));

        var refusal = Assert.Single(answer.Refusals);
        Assert.Equal(("already-superseded", "entries[0].supersedes"), (refusal.Rule, refusal.Field));
        Assert.Contains(current.Id.ToString(), refusal.Message, StringComparison.Ordinal);
        Assert.Contains("13", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_corrections_of_one_entry_in_a_list_the_second_is_refused()
    {
        var plant = await fixture.WorkshopAsync();
        var first = await plant.EnteredAsync("t1", 2, Entry("pieces", 12));

        var answer = await plant.EnterAsync("t1", 2, Correction(first, 13), Correction(first, 14));

        Assert.Equal(
            ("already-superseded", "entries[1].supersedes"),
            (answer.Refusals.Single().Rule, answer.Refusals.Single().Field));
    }

    [Fact]
    public async Task A_correction_stays_in_its_cell()
    {
        var plant = await fixture.WorkshopAsync();
        var first = await plant.EnteredAsync("t1", 2, Entry("pieces", 12, "body"));

        var answer = await plant.EnterAsync("t1", 2, Correction(first, 12) with { Product = null });

        Assert.Equal("other-cell", Assert.Single(answer.Refusals).Rule);
    }

    [Fact]
    public async Task The_second_to_fill_a_cell_is_shown_the_first()
    {
        var plant = await fixture.WorkshopAsync();
        var first = await plant.EnteredAsync("t1", 2, Entry("pieces", 12));

        var answer = await plant.EnterAsync("t1", 2, Entry("pieces", 13));

        var refusal = Assert.Single(answer.Refusals);
        Assert.Equal(("cell-taken", "entries[0]"), (refusal.Rule, refusal.Field));
        Assert.Contains(first.Id.ToString(), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_void_line_is_filled_again()
    {
        var plant = await fixture.WorkshopAsync();
        var first = await plant.EnteredAsync("t1", 2, Entry("pieces", 12));
        var gone = await plant.EnteredAsync("t1", 2, Correction(first, null));

        var back = await plant.EnteredAsync("t1", 2, Correction(gone, 11));

        var line = Assert.Single((await plant.Shift("t1", 2).Read()).Lines);
        Assert.Equal((back.Id, 11m), (line.Entry, line.Value));
        Assert.Equal("cell-taken", Assert.Single((await plant.EnterAsync("t1", 2, Entry("pieces", 1))).Refusals).Rule);
    }

    [Fact]
    public async Task A_void_line_whose_cell_another_entry_took_stays_void()
    {
        var plant = await fixture.WorkshopAsync();
        var first = await plant.EnteredAsync("t1", 2, Entry("pieces", 12));
        var gone = await plant.EnteredAsync("t1", 2, Correction(first, null));
        var other = await plant.EnteredAsync("t1", 2, Entry("pieces", 20));

        var answer = await plant.EnterAsync("t1", 2, Correction(gone, 12));

        var refusal = Assert.Single(answer.Refusals);
        Assert.Equal("cell-taken", refusal.Rule);
        Assert.Contains(other.Id.ToString(), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Voiding_a_void_line_once_more_does_not_free_the_cell_that_another_entry_fills()
    {
        var plant = await fixture.WorkshopAsync();
        var first = await plant.EnteredAsync("t1", 2, Entry("pieces", 12));
        var gone = await plant.EnteredAsync("t1", 2, Correction(first, null));
        await plant.EnteredAsync("t1", 2, Entry("pieces", 20));

        await plant.EnterAsync("t1", 2, Correction(gone, null, "仍作废"));
        var answer = await plant.EnterAsync("t1", 2, Entry("pieces", 30));

        Assert.Equal("cell-taken", Assert.Single(answer.Refusals).Rule);
    }

    [Fact]
    public async Task A_cell_of_many_takes_thirty_two_records_and_each_is_corrected_by_itself()
    {
        var plant = await fixture.WorkshopAsync();
        var records = Enumerable.Range(1, 32).Select(record => Entry("defects", record)).ToArray();
        Assert.Empty((await plant.EnterAsync("t1", 2, records)).Refusals);

        await plant.EnteredAsync("t1", 2, Correction(records[4], 50));
        await plant.EnteredAsync("t1", 2, Correction(records[5], null));

        var lines = (await plant.Shift("t1", 2).Read()).Lines;
        Assert.Equal(32, lines.Select(line => line.Record).Distinct().Count());
        Assert.Equal((32 * 33 / 2) - 5 - 6 + 50, lines.Sum(line => line.Value));
    }

    [Fact]
    public async Task A_measure_that_takes_one_entry_from_now_on_keeps_the_records_it_took_before()
    {
        var plant = await fixture.WorkshopAsync();
        var one = await plant.EnteredAsync("t1", 2, Entry("defects", 1));
        await plant.EnteredAsync("t1", 2, Entry("defects", 2));
        await plant.RecordAsync(RegisterName.Measures, Measure("defects"));

        await plant.EnteredAsync("t1", 2, Correction(one, 3));

        Assert.Equal(["1", "2"], (await plant.Shift("t1", 2).Read()).Lines.Select(line => line.Record));
        Assert.Equal(["3", "2"], (await plant.Shift("t1", 2).Read()).Lines.Select(line => $"{line.Value}"));
    }

    [Fact]
    public async Task Each_heat_is_a_cell_of_its_own()
    {
        var plant = await fixture.WorkshopAsync();
        await plant.EnteredAsync("t1", 2, Entry("carbon", 3.35m) with { Record = "H-1" });
        await plant.EnteredAsync("t1", 2, Entry("carbon", 3.41m) with { Record = "H-2" });

        var again = await plant.EnterAsync("t1", 2, Entry("carbon", 3.40m) with { Record = " H-1 " });

        Assert.Equal("cell-taken", Assert.Single(again.Refusals).Rule);
        Assert.Equal(["H-1", "H-2"], (await plant.Shift("t1", 2).Read()).Lines.Select(line => line.Record));
    }

    [Theory]
    [InlineData(EntryWay.Ordinary, false)]
    [InlineData(EntryWay.Late, true)]
    [InlineData(EntryWay.FromPaper, true)]
    [InlineData(EntryWay.OnBehalf, true)]
    public async Task After_hand_over_ordinary_entries_have_ended_and_late_ones_have_not(EntryWay way, bool taken)
    {
        var plant = await fixture.WorkshopAsync();
        await plant.Shift("t1", 2).SignOff(Guid.NewGuid(), Lead);

        var answer = await plant.EnterAsync("t1", 2, Entry("pieces", 12) with { Way = way });

        Assert.Equal(taken ? [] : ["signed-off"], answer.Refusals.Select(refusal => refusal.Rule));
    }

    [Fact]
    public async Task A_line_is_corrected_after_hand_over_too()
    {
        var plant = await fixture.WorkshopAsync();
        var first = await plant.EnteredAsync("t1", 2, Entry("pieces", 12));
        await plant.Shift("t1", 2).SignOff(Guid.NewGuid(), Lead);

        await plant.EnteredAsync("t1", 2, Correction(first, 13));

        Assert.True((await plant.Shift("t1", 2).Read()).SignedOff);
    }

    [Theory]
    [InlineData(null, EntryWay.Ordinary)]
    [InlineData(EntryWay.NotSet, EntryWay.Ordinary)]
    [InlineData(EntryWay.Late, EntryWay.Late)]
    [InlineData(EntryWay.FromPaper, EntryWay.FromPaper)]
    [InlineData(EntryWay.OnBehalf, EntryWay.OnBehalf)]
    [InlineData(EntryWay.Opening, EntryWay.Opening)]
    public async Task How_an_entry_came_about_is_kept(EntryWay? way, EntryWay kept)
    {
        var plant = await fixture.WorkshopAsync();

        await plant.EnteredAsync("t1", 2, Entry("pieces", 12) with { Way = way, For = new PersonId("p-7") });

        var recorded = (EntryRecorded)EventCodec.Decode(plant.Events[^1]);
        Assert.Equal((kept, new PersonId("p-7")), (recorded.Way, recorded.For));
    }

    [Theory]
    [InlineData(9, 1)]
    [InlineData(10, 0)]
    [InlineData(500, 0)]
    [InlineData(501, 1)]
    public async Task An_unusual_figure_is_taken_with_a_warning(int pieces, int warnings)
    {
        var plant = await fixture.WorkshopAsync();

        var answer = await plant.EnterAsync("t1", 2, Entry("pieces", pieces));

        Assert.Equal(EntryOutcome.Recorded, answer.Outcome);
        Assert.Equal(
            Enumerable.Repeat(("unusual-value", "entries[0].value"), warnings),
            answer.Warnings.Select(warning => (warning.Rule, warning.Field)));
    }

    [Fact]
    public async Task The_greatest_figures_that_fit_are_taken_whole()
    {
        var plant = await fixture.WorkshopAsync();

        await plant.EnteredAsync("t1", 2, Entry("exact", 9_223_372_036.854775807m));
        await plant.EnteredAsync("t1", 3, Entry("exact", -9_223_372_036.854775807m));

        var rows = await fixture.Ledger.ReadPeriodAsync(plant.Id, March, TestContext.Current.CancellationToken);
        Assert.Equal([-long.MaxValue, long.MaxValue], rows.Select(row => row.Scaled).Order());
    }

    [Fact]
    public async Task A_trial_says_what_would_become_of_the_list_and_stores_nothing()
    {
        var plant = await fixture.WorkshopAsync();
        var position = plant.Events.Count;
        var entry = Entry("pieces", 5) with { Note = "试算" };

        var good = await plant.Shift("t1", 2).Enter(new EntryList([entry]), Lead, dryRun: true);
        var bad = await plant.Shift("t1", 2).Enter(new EntryList([entry with { Value = -1 }]), Lead, dryRun: true);

        Assert.Equal((EntryOutcome.Recorded, 0), (good.Outcome, good.Entries.Count));
        Assert.Single(good.Warnings);
        Assert.Equal(EntryOutcome.Refused, bad.Outcome);
        Assert.Equal(position, plant.Events.Count);
        Assert.Empty(fixture.Ledger.PrivateContentsOf(plant.Id));
    }

    [Fact]
    public async Task What_another_silo_recorded_a_moment_ago_is_not_refused_as_unknown()
    {
        var plant = await fixture.WorkshopAsync();
        await plant.EnteredAsync("t1", 2, Entry("pieces", 12));
        await plant.WriteElsewhereAsync(StreamKind.Register, RegisterNames.Of(RegisterName.Measures),
            Line(Measure("sudden")));
        await plant.WriteElsewhereAsync(StreamKind.Register, RegisterNames.Of(RegisterName.Organisation),
            Line(Unit("t9", UnitKind.Team, "foundry")));

        var answer = await plant.EnterAsync("t9", 2, Entry("sudden", 1));

        Assert.Equal(EntryOutcome.Recorded, answer.Outcome);
    }

    [Fact]
    public async Task A_measure_known_from_the_middle_of_the_month_is_taken_from_then_on()
    {
        var plant = await fixture.WorkshopAsync();

        await plant.EnteredAsync("t1", 15, Entry("new", 1));
        await plant.EnteredAsync("t3", 15, Entry("output", 1, "rim", "W-2"));

        Assert.Equal("unknown-measure", (await plant.EnterAsync("t1", 14, Entry("new", 1))).Refusals.Single().Rule);
    }

    [Fact]
    public async Task A_sheet_read_again_from_the_ledger_is_the_same()
    {
        var plant = await fixture.WorkshopAsync();
        var first = await plant.EnteredAsync("t1", 2, Entry("pieces", 12));
        await plant.EnteredAsync("t1", 2, Correction(first, null));
        await plant.EnteredAsync("t1", 2, Entry("defects", 1));
        await plant.Shift("t1", 2).SignOff(Guid.NewGuid(), Lead);
        var before = await plant.Shift("t1", 2).Read();

        await plant.LoseAsync(plant.Shift("t1", 2));

        var after = await plant.Shift("t1", 2).Read();
        Assert.Equal(before with { Lines = [] }, after with { Lines = [] });
        Assert.Equal(before.Lines, after.Lines);
    }

    [Fact]
    public async Task Sheets_of_a_week_a_month_and_an_event_take_their_own_measures()
    {
        var plant = await fixture.WorkshopAsync();
        var team = SubjectId.Team(new UnitId("t2"));

        var month = await EnterAsync(plant, StreamKind.Department, "foundry/2026-03-01/month", Entry("energy", 7));
        var week = await EnterAsync(plant, StreamKind.Department, "foundry/2026-03-02/week", Entry("trials", 7));
        var happening = await EnterAsync(
            plant, StreamKind.Event, "V-1", Entry("violations", 1) with { Date = new DateOnly(2026, 3, 9) });

        Assert.Empty(month.Refusals.Concat(week.Refusals).Concat(happening.Refusals));

        Task<EntryAnswer> EnterAsync(TestPlant plant, StreamKind kind, string key, EntryForm entry) =>
            plant.Sheet(kind, key).Enter(new EntryList([entry with { Subject = team }]), Lead, dryRun: false);
    }

    private static (Guid, object) Line(RegisterLine line) => (line.Id, line);
}
