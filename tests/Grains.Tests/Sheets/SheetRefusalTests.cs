using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Sheets;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Sheets;

public sealed class SheetRefusalTests(PlantFixture fixture)
{
    private static readonly SubjectId OtherTeam = SubjectId.Team(new UnitId("t2"));

    [Theory]
    [InlineData("without an id", "id-missing", "entries[0].id")]
    [InlineData("of an unknown measure", "unknown-measure", "entries[0].measure")]
    [InlineData("of a measure known only later", "unknown-measure", "entries[0].measure")]
    [InlineData("of a computed measure", "computed-measure", "entries[0].measure")]
    [InlineData("of a month's measure", "wrong-sheet", "entries[0].measure")]
    [InlineData("that another role makes", "wrong-role", "entries[0].measure")]
    [InlineData("in another unit", "wrong-unit", "entries[0].unit")]
    [InlineData("about a person instead of a team", "wrong-subject", "entries[0].subject")]
    [InlineData("about another team", "wrong-subject", "entries[0].subject")]
    [InlineData("about an unknown project", "unknown-subject", "entries[0].subject")]
    [InlineData("of an unknown product", "unknown-product", "entries[0].product")]
    [InlineData("of a product known only later", "unknown-product", "entries[0].product")]
    [InlineData("of an unknown work order", "unknown-work-order", "entries[0].workOrder")]
    [InlineData("of a work order known only later", "unknown-work-order", "entries[0].workOrder")]
    [InlineData("without a value", "value-missing", "entries[0].value")]
    [InlineData("below the range", "value-out-of-range", "entries[0].value")]
    [InlineData("above the range", "value-out-of-range", "entries[0].value")]
    [InlineData("beyond 64 bits", "value-out-of-range", "entries[0].value")]
    [InlineData("far below 64 bits", "value-out-of-range", "entries[0].value")]
    [InlineData("with half a piece", "too-many-decimals", "entries[0].value")]
    [InlineData("with ten decimals", "too-many-decimals", "entries[0].value")]
    [InlineData("with an endless detail", "text-not-allowed", "entries[0].detail")]
    [InlineData("with an endless note", "text-not-allowed", "entries[0].note")]
    [InlineData("with a bell in its note", "text-not-allowed", "entries[0].note")]
    [InlineData("with an endless reason", "text-not-allowed", "entries[0].reason")]
    [InlineData("of a heat that is not named", "record-missing", "entries[0].record")]
    [InlineData("of a heat with an endless name", "text-not-allowed", "entries[0].record")]
    [InlineData("with a heat where none is taken", "record-not-taken", "entries[0].record")]
    [InlineData("with another date than its sheet", "date-of-sheet", "entries[0].date")]
    [InlineData("that corrects nothing known", "unknown-entry", "entries[0].supersedes")]
    [InlineData("that corrects without a reason", "reason-missing", "entries[0].reason")]
    public async Task An_entry_is_refused_by_the_name_of_its_rule_and_nothing_is_stored(
        string entry, string rule, string field)
    {
        var plant = await fixture.WorkshopAsync();
        var position = plant.Events.Count;

        var answer = await plant.EnterAsync("t1", 2, Wrong(entry), Entry("pieces", 12));

        Assert.Equal(EntryOutcome.Refused, answer.Outcome);
        Assert.Contains(answer.Refusals, refusal => refusal.Rule == rule && refusal.Field == field);
        Assert.Empty(answer.Entries);
        Assert.Equal(position, plant.Events.Count);
        Assert.Empty((await plant.Shift("t1", 2).Read()).Lines);
    }

    [Theory]
    [InlineData(StreamKind.Shift, "nobody/2026-03-02/day", "pieces", "unknown-team")]
    [InlineData(StreamKind.Shift, "t3/2026-03-02/day", "pieces", "unknown-team")] // founded on the 15th
    [InlineData(StreamKind.Shift, "t1/2026-03-02/evening", "pieces", "unknown-shift")]
    [InlineData(StreamKind.Shift, "t2/2026-03-02/night", "pieces", "unknown-shift")] // only t1 works at night
    [InlineData(StreamKind.Shift, "t1/2026-04-02/day", "pieces", "date-out-of-range")] // the day after tomorrow
    [InlineData(StreamKind.Shift, "t1/9999-12-31/day", "pieces", "date-out-of-range")]
    [InlineData(StreamKind.Shift, "t1/0001-01-01/day", "pieces", "date-out-of-range")]
    [InlineData(StreamKind.Department, "foundry/2026-03-02/month", "energy", "period-start")]
    [InlineData(StreamKind.Department, "foundry/2026-03-03/week", "trials", "period-start")] // a Tuesday
    public async Task A_sheet_that_there_cannot_be_takes_no_entries(
        StreamKind kind, string key, string measure, string rule)
    {
        var plant = await fixture.WorkshopAsync();
        var position = plant.Events.Count;

        var answer = await plant.Sheet(kind, key).Enter(
            new EntryList([Entry(measure, 12) with { Subject = SubjectId.Team(new UnitId("t1")) }]), Lead, dryRun: false);

        Assert.Contains(answer.Refusals, refusal => refusal.Rule == rule && refusal.Field == "sheet");
        Assert.Equal(position, plant.Events.Count);
    }

    [Theory]
    [InlineData(null, "date-missing")]
    [InlineData("2026-04-02", "date-out-of-range")]
    [InlineData("9999-12-31", "date-out-of-range")]
    public async Task An_event_names_the_day_on_which_it_happened(string? date, string rule)
    {
        var plant = await fixture.WorkshopAsync();
        var violation = Entry("violations", 1) with { Subject = OtherTeam, Date = Day(date) };

        var answer = await plant.Sheet(StreamKind.Event, "V-1").Enter(new EntryList([violation]), Lead, dryRun: false);

        Assert.Contains(answer.Refusals, refusal => refusal.Rule == rule && refusal.Field == "entries[0].date");
    }

    [Fact]
    public async Task A_department_says_whom_its_figures_are_about()
    {
        var plant = await fixture.WorkshopAsync();

        var answer = await plant.Sheet(StreamKind.Department, "foundry/2026-03-01/month")
            .Enter(new EntryList([Entry("energy", 1)]), Lead, dryRun: false);

        var refusal = Assert.Single(answer.Refusals);
        Assert.Equal(("subject-missing", "entries[0].subject"), (refusal.Rule, refusal.Field));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Sheet.MaxEntries + 1)]
    public async Task A_list_has_neither_no_entries_nor_too_many(int entries)
    {
        var plant = await fixture.WorkshopAsync();

        var answer = await plant.EnterAsync(
            "t1", 2, [.. Enumerable.Range(1, entries).Select(piece => Entry("defects", piece))]);

        Assert.Equal(("list-length", "entries"), (answer.Refusals.Single().Rule, answer.Refusals.Single().Field));
    }

    [Fact]
    public async Task A_list_with_one_id_twice_is_refused()
    {
        var plant = await fixture.WorkshopAsync();
        var entry = Entry("pieces", 12);

        var answer = await plant.EnterAsync("t1", 2, entry, Entry("output", 3) with { Id = entry.Id });

        Assert.Equal(("id-twice", "entries[1].id"), (answer.Refusals.Single().Rule, answer.Refusals.Single().Field));
    }

    [Fact]
    public async Task A_list_with_one_cell_twice_is_refused_and_names_the_entry_that_has_it()
    {
        var plant = await fixture.WorkshopAsync();
        var first = Entry("pieces", 12, "body");

        var answer = await plant.EnterAsync("t1", 2, first, Entry("pieces", 13, "body"));

        var refusal = Assert.Single(answer.Refusals);
        Assert.Equal(("cell-taken", "entries[1]"), (refusal.Rule, refusal.Field));
        Assert.Contains(first.Id.ToString(), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_told_everything_that_is_wrong_with_it_at_once()
    {
        var plant = await fixture.WorkshopAsync();

        var answer = await plant.EnterAsync("t1", 2, Entry("pieces", -1, "nothing"), Entry("nothing", 1));

        Assert.Equal(
            ["unknown-product", "value-out-of-range", "unknown-measure"], answer.Refusals.Select(refusal => refusal.Rule));
    }

    [Fact]
    public async Task Who_may_only_look_on_enters_nothing()
    {
        var plant = await fixture.WorkshopAsync();
        var auditor = new Actor(ActorKind.Person, "auditor", Role.Auditor);

        var answer = await plant.Shift("t1", 2).Enter(new EntryList([Entry("pieces", 12)]), auditor, dryRun: false);

        Assert.Equal("wrong-role", Assert.Single(answer.Refusals).Rule);
    }

    [Fact]
    public async Task A_sheet_is_signed_off_once_and_only_if_there_can_be_one()
    {
        var plant = await fixture.WorkshopAsync();
        var id = Guid.NewGuid();

        var first = await plant.Shift("t1", 2).SignOff(id, Lead);
        var retried = await plant.Shift("t1", 2).SignOff(id, Lead);
        var again = await plant.Shift("t1", 2).SignOff(Guid.NewGuid(), Lead);
        var nowhere = await plant.Shift("nobody", 2).SignOff(Guid.NewGuid(), Lead);
        var without = await plant.Shift("t1", 3).SignOff(Guid.Empty, Lead);

        Assert.Equal(EntryOutcome.Recorded, first.Outcome);
        Assert.Equal(EntryOutcome.AlreadyRecorded, retried.Outcome);
        Assert.Equal("signed-off", Assert.Single(again.Refusals).Rule);
        Assert.Equal("unknown-team", Assert.Single(nowhere.Refusals).Rule);
        Assert.Equal("id-missing", Assert.Single(without.Refusals).Rule);
    }

    [Fact]
    public async Task Entries_and_sign_offs_share_their_ids()
    {
        var plant = await fixture.WorkshopAsync();
        var entry = await plant.EnteredAsync("t1", 2, Entry("pieces", 12));
        var signOff = Guid.NewGuid();
        await plant.Shift("t1", 3).SignOff(signOff, Lead);

        var signedWithEntry = await plant.Shift("t1", 2).SignOff(entry.Id, Lead);
        var enteredWithSignOff = await plant.EnterAsync(
            "t1", 3, Entry("pieces", 12) with { Id = signOff, Way = EntryWay.Late });

        Assert.Equal("id-taken", Assert.Single(signedWithEntry.Refusals).Rule);
        Assert.Equal("id-taken", Assert.Single(enteredWithSignOff.Refusals).Rule);
    }

    private static EntryForm Wrong(string entry) => entry switch
    {
        "without an id" => Entry("output", 1) with { Id = Guid.Empty },
        "of an unknown measure" => Entry("nothing", 1),
        "of a measure known only later" => Entry("new", 1),
        "of a computed measure" => Entry("worth", 1),
        "of a month's measure" => Entry("energy", 1),
        "that another role makes" => Entry("counted", 1),
        "in another unit" => Entry("output", 1) with { Unit = "kg" },
        "about a person instead of a team" => Entry("output", 1) with { Subject = new SubjectId(SubjectKind.Person, "p-1") },
        "about another team" => Entry("output", 1) with { Subject = OtherTeam },
        "about an unknown project" => Entry("savings", 1) with { Subject = new SubjectId(SubjectKind.Project, "ZD-9") },
        "of an unknown product" => Entry("output", 1, "nothing"),
        "of a product known only later" => Entry("output", 1, "rim"),
        "of an unknown work order" => Entry("output", 1, workOrder: "W-9"),
        "of a work order known only later" => Entry("output", 1, workOrder: "W-2"),
        "without a value" => Entry("output", 1) with { Value = null },
        "below the range" => Entry("output", -0.01m),
        "above the range" => Entry("output", 1_000_000.01m),
        "beyond 64 bits" => Entry("exact", 9_223_372_036.854775808m),
        "far below 64 bits" => Entry("exact", -9_999_999_999_999_999_999_999_999_999m),
        "with half a piece" => Entry("defects", 0.5m),
        "with ten decimals" => Entry("exact", 0.0000000001m),
        "with an endless detail" => Entry("output", 1) with { Detail = new string('x', EntryRules.MaxKeyLength + 1) },
        "with an endless note" => Entry("output", 1) with { Note = new string('x', EntryRules.MaxTextLength + 1) },
        "with a bell in its note" => Entry("output", 1) with { Note = "ding\u0007dong" },
        "with an endless reason" => Entry("output", 1) with { Reason = new string('x', EntryRules.MaxTextLength + 1) },
        "of a heat that is not named" => Entry("carbon", 1),
        "of a heat with an endless name" => Entry("carbon", 1) with { Record = new string('x', EntryRules.MaxKeyLength + 1) },
        "with a heat where none is taken" => Entry("output", 1) with { Record = "H-1" },
        "with another date than its sheet" => Entry("output", 1) with { Date = new DateOnly(2026, 3, 3) },
        "that corrects nothing known" => Entry("output", 1) with { Supersedes = Guid.NewGuid(), Reason = "核对" },
        "that corrects without a reason" => Entry("output", 1) with { Supersedes = Guid.NewGuid(), Reason = " " },
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry, "The table names no such entry."),
    };

    private static DateOnly? Day(string? date) =>
        date is null ? null : DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
