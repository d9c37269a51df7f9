using System.Globalization;
using System.Text.Json;
using Ganchao.Contracts;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Json;
using Ganchao.Contracts.Projects;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Boards;
using Ganchao.Grains.Interfaces.Boards;
using Ganchao.Grains.Interfaces.Competitions;
using Ganchao.Grains.Interfaces.Projects;
using Ganchao.Grains.Interfaces.Registers;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Interfaces.Teams;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Grains.Sheets;
using Microsoft.Extensions.DependencyInjection;
using StreamId = Ganchao.Grains.Ledger.StreamId;

namespace Ganchao.Grains.Tests.Plants;

/// <summary>A plant under test: says shortly what the tests are about, fills in what they are not about.</summary>
internal sealed class TestPlant(PlantFixture fixture, PlantId id)
{
    public static readonly DateRange March = new(new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1));

    public static readonly Actor Office = new(ActorKind.Person, "office", Role.CompetitionOffice);
    public static readonly Actor Planner = new(ActorKind.Person, "planner", Role.ProductionPlanning);
    public static readonly Actor Lead = new(ActorKind.Person, "lead", Role.ShiftLead);

    public PlantId Id => id;

    /// <summary>What the ledger holds of this plant, in order of position.</summary>
    public IReadOnlyList<StoredEvent> Events => fixture.Ledger.EventsOf(id);

    /// <summary>A plant with branches, teams by branch, a day shift, and measures.</summary>
    public async Task<TestPlant> WithAsync(string branchesAndTeams, params MeasureLine[] measures)
    {
        var units = new List<RegisterLine> { Unit(id.Value, UnitKind.Plant, null) };
        foreach (var branch in branchesAndTeams.Split(';', StringSplitOptions.TrimEntries))
        {
            var parts = branch.Split(':', StringSplitOptions.TrimEntries);
            units.Add(Unit(parts[0], UnitKind.Branch, id.Value));
            units.AddRange(parts[1].Split(',', StringSplitOptions.TrimEntries)
                .Select(team => Unit(team, UnitKind.Team, parts[0])));
        }

        await RecordAsync(RegisterName.Organisation, [.. units]);
        await RecordAsync(RegisterName.Calendar, new ShiftKindLine
        {
            Id = Guid.NewGuid(),
            Kind = new ShiftKind("day"),
            Names = new Names("白班"),
            Start = new TimeOnly(8, 0),
            LengthMinutes = 480,
            Zone = "Asia/Shanghai",
            Order = 1,
        });
        await RecordAsync(RegisterName.Measures, measures);
        return this;
    }

    public static UnitLine Unit(string unit, UnitKind kind, string? parent, DateOnly from = default) => new()
    {
        Id = Guid.NewGuid(),
        Unit = new UnitId(unit),
        Kind = kind,
        Names = new Names(unit),
        Parent = parent is null ? null : new UnitId(parent),
        From = from,
    };

    public static MeasureLine Measure(string code, int decimals = 0, string? formula = null) => new()
    {
        Id = Guid.NewGuid(),
        Measure = new MeasureCode(code),
        Names = new Names(code),
        Unit = "件",
        Decimals = decimals,
        Kind = formula is null ? MeasureKind.Additive : MeasureKind.Derived,
        Subject = SubjectKind.Team,
        Occasion = Occasion.Shift,
        Min = formula is null ? 0 : null,
        Max = formula is null ? 1_000_000 : null,
        Formula = formula,
    };

    public async Task<LinesAnswer> TryRecordAsync(RegisterName register, params RegisterLine[] lines) =>
        await fixture.Grains.GetGrain<IRegisterGrain>($"{id}/{RegisterNames.Of(register)}").Record(
            new RegisterLines(lines),
            RegisterNames.UsualWriter(register) == Role.ProductionPlanning ? Planner : Office,
            null,
            dryRun: false);

    public async Task RecordAsync(RegisterName register, params RegisterLine[] lines) =>
        Assert.Empty((await TryRecordAsync(register, lines)).Refusals);

    public async Task RecordAsync(string project, params ProjectLine[] lines) =>
        Assert.Empty((await fixture.Grains.GetGrain<ICompetitionProjectGrain>($"{id}/{project}")
            .Record(new ProjectLines(lines), Office, null, dryRun: false)).Refusals);

    /// <summary>A competition over March 2026 with the stage "m3".</summary>
    public async Task<BoardId> CompeteAsync(string competition, string rulebook, params string[] entrants)
    {
        var lines = new List<CompetitionLine>
        {
            new CompetitionProposedLine { Id = Guid.NewGuid(), Names = new Names(competition) },
            new StageLine { Id = Guid.NewGuid(), Stage = new StageCode("m3"), Names = new Names("3月"), Dates = March },
        };
        lines.AddRange(entrants.Select(e => new EnrolmentLine { Id = Guid.NewGuid(), Entrant = e }));
        await RecordCompetitionAsync(competition, [.. lines]);
        await AdoptAsync(competition, rulebook);
        return new BoardId(id, new CompetitionId(competition), new StageCode("m3"));
    }

    public async Task AdoptAsync(string competition, string rulebook)
    {
        await RecordAsync(
            RegisterName.Rulebooks, new RulebookLine { Id = Guid.NewGuid(), Code = competition, Text = rulebook });
        await RecordCompetitionAsync(
            competition, new RulebookAdoptedLine { Id = Guid.NewGuid(), Rulebook = PlantBook.HashOf(rulebook) });
    }

    public Task<EntryAnswer> EnterAsync(string team, int day, params EntryForm[] entries) =>
        Shift(team, day).Enter(new EntryList(entries), Lead, dryRun: false);

    public async Task<EntryForm> EnteredAsync(string team, int day, EntryForm entry)
    {
        Assert.Empty((await EnterAsync(team, day, entry)).Refusals);
        return entry;
    }

    public static EntryForm Entry(string measure, decimal value, string? product = null, string? workOrder = null) => new(
        Guid.NewGuid(),
        new MeasureCode(measure),
        value,
        Product: product is null ? null : new ProductCode(product),
        WorkOrder: workOrder is null ? null : new WorkOrderNumber(workOrder));

    /// <summary>The entry that puts another value (none: 作废) in the place of an earlier one.</summary>
    public static EntryForm Correction(EntryForm superseded, decimal? value, string reason = "核对") => superseded with
    {
        Id = Guid.NewGuid(),
        Value = value,
        Supersedes = superseded.Id,
        Reason = reason,
    };

    public IShiftGrain Shift(string team, int day) => fixture.Grains.GetGrain<IShiftGrain>(
        string.Create(CultureInfo.InvariantCulture, $"{id}/{team}/2026-03-{day:00}/day"));

    /// <summary>The sheet with this key: team/date/kind of a shift, department/date/period of a department.</summary>
    public ISheetGrain Sheet(StreamKind kind, string key) => kind switch
    {
        StreamKind.Shift => fixture.Grains.GetGrain<IShiftGrain>($"{id}/{key}"),
        StreamKind.Department => fixture.Grains.GetGrain<IDepartmentSheetGrain>($"{id}/{key}"),
        StreamKind.Event => fixture.Grains.GetGrain<IEventSheetGrain>($"{id}/{key}"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A sheet is a shift's, a department's or an event's."),
    };

    public ITeamGrain Team(string team) => fixture.Grains.GetGrain<ITeamGrain>($"{id}/team/{team}");

    public IStandingGrain Standing(BoardId board) => fixture.Grains.GetGrain<IStandingGrain>(board.ToString());

    /// <summary>Tells the teams what they should know since a position, as the tail reader does.</summary>
    public async Task TellTeamsAsync(long afterPosition)
    {
        var touched = await fixture.Ledger.ReadTouchedAsync(
            id, afterPosition, long.MaxValue, TestContext.Current.CancellationToken);
        foreach (var subject in touched.GroupBy(sheet => sheet.Subject))
        {
            await fixture.Grains.GetGrain<ITeamGrain>($"{id}/{subject.Key}")
                .CatchUp([.. subject.Select(sheet => new SheetVersion(sheet.Sheet.ToString(), sheet.Version))]);
        }
    }

    /// <summary>Ends a grain's activation, as a silo's death would.</summary>
    public Task LoseAsync(IAddressable grain) => fixture.LoseAsync(grain);

    /// <summary>Appends to a stream past this silo's grains and caches, as another silo's activation would.</summary>
    public async Task WriteElsewhereAsync(StreamKind kind, string key, params (Guid Id, object Event)[] events)
    {
        var stream = new StreamId(id, kind, key);
        var head = fixture.Ledger.HeadOf(stream);
        var drafts = events.Select((e, index) => new EventDraft(
            e.Id,
            EventCodec.NameOf(e.Event),
            EventCodec.Version,
            Lead,
            new DateTimeOffset(2026, 3, 31, 0, 0, 0, TimeSpan.Zero),
            EventCodec.Encode(e.Event),
            kind is StreamKind.Shift or StreamKind.Department or StreamKind.Event
                ? SheetFacts.RowOf(SheetKey.Of(stream), head.Seq + index + 1, e.Id, e.Event)
                : null));

        var result = await fixture.Ledger.AppendAsync(new Append(stream, head, [.. drafts], []));

        Assert.Equal(AppendOutcome.Appended, result.Outcome);
    }

    /// <summary>The board after a reconciliation, once the plain evaluator has found the same.</summary>
    public async Task<BoardFrame> ReadProvenAsync(BoardId board)
    {
        await Standing(board).Reconcile();
        var frame = await ReadAsync(board);
        Assert.Empty((await RecountAsync(frame)).Differences);
        return frame;
    }

    /// <summary>
    /// The board as hints alone make it: read again until it is what is waited for, or has been read in vain so often that
    /// it never will be. Nothing is reconciled.
    /// </summary>
    public async Task<BoardFrame> ReadHintedAsync(BoardId board, Func<BoardFrame, bool> awaited)
    {
        const int Times = 500;
        for (var time = 1; ; time++)
        {
            var frame = await ReadAsync(board);
            if (awaited(frame) || time == Times)
            {
                return frame;
            }

            await Task.Yield();
        }
    }

    public async Task<BoardFrame> ReadAsync(BoardId board)
    {
        var frame = await Standing(board).ReadFrame();
        Assert.NotNull(frame);
        return frame;
    }

    /// <summary>What the plain evaluator makes of the facts, beside the frame.</summary>
    public Task<RecountAnswer> RecountAsync(BoardFrame frame) =>
        fixture.Services.GetRequiredService<Recount>().CompareAsync(frame, TestContext.Current.CancellationToken);

    /// <summary>What the plain evaluator makes of the ledger up to the frame's position.</summary>
    public Task<RecountAnswer> RecountAtPositionAsync(BoardFrame frame) =>
        fixture.Services.GetRequiredService<Recount>()
            .CompareWithLedgerAsync(frame, TestContext.Current.CancellationToken);

    /// <summary>All rows of a frame, as text to compare.</summary>
    public static string Rows(BoardFrame frame) => JsonSerializer.Serialize(frame.Rows, GanchaoJson.Options);

    public static decimal? Value(BoardFrame frame, string entrant, int column = 0) =>
        frame.Rows.Single(row => row.Entrant == entrant).Cells[column].Value;

    public Task<LinesAnswer> TryRecordCompetitionAsync(string competition, params CompetitionLine[] lines) =>
        fixture.Grains.GetGrain<ICompetitionGrain>($"{id}/{competition}")
            .Record(new CompetitionLines(lines), Office, null, dryRun: false);

    private async Task RecordCompetitionAsync(string competition, params CompetitionLine[] lines) =>
        Assert.Empty((await TryRecordCompetitionAsync(competition, lines)).Refusals);
}
