using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Competitions;
using Ganchao.Grains.Interfaces.Registers;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Grains.Tests.Boards;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Ledger;

public sealed class LostAnswerTests(PlantFixture fixture)
{
    public static TheoryData<string> Faults => [.. Enum.GetNames<Fault>().Where(name => name != nameof(Fault.None))];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_list_of_entries_whose_answer_was_lost_is_safe_to_send_again(string fault)
    {
        var (plant, board) = await fixture.ContestAsync(1);
        var before = await plant.EnteredAsync("t0", 2, Entry("pieces", 7));
        EntryForm[] list =
        [
            Correction(before, 8),
            Entry("pieces", 5) with { Detail = "a", Note = "首检" },
            Entry("pieces", 6) with { Detail = "b" },
        ];
        Break(plant, fault);

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => plant.EnterAsync("t0", 2, list));
        var retried = await plant.EnterAsync("t0", 2, list);
        var again = await plant.EnterAsync("t0", 2, list);

        Assert.Equal(Landed(fault) ? EntryOutcome.AlreadyRecorded : EntryOutcome.Recorded, retried.Outcome);
        Assert.Equal([new(list[0].Id, 2, 1), new(list[1].Id, 3, 3), new(list[2].Id, 4, 4)], retried.Entries);
        Assert.Equal(EntryOutcome.AlreadyRecorded, again.Outcome);
        Assert.Equal(retried.Entries, again.Entries);
        AssertChain(plant, StreamKind.Shift, 4);
        await AssertBoardAsync(plant, board, 19m);
        Assert.Equal(2, fixture.Ledger.PrivateContentsOf(plant.Id).Count);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_sheet_that_could_not_append_reads_the_ledger_again(string fault)
    {
        var (plant, _) = await fixture.ContestAsync(1);
        await plant.EnteredAsync("t0", 2, Entry("pieces", 7));
        Break(plant, fault);

        await Assert.ThrowsAsync<LedgerUnavailableException>(
            () => plant.EnterAsync("t0", 2, Entry("pieces", 5) with { Detail = "a" }));
        var view = await plant.Shift("t0", 2).Read();

        Assert.Equal(plant.Events.Count(stored => stored.Stream.Kind == StreamKind.Shift), view.Version);
        Assert.Equal(Landed(fault) ? 2 : 1, view.Lines.Count);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_sign_off_whose_answer_was_lost_is_safe_to_send_again(string fault)
    {
        var (plant, _) = await fixture.ContestAsync(1);
        var id = Guid.NewGuid();
        Break(plant, fault);

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => plant.Shift("t0", 2).SignOff(id, Lead));
        var retried = await plant.Shift("t0", 2).SignOff(id, Lead);

        Assert.Equal(Landed(fault) ? EntryOutcome.AlreadyRecorded : EntryOutcome.Recorded, retried.Outcome);
        AssertChain(plant, StreamKind.Shift, 1);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Lines_of_a_register_whose_answer_was_lost_are_safe_to_send_again(string fault)
    {
        var (plant, _) = await fixture.ContestAsync(1);
        var lines = new RegisterLines([Measure("a"), Measure("b")]);
        var register = fixture.Grains.GetGrain<IRegisterGrain>($"{plant.Id}/{RegisterNames.Of(RegisterName.Measures)}");
        Break(plant, fault);

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => register.Record(lines, Office, null, dryRun: false));
        var retried = await register.Record(lines, Office, null, dryRun: false);
        var again = await register.Record(lines, Office, null, dryRun: false);

        Assert.Equal(Landed(fault) ? EntryOutcome.AlreadyRecorded : EntryOutcome.Recorded, retried.Outcome);
        Assert.Equal((EntryOutcome.AlreadyRecorded, 3L), (again.Outcome, again.Version));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task An_enrolment_whose_answer_was_lost_is_on_the_board_once_it_was_sent_again(string fault)
    {
        var (plant, board) = await fixture.ContestAsync(1);
        var guest = new EnrolmentLine { Id = Guid.NewGuid(), Entrant = "guest", Names = new("兄弟厂"), Guest = true };
        var lines = new CompetitionLines([guest]);
        var competition = fixture.Grains.GetGrain<ICompetitionGrain>($"{plant.Id}/contest");
        Break(plant, fault);

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => competition.Record(lines, Office, null, dryRun: false));
        var retried = await competition.Record(lines, Office, null, dryRun: false);

        Assert.Equal(Landed(fault) ? EntryOutcome.AlreadyRecorded : EntryOutcome.Recorded, retried.Outcome);
        Assert.Contains("guest", (await plant.ReadProvenAsync(board)).Rows.Select(row => row.Entrant));
    }

    [Fact]
    public async Task Many_faults_in_a_row_lose_and_double_nothing()
    {
        var (plant, board) = await fixture.ContestAsync(1);
        var random = new Random(11);
        var total = 0;

        for (var entry = 1; entry <= 30; entry++)
        {
            var form = Entry("pieces", entry) with { Detail = $"d{entry}" };
            total += entry;
            fixture.Ledger.Break(plant.Id, [.. Enumerable.Range(0, 3).Select(_ => (Fault)random.Next(4))]);
            while (!await TryEnterAsync(plant, form))
            {
            }
        }

        fixture.Ledger.Break(plant.Id);
        AssertChain(plant, StreamKind.Shift, 30);
        await AssertBoardAsync(plant, board, total);
    }

    [Fact]
    public async Task Of_two_activations_of_one_sheet_the_later_loses_cleanly_and_then_goes_on()
    {
        var (plant, board) = await fixture.ContestAsync(1);
        await plant.EnteredAsync("t0", 2, Entry("pieces", 7));
        var elsewhere = Recorded(2, 5, "elsewhere");
        await plant.WriteElsewhereAsync(StreamKind.Shift, "t0/2026-03-02/day", (Guid.NewGuid(), elsewhere));
        var mine = Entry("pieces", 1) with { Detail = "mine" };

        await Assert.ThrowsAsync<StreamMovedException>(() => plant.EnterAsync("t0", 2, mine));
        var retried = await plant.EnterAsync("t0", 2, mine);

        Assert.Equal(new EntryReceipt(mine.Id, 3, 3), retried.Entries.Single());
        AssertChain(plant, StreamKind.Shift, 3);
        await AssertBoardAsync(plant, board, 13m);
    }

    [Fact]
    public async Task An_entry_that_the_other_activation_took_is_answered_as_recorded()
    {
        var (plant, board) = await fixture.ContestAsync(1);
        await plant.EnteredAsync("t0", 2, Entry("pieces", 7));
        var entry = Entry("pieces", 5) with { Detail = "elsewhere" };
        await plant.WriteElsewhereAsync(
            StreamKind.Shift, "t0/2026-03-02/day", (entry.Id, Recorded(2, 5, "elsewhere")));

        await Assert.ThrowsAsync<StreamMovedException>(() => plant.EnterAsync("t0", 2, entry));
        var retried = await plant.EnterAsync("t0", 2, entry);

        Assert.Equal((EntryOutcome.AlreadyRecorded, 2L), (retried.Outcome, retried.Version));
        AssertChain(plant, StreamKind.Shift, 2);
        await AssertBoardAsync(plant, board, 12m);
    }

    [Fact]
    public async Task Of_two_activations_of_one_register_the_later_loses_cleanly_and_then_goes_on()
    {
        var (plant, _) = await fixture.ContestAsync(1);
        var elsewhere = Measure("elsewhere");
        await plant.WriteElsewhereAsync(StreamKind.Register, "measures", (elsewhere.Id, elsewhere));
        var mine = Measure("mine");

        await Assert.ThrowsAsync<StreamMovedException>(() => plant.TryRecordAsync(RegisterName.Measures, mine));
        await plant.RecordAsync(RegisterName.Measures, mine);

        AssertChain(plant, StreamKind.Register, plant.Events.Count(stored => stored.Stream.Kind == StreamKind.Register));
    }

    private static bool Landed(string fault) => fault == nameof(Fault.AfterCommit);

    private void Break(TestPlant plant, string fault) => fixture.Ledger.Break(plant.Id, Enum.Parse<Fault>(fault));

    private static async Task<bool> TryEnterAsync(TestPlant plant, EntryForm form)
    {
        try
        {
            return (await plant.EnterAsync("t0", 2, form)).Outcome is EntryOutcome.Recorded or EntryOutcome.AlreadyRecorded;
        }
        catch (LedgerUnavailableException)
        {
            return false;
        }
    }

    private static EntryRecorded Recorded(long line, decimal value, string detail) => new(
        line, new DateOnly(2026, 3, 2), new("pieces"), SubjectId.Team(new("t0")), Occasion.Shift, null, null, detail,
        null, value, 0, EntryWay.Ordinary, null, null, null, null, null, null);

    private static async Task AssertBoardAsync(TestPlant plant, BoardId board, decimal total) =>
        Assert.Equal(total, Value(await plant.ReadProvenAsync(board), "t0"));

    // Numbers and positions without a gap, each event upon the hash of the one before, no id twice.
    private static void AssertChain(TestPlant plant, StreamKind kind, int events)
    {
        Assert.Equal(Enumerable.Range(1, plant.Events.Count), plant.Events.Select(stored => (int)stored.Position));
        Assert.Equal(events, plant.Events.Count(stored => stored.Stream.Kind == kind));
        foreach (var stream in plant.Events.GroupBy(stored => stored.Stream))
        {
            var head = StreamHead.Empty;
            foreach (var stored in stream)
            {
                Assert.Equal(head.Seq + 1, stored.Seq);
                Assert.Equal(Chain.Hash(stored, head.Hash.Span), stored.Hash.ToArray());
                head = new StreamHead(stored.Seq, stored.Hash);
            }

            Assert.Equal(stream.Count(), stream.Select(stored => stored.Id).Distinct().Count());
        }
    }
}
