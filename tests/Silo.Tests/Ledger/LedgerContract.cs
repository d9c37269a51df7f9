using System.Text;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Ledger;
using Ganchao.Silo.Ledger;

namespace Ganchao.Silo.Tests.Ledger;

/// <summary>What the grains may rely on, whatever the database is.</summary>
public abstract class LedgerContract(LedgerDatabase database) : IAsyncLifetime
{
    private static int _plants;

    internal OpenLedger Ledger { get; private set; } = null!;

    protected PlantId Plant { get; } = new($"plant{Interlocked.Increment(ref _plants)}");

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected LedgerDatabase Database { get; } = database;

    public ValueTask InitializeAsync()
    {
        Ledger = Database.Open();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_list_is_appended_whole_and_read_back_as_it_was_written()
    {
        var sheet = new Sheet(Plant);
        var append = sheet.Entries(4050, 3900, 12);

        var result = await Ledger.Writer.AppendAsync(append);

        var events = await Ledger.Writer.ReadStreamAsync(sheet.Stream, 0, Token);
        Assert.Equal((AppendOutcome.Appended, 3, 3), (result.Outcome, result.Head.Seq, result.Position));
        Assert.Equal([1, 2, 3], events.Select(e => e.Seq));
        Assert.Equal(append.Events.Select(e => e.Id), events.Select(e => e.Id));
        Assert.All(append.Events.Zip(events), pair =>
        {
            Assert.Equal(pair.First.Payload.ToArray(), pair.Second.Payload.ToArray());
            Assert.Equal(pair.First.At, pair.Second.At);
            Assert.Equal(pair.First.Actor, pair.Second.Actor);
        });
        Assert.Equal(result.Head.Hash.ToArray(), events[^1].Hash.ToArray());
    }

    [Fact]
    public async Task Every_event_holds_its_predecessors_hash_and_its_own_can_be_computed_again()
    {
        var sheet = new Sheet(Plant);
        await AppendAsync(sheet, sheet.Entries(1, 2));
        await AppendAsync(sheet, sheet.Entries(3));

        var events = await Ledger.Writer.ReadStreamAsync(sheet.Stream, 0, Token);

        var previous = StreamHead.Empty.Hash;
        foreach (var stored in events)
        {
            Assert.Equal(previous.ToArray(), stored.PreviousHash.ToArray());
            Assert.Equal(Chain.Hash(stored, previous.Span), stored.Hash.ToArray());
            previous = stored.Hash;
        }
    }

    [Fact]
    public async Task Nothing_of_a_list_is_there_when_one_of_its_ids_is_in_the_stream_already()
    {
        var sheet = new Sheet(Plant);
        var first = sheet.Entries(1);
        await AppendAsync(sheet, first);

        var result = await Ledger.Writer.AppendAsync(sheet.List(
            sheet.Event(2, new Cell(2, "team/t07", "steel", 2, "")),
            sheet.Event(3, new Cell(3, "team/t07", "steel", 3, ""), first.Events[0].Id)));

        Assert.Equal(AppendResult.Conflict, result);
        Assert.Single(await Ledger.Writer.ReadStreamAsync(sheet.Stream, 0, Token));
        Assert.Single(await Ledger.Facts.ReadSheetAsync(sheet.Stream, Token));
        Assert.Equal(1, await Ledger.Writer.ReadPositionAsync(Plant, Token));
    }

    [Fact]
    public async Task The_same_id_may_stand_in_another_stream()
    {
        var (day, night) = (new Sheet(Plant, "t07"), new Sheet(Plant, "t08"));
        var id = day.Entries(1).Events[0].Id;

        var first = await Ledger.Writer.AppendAsync(day.List(day.Event(1, new Cell(1, "team/t07", "steel", 1, ""), id)));
        var second = await Ledger.Writer.AppendAsync(
            night.List(night.Event(1, new Cell(1, "team/t08", "steel", 1, ""), id)));

        Assert.Equal((1, 2), (first.Position, second.Position));
    }

    [Fact]
    public async Task An_append_that_is_repeated_gets_its_first_answer_again()
    {
        var sheet = new Sheet(Plant);
        var append = sheet.Entries(1, 2);
        var first = await Ledger.Writer.AppendAsync(append);
        await Ledger.Writer.AppendAsync(new Sheet(Plant, "t08").Entries(5));

        var again = await Ledger.Writer.AppendAsync(append);

        Assert.Equal(AppendOutcome.Appended, again.Outcome);
        Assert.Equal((first.Position, first.Head.Seq), (again.Position, again.Head.Seq));
        Assert.Equal(first.Head.Hash.ToArray(), again.Head.Hash.ToArray());
        Assert.Equal(3, await Ledger.Writer.ReadPositionAsync(Plant, Token));
    }

    [Fact]
    public async Task An_append_with_private_content_that_is_repeated_gets_its_first_answer_again()
    {
        var append = new Sheet(Plant).Entries(1) with
        {
            Private = [new PrivateContent(Guid.Parse("019a0000-0000-7000-8000-000000000001"), new byte[16], new byte[3])],
        };
        var first = await Ledger.Writer.AppendAsync(append);

        var again = await Ledger.Writer.AppendAsync(append);

        Assert.Equal((AppendOutcome.Appended, first.Position), (again.Outcome, again.Position));
    }

    [Fact]
    public async Task Of_two_writers_with_the_same_head_one_loses_and_leaves_nothing()
    {
        await using var other = Database.Open();
        var (mine, theirs) = (new Sheet(Plant), new Sheet(Plant));
        await AppendAsync(mine, mine.Entries(1));
        theirs.Head = mine.Head;
        _ = theirs.Entries(0); // Their ids differ from mine.

        var results = await Task.WhenAll(
            Ledger.Writer.AppendAsync(mine.Entries(2)), other.Writer.AppendAsync(theirs.Entries(3, 4)));

        Assert.Single(results, r => r.Outcome == AppendOutcome.Appended);
        Assert.Single(results, r => r == AppendResult.Conflict);
        var events = await Ledger.Writer.ReadTailAsync(Plant, 0, 100, Token);
        Assert.Equal(Enumerable.Range(1, events.Count).Select(i => (long)i), events.Select(e => e.Position));
        Assert.Equal(results.Max(r => r.Position), events.Count);
    }

    [Fact]
    public async Task A_writer_that_continues_what_was_never_written_is_refused()
    {
        var sheet = new Sheet(Plant);
        await AppendAsync(sheet, sheet.Entries(1));
        sheet.Head = new StreamHead(7, sheet.Head.Hash);
        var gap = await Ledger.Writer.AppendAsync(sheet.Entries(2));
        sheet.Head = new StreamHead(1, new byte[Chain.HashBytes]);

        var fork = await Ledger.Writer.AppendAsync(sheet.Entries(2));

        Assert.Equal(AppendResult.Conflict, gap);
        Assert.Equal(AppendResult.Conflict, fork);
        Assert.Single(await Ledger.Writer.ReadStreamAsync(sheet.Stream, 0, Token));
    }

    [Fact]
    public async Task Two_appends_of_one_stream_at_once_are_written_when_the_second_continues_the_first()
    {
        var sheet = new Sheet(Plant);
        var first = sheet.Entries(1);
        sheet.Head = PreparedAppend.From(first).Head;
        var second = sheet.Entries(2);
        var stranger = new Sheet(Plant) { Head = StreamHead.Empty };
        _ = stranger.Entries(0, 0, 0);

        var results = await Task.WhenAll(
            Ledger.Writer.AppendAsync(first),
            Ledger.Writer.AppendAsync(second),
            Ledger.Writer.AppendAsync(stranger.Entries(3)));

        Assert.Equal(
            [AppendOutcome.Appended, AppendOutcome.Appended, AppendOutcome.Conflict], results.Select(r => r.Outcome));
    }

    [Fact]
    public async Task Positions_of_a_plant_have_no_gaps_when_two_writers_append_to_many_streams()
    {
        const int Sheets = 40;
        const int Lists = 5;
        await using var other = Database.Open();
        var otherPlant = new PlantId($"{Plant}-b");

        async Task FillAsync(OpenLedger ledger, PlantId plant, string team)
        {
            var sheet = new Sheet(plant, team);
            for (var i = 0; i < Lists; i++)
            {
                sheet.Head = (await ledger.Writer.AppendAsync(sheet.Entries(i, i + 1))).Head;
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Sheets).Select(i => FillAsync(
            i % 2 == 0 ? Ledger : other, i % 3 == 0 ? otherPlant : Plant, $"t{i}")));

        foreach (var plant in new[] { Plant, otherPlant })
        {
            var events = await Ledger.Writer.ReadTailAsync(plant, 0, 10_000, Token);
            Assert.Equal(Enumerable.Range(1, events.Count).Select(i => (long)i), events.Select(e => e.Position));
            Assert.Equal(events.Count, await Ledger.Writer.ReadPositionAsync(plant, Token));
            Assert.All(
                events.GroupBy(e => e.Stream),
                stream => Assert.Equal(Enumerable.Range(1, 2 * Lists).Select(i => (long)i), stream.Select(e => e.Seq)));
        }

        Assert.Contains(otherPlant, await Ledger.Writer.ReadPlantsAsync(Token));
    }

    [Fact]
    public async Task One_poisonous_append_of_a_batch_fails_alone()
    {
        var content = new PrivateContent(Guid.Parse("019a0000-0000-7000-8000-000000000002"), new byte[16], new byte[3]);
        var good = Enumerable.Range(0, 20).Select(i => new Sheet(Plant, $"t{i}").Entries(i)).ToList();
        var poisonous = new Sheet(Plant, "bad").Entries(1) with { Private = [content, content] };

        var failed = Ledger.Writer.AppendAsync(poisonous);
        var results = await Task.WhenAll(good.Select(Ledger.Writer.AppendAsync));

        await Assert.ThrowsAsync<CommitRefusedException>(() => failed);
        Assert.All(results, r => Assert.Equal(AppendOutcome.Appended, r.Outcome));
        Assert.Equal(20, await Ledger.Writer.ReadPositionAsync(Plant, Token));
        Assert.Empty(await Ledger.Writer.ReadStreamAsync(poisonous.Stream, 0, Token));
    }

    [Theory]
    [InlineData(Fault.BeforeCommit)]
    [InlineData(Fault.DuringCommit)]
    [InlineData(Fault.AfterCommit)]
    public async Task An_append_is_written_once_when_the_database_breaks_and_comes_back(Fault fault)
    {
        await using var ledger = Database.Open(around: store => new FaultyStore(store, fault));
        var sheet = new Sheet(Plant);

        var result = await ledger.Writer.AppendAsync(sheet.Entries(1, 2));

        Assert.Equal((AppendOutcome.Appended, 2, 2), (result.Outcome, result.Head.Seq, result.Position));
        Assert.Equal(2, (await ledger.Writer.ReadStreamAsync(sheet.Stream, 0, Token)).Count);
        Assert.Equal(2, await ledger.Writer.ReadPositionAsync(Plant, Token));
    }

    [Theory]
    [InlineData(Fault.BeforeCommit, 0)]
    [InlineData(Fault.DuringCommit, 0)]
    [InlineData(Fault.AfterCommit, 1)]
    public async Task A_caller_is_told_that_the_outcome_is_unknown_and_may_repeat(Fault fault, int writtenAlready)
    {
        var sheet = new Sheet(Plant);
        var append = sheet.Entries(1);
        await using (var broken = Database.Open(
            new LedgerWriterOptions { Attempts = 1 }, store => new FaultyStore(store, fault)))
        {
            await Assert.ThrowsAsync<LedgerUnavailableException>(() => broken.Writer.AppendAsync(append));
            Assert.Equal(writtenAlready, (await broken.Writer.ReadStreamAsync(sheet.Stream, 0, Token)).Count);
        }

        var result = await Ledger.Writer.AppendAsync(append);

        Assert.Equal((AppendOutcome.Appended, 1, 1), (result.Outcome, result.Head.Seq, result.Position));
    }

    [Fact]
    public async Task A_whole_batch_is_written_once_when_every_second_commit_breaks()
    {
        Fault[] faults =
        [
            Fault.AfterCommit, Fault.None, Fault.DuringCommit, Fault.AfterCommit, Fault.BeforeCommit, Fault.None,
            Fault.AfterCommit, Fault.DuringCommit, Fault.AfterCommit, Fault.AfterCommit,
        ];
        await using var ledger = Database.Open(around: store => new FaultyStore(store, faults));
        var appends = Enumerable.Range(0, 50).Select(i => new Sheet(Plant, $"t{i}").Entries(i)).ToList();

        var results = await Task.WhenAll(appends.Select(ledger.Writer.AppendAsync));

        Assert.All(results, r => Assert.Equal(AppendOutcome.Appended, r.Outcome));
        Assert.Equal(Enumerable.Range(1, 50).Select(i => (long)i), results.Select(r => r.Position).Order());
        Assert.Equal(50, (await ledger.Facts.ReadPeriodAsync(Plant, DateRange.Always, Token)).Count);
    }

    [Fact]
    public async Task A_corrected_line_has_one_row_and_a_void_one_no_value()
    {
        var sheet = new Sheet(Plant);
        await AppendAsync(sheet, sheet.Entries(4050, 3900));
        await AppendAsync(sheet, sheet.Correction(line: 1, scaled: 4000));
        await AppendAsync(sheet, sheet.Correction(line: 2, scaled: null));

        var rows = await Ledger.Facts.ReadSheetAsync(sheet.Stream, Token);

        Assert.Equal([(1, 3, 40.00m), (2, 4, (decimal?)null)], rows.Select(r => (r.Line, r.Seq, r.Value)));
    }

    [Fact]
    public async Task A_list_may_fill_a_line_and_correct_it()
    {
        var sheet = new Sheet(Plant);

        await AppendAsync(sheet, sheet.List(
            sheet.Event(1, new Cell(1, "team/t07", "steel", 1, "")),
            sheet.Event(2, new Cell(1, "team/t07", "steel", 2, ""))));

        var row = Assert.Single(await Ledger.Facts.ReadSheetAsync(sheet.Stream, Token));
        Assert.Equal((2, 2), (row.Seq, row.Scaled));
    }

    [Fact]
    public async Task Facts_come_back_whole()
    {
        var stream = new StreamId(Plant, StreamKind.Event, "2026-0007");
        var sheet = new Sheet(stream);
        var draft = sheet.Note("{}"u8.ToArray());
        var fact = new FactRow(
            stream, 1, 1, draft.Id, new DateOnly(2026, 3, 5), "", new SubjectId(SubjectKind.Project, "ZD-2026Q3-03"),
            Occasion.Event, new MeasureCode("工伤"), "钢坯", "令-7", "原料", "H-1", long.MinValue + 1, 9,
            new DateTimeOffset(2026, 3, 5, 6, 7, 8, 9, TimeSpan.Zero), """{"severity":"疑似"}""");

        await Ledger.Writer.AppendAsync(sheet.List(draft with { Fact = fact }));

        Assert.Equal(fact, Assert.Single(await Ledger.Facts.ReadSheetAsync(stream, Token)));
        Assert.Equal(fact, Assert.Single(await Ledger.Facts.ReadSubjectAsync(
            Plant, fact.Subject, new DateRange(fact.Date, fact.Date.AddDays(1)), Token)));
    }

    [Fact]
    public async Task A_subjects_rows_are_those_dated_within_the_range()
    {
        foreach (var date in new[] { "2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01" })
        {
            await Ledger.Writer.AppendAsync(new Sheet(Plant, "t07", date).Entries(1));
        }

        var march = new DateRange(new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1));
        var rows = await Ledger.Facts.ReadSubjectAsync(Plant, SubjectId.Parse("team/t07", null), march, Token);

        Assert.Equal([new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31)], rows.Select(r => r.Date));
        Assert.Equal(rows.ToHashSet(), (await Ledger.Facts.ReadPeriodAsync(Plant, march, Token)).ToHashSet());
    }

    [Fact]
    public async Task The_newest_rows_of_a_subject_come_first_and_no_more_than_asked_for()
    {
        foreach (var date in new[] { "2026-03-02", "2026-03-04", "2026-03-03", "2026-04-01" })
        {
            await Ledger.Writer.AppendAsync(new Sheet(Plant, "t07", date).Entries(1, 2));
        }

        var march = new DateRange(new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1));
        var rows = await Ledger.Facts.ReadNewestAsync(Plant, SubjectId.Parse("team/t07", null), march, 3, Token);

        Assert.Equal([(4, 2), (4, 1), (3, 2)], rows.Select(row => (row.Date.Day, (int)row.Seq)));
    }

    [Fact]
    public async Task What_was_reported_under_a_work_order_is_found_whoever_reported_it()
    {
        foreach (var (team, date, order) in new[]
        {
            ("t07", "2026-03-02", "W-1"), ("t08", "2026-03-05", "W-1"), ("t08", "2026-03-06", "W-2"), ("t09", "2026-04-01", "W-1"),
        })
        {
            var sheet = new Sheet(Plant, team, date);
            var draft = sheet.Event(1, new Cell(1, $"team/{team}", "pieces", 5, ""));
            await Ledger.Writer.AppendAsync(sheet.List(draft with { Fact = draft.Fact! with { WorkOrder = order } }));
        }

        var march = new DateRange(new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1));
        var rows = await Ledger.Facts.ReadWorkOrderAsync(Plant, new WorkOrderNumber("W-1"), march, Token);

        Assert.Equal(["team/t07", "team/t08"], rows.Select(row => $"{row.Subject}"));
    }

    [Fact]
    public async Task Stretches_that_were_proposed_to_be_left_out_are_found_over_all_sheets_void_or_not()
    {
        foreach (var (team, date, minutes) in new (string, string, long?)[]
        {
            ("t07", "2026-03-02", 120), ("t08", "2026-03-05", null), ("t09", "2026-04-01", 60),
        })
        {
            var sheet = new Sheet(Plant, team, date);
            var cell = new Cell(2, $"team/{team}", "excluded_minutes", minutes, "power-cut");
            await Ledger.Writer.AppendAsync(sheet.List(
                sheet.Event(1, new Cell(1, $"team/{team}", "steel", 5, "")), sheet.Event(2, cell)));
        }

        var march = new DateRange(new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1));
        var rows = await Ledger.Facts.ReadExcludedAsync(Plant, march, Token);

        Assert.Equal([("team/t07", 120L), ("team/t08", null)], rows.Select(row => ($"{row.Subject}", row.Scaled)));
    }

    [Fact]
    public async Task A_period_holds_the_figures_of_undated_sheets_too()
    {
        var stream = new StreamId(Plant, StreamKind.Event, "2026-0007");
        var sheet = new Sheet(stream);
        var draft = sheet.Event(1, new Cell(1, "team/t07", "injuries", 1, ""));
        await Ledger.Writer.AppendAsync(
            sheet.List(draft with { Fact = draft.Fact! with { Date = new DateOnly(2026, 3, 5) } }));

        var march = await Ledger.Facts.ReadPeriodAsync(
            Plant, new DateRange(new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1)), Token);
        var april = await Ledger.Facts.ReadPeriodAsync(
            Plant, new DateRange(new DateOnly(2026, 4, 1), new DateOnly(2026, 5, 1)), Token);

        Assert.Single(march);
        Assert.Empty(april);
    }

    [Fact]
    public async Task A_placed_figure_has_the_position_of_the_event_that_filled_it_last()
    {
        var sheet = new Sheet(Plant);
        await AppendAsync(sheet, sheet.Entries(4050, 3900));
        await AppendAsync(sheet, sheet.Correction(line: 1, scaled: null));
        await Ledger.Writer.AppendAsync(new Sheet(Plant, "t08", "2026-04-01").Entries(7));

        var placed = await Ledger.Facts.ReadPlacedAsync(
            Plant, new DateRange(new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1)), Token);

        Assert.Equal([(1, 3), (2, 2)], placed.Select(fact => (fact.Row.Line, fact.Position)).Order());
    }

    // The tests' projection knows no hand-over, so that its row can only come from the script.
    [Fact]
    public async Task A_hand_over_of_before_becomes_a_figure_by_the_script_that_brings_them()
    {
        var sheet = new Sheet(new StreamId(Plant, StreamKind.Shift, "造型一班/2026-03-02/night"));
        var signedOff = sheet.Note("""{"entries":0}"""u8.ToArray()) with { Type = "sheet-signed-off" };
        await Ledger.Writer.AppendAsync(sheet.List(signedOff));
        await Database.TamperAsync("delete from fact where measure = 'sheets_handed_in'");

        await Database.TamperAsync(Migration.Of(Database.Scripts).Single(script => script.Name.EndsWith(
            "sheets-handed-in.sql", StringComparison.Ordinal)).Sql);

        var stored = Assert.Single(await Ledger.Writer.ReadStreamAsync(sheet.Stream, 0, Token));
        Assert.Equal(
            new Ganchao.Grains.Sheets.SheetFacts().Project(stored),
            Assert.Single(await Ledger.Facts.ReadSheetAsync(sheet.Stream, Token)));
    }

    [Fact]
    public async Task Touched_sheets_name_the_subjects_that_changed_with_their_version()
    {
        var (old, changed) = (new Sheet(Plant, "t01"), new Sheet(Plant, "t07"));
        await AppendAsync(old, old.Entries(1));
        await AppendAsync(changed, changed.List(
            changed.Event(1, new Cell(1, "team/t07", "steel", 1, "")),
            changed.Event(2, new Cell(2, "person/p-9", "ideas", 1, ""))));
        var before = await Ledger.Writer.ReadPositionAsync(Plant, Token);
        await AppendAsync(changed, changed.Correction(line: 1, scaled: 7));
        await AppendAsync(changed, changed.Entries(8));

        var touched = await Ledger.Facts.ReadTouchedAsync(Plant, before, before + 1, Token);

        Assert.Equal(
            [new TouchedSheet(changed.Stream, new DateOnly(2026, 3, 2), SubjectId.Parse("team/t07", null), 4)], touched);
        Assert.Equal(3, (await Ledger.Facts.ReadTouchedAsync(Plant, 0, before + 2, Token)).Count);
        Assert.Empty(await Ledger.Facts.ReadTouchedAsync(Plant, before + 2, before + 9, Token));
    }

    [Fact]
    public async Task Facts_that_were_dropped_are_derived_again_while_appends_go_on()
    {
        const int Sheets = 12;
        const int Lists = 20;

        async Task FillAsync(int number)
        {
            var sheet = new Sheet(Plant, $"t{number}");
            for (var i = 0; i < Lists; i++)
            {
                await AppendAsync(sheet, sheet.Entries(i, i));
                await AppendAsync(sheet, sheet.Correction(line: 1, scaled: i));
            }
        }

        await FillAsync(0);
        await Database.TamperAsync($"delete from fact where plant = '{Plant}' and line % 2 = 0");
        await Database.TamperAsync($"update fact set scaled = 99999 where plant = '{Plant}'");
        await Database.TamperAsync($"update fact set line = 7777, seq = 7777 where plant = '{Plant}' and line = 4");

        var filling = Task.WhenAll(Enumerable.Range(1, Sheets).Select(FillAsync));
        var rebuiltUpTo = await Ledger.Facts.RebuildAsync(Plant, Token);
        await Ledger.Facts.RebuildAsync(Plant, Token);
        await filling;

        var afterwards = await FactsAsync();
        Assert.InRange(rebuiltUpTo, 1, await Ledger.Writer.ReadPositionAsync(Plant, Token));
        Assert.Equal(await DerivedAsync(), afterwards);
        await Ledger.Facts.RebuildAsync(Plant, Token);
        await Ledger.Facts.RebuildAsync(Plant, Token);
        Assert.Equal(afterwards, await FactsAsync());
    }

    [Fact]
    public async Task A_rebuild_leaves_other_plants_alone()
    {
        var other = new PlantId($"{Plant}-b");
        await Ledger.Writer.AppendAsync(new Sheet(other).Entries(1, 2));
        await Ledger.Writer.AppendAsync(new Sheet(Plant).Entries(3));

        await Ledger.Facts.RebuildAsync(Plant, Token);

        Assert.Equal(2, (await Ledger.Facts.ReadPeriodAsync(other, DateRange.Always, Token)).Count);
        Assert.Single(await FactsAsync());
    }

    [Fact]
    public async Task Rows_written_in_any_order_give_the_same_table()
    {
        var sheet = new Sheet(Plant);
        await AppendAsync(sheet, sheet.Entries(1));
        await AppendAsync(sheet, sheet.Correction(line: 1, scaled: 2));
        var newest = await FactsAsync();
        var oldEvent = (await Ledger.Writer.ReadStreamAsync(sheet.Stream, 0, Token))[0];
        await Database.TamperAsync($"update fact set seq = 1, scaled = 1 where plant = '{Plant}'");

        await Ledger.Facts.RebuildAsync(Plant, Token);

        Assert.Equal(newest, await FactsAsync());
        Assert.Equal(1, new SheetProjection().Project(oldEvent)!.Scaled);
    }

    [Fact]
    public async Task Private_content_is_there_with_its_event_and_gone_once_erased()
    {
        var id = Guid.Parse("019a0000-0000-7000-8000-000000000003");
        var content = new PrivateContent(id, new byte[] { 1, 2, 3 }, "烫伤\0🙂"u8.ToArray());
        await Ledger.Writer.AppendAsync(new Sheet(Plant).Entries(1) with { Private = [content] });

        var stored = await Ledger.Private.ReadAsync(Plant, id, Token);
        await Ledger.Private.EraseAsync(Plant, id, Token);
        var erased = await Ledger.Private.ReadAsync(Plant, id, Token);

        Assert.Equal(content.Key.ToArray(), stored!.Key.ToArray());
        Assert.Equal(content.Content.ToArray(), stored.Content.ToArray());
        Assert.Null(erased);
    }

    [Fact]
    public async Task Private_content_of_a_fenced_append_is_not_there()
    {
        var id = Guid.Parse("019a0000-0000-7000-8000-000000000004");
        var (mine, theirs) = (new Sheet(Plant), new Sheet(Plant));
        await AppendAsync(mine, mine.Entries(1));
        _ = theirs.Entries(0);

        var result = await Ledger.Writer.AppendAsync(
            theirs.Entries(2) with { Private = [new PrivateContent(id, new byte[16], new byte[1])] });

        Assert.Equal(AppendResult.Conflict, result);
        Assert.Null(await Ledger.Private.ReadAsync(Plant, id, Token));
    }

    [Fact]
    public async Task Payloads_of_any_bytes_are_returned_as_they_were_stored()
    {
        var sheet = new Sheet(Plant);
        byte[][] payloads =
        [
            [0, 255, 0, 1], Encoding.UTF8.GetBytes("{\"a\":\"\\u0000 '; drop table event; -- 🏭赶超\"}"),
            Encoding.UTF8.GetBytes(new string('超', 500_000)), [],
        ];

        await AppendAsync(sheet, sheet.List([.. payloads.Select(p => sheet.Note(p))]));

        var events = await Ledger.Writer.ReadStreamAsync(sheet.Stream, 0, Token);
        Assert.Equal(payloads, events.Select(e => e.Payload.ToArray()));
    }

    [Fact]
    public async Task Text_of_facts_keeps_quotes_and_letters_beyond_the_first_plane()
    {
        const string Detail = "'; drop table fact; -- 𠮷🏭 100 %_";
        var sheet = new Sheet(Plant);

        await AppendAsync(sheet, sheet.List(sheet.Event(1, new Cell(1, "team/t07", "steel", 1, Detail))));

        Assert.Equal(Detail, Assert.Single(await FactsAsync()).Detail);
    }

    [Fact]
    public async Task Appends_that_could_not_be_verified_are_their_makers_bug()
    {
        var sheet = new Sheet(Plant);
        var cell = new Cell(1, "team/t07", "steel", 1, "");
        var good = sheet.Event(1, cell);
        Append[] wrong =
        [
            sheet.List(),
            sheet.List(good with { At = good.At.AddTicks(1) }),
            sheet.List(good with { At = good.At.ToOffset(TimeSpan.FromHours(8)) }),
            sheet.List(good, sheet.Event(2, cell with { Line = 2 }, good.Id)),
            sheet.List(good with { Actor = good.Actor with { Id = "p-1\nperson" } }),
            sheet.List(good with { Type = "entry\0" }),
            sheet.List(good with { Fact = good.Fact! with { Seq = 2 } }),
            sheet.List(good with { Fact = good.Fact! with { Detail = "a\0b" } }),
            sheet.List(good with { Fact = good.Fact! with { Detail = "\ud83c" } }),
            sheet.List(good with { Fact = good.Fact! with { Date = new DateOnly(2026, 3, 3) } }),
            sheet.List(good with { Fact = good.Fact! with { Stream = new Sheet(Plant, "t08").Stream } }),
        ];

        foreach (var append in wrong)
        {
            await Assert.ThrowsAsync<ArgumentException>(() => Ledger.Writer.AppendAsync(append));
        }

        Assert.Equal(0, await Ledger.Writer.ReadPositionAsync(Plant, Token));
    }

    [Fact]
    public async Task A_stream_goes_on_after_a_restart()
    {
        var sheet = new Sheet(Plant);
        await AppendAsync(sheet, sheet.Entries(1));

        await using var restarted = Database.Open();
        var events = await restarted.Writer.ReadStreamAsync(sheet.Stream, 0, Token);
        sheet.Head = new StreamHead(events[^1].Seq, events[^1].Hash);
        var result = await restarted.Writer.AppendAsync(sheet.Entries(2));

        Assert.Equal((AppendOutcome.Appended, 2, 2), (result.Outcome, result.Head.Seq, result.Position));
    }

    [Fact]
    public async Task What_waits_is_written_before_the_writer_stops_and_nothing_is_taken_after()
    {
        var appends = Enumerable.Range(0, 100).Select(i => new Sheet(Plant, $"t{i}").Entries(i)).ToList();
        var stopping = Database.Open();
        var writing = appends.Select(stopping.Writer.AppendAsync).ToList();

        await stopping.Writer.StoppedAsync(CancellationToken.None);

        Assert.All(await Task.WhenAll(writing), r => Assert.Equal(AppendOutcome.Appended, r.Outcome));
        await Assert.ThrowsAsync<LedgerUnavailableException>(
            () => stopping.Writer.AppendAsync(new Sheet(Plant, "late").Entries(1)));
        await stopping.DisposeAsync();
    }

    [Fact]
    public async Task The_tail_is_read_in_pages_by_position()
    {
        var sheet = new Sheet(Plant);
        await AppendAsync(sheet, sheet.Entries(1, 2, 3, 4, 5));

        var page = await Ledger.Writer.ReadTailAsync(Plant, 2, 2, Token);
        var rest = await Ledger.Writer.ReadStreamAsync(sheet.Stream, 4, Token);

        Assert.Equal([3, 4], page.Select(e => e.Position));
        Assert.Equal([5], rest.Select(e => e.Seq));
    }

    private protected async Task AppendAsync(Sheet sheet, Append append)
    {
        var result = await Ledger.Writer.AppendAsync(append);
        Assert.Equal(AppendOutcome.Appended, result.Outcome);
        sheet.Head = result.Head;
    }

    private async Task<List<FactRow>> FactsAsync() => InOrder(
        await Ledger.Facts.ReadPeriodAsync(Plant, DateRange.Always, Token));

    private async Task<List<FactRow>> DerivedAsync()
    {
        var projection = new SheetProjection();
        var events = await Ledger.Writer.ReadTailAsync(Plant, 0, 100_000, Token);
        return InOrder(events.Select(projection.Project).OfType<FactRow>()
            .GroupBy(fact => (fact.Stream, fact.Line))
            .Select(line => line.MaxBy(fact => fact.Seq)!));
    }

    private static List<FactRow> InOrder(IEnumerable<FactRow> rows) =>
        [.. rows.OrderBy(r => r.Stream.ToString(), StringComparer.Ordinal).ThenBy(r => r.Line)];
}
