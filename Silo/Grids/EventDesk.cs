using System.Collections.Immutable;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Grids;
using Ganchao.Dashboard.Spreadsheets;
using Ganchao.Grains;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Silo.Entry;
using Ganchao.Silo.Identity;
using Ganchao.Silo.Spreadsheets;
using EventId = Ganchao.Contracts.Identity.EventId;

namespace Ganchao.Silo.Grids;

/// <summary>The event grids' desk: the kinds that a department owns, whom they happen to, and their sheets.</summary>
internal sealed class EventDesk(
    ILedger ledger,
    IFacts facts,
    IPlantBooks books,
    Callers callers,
    IGrainFactory grains,
    SheetWriting writing,
    SheetHistoryReader histories,
    PlantClock clock) : IEventDesk
{
    private const int LatelyDays = 31;
    private const int LatelyShown = 50;

    public async Task<EventForm?> ReadAsync(
        HttpContext context, PlantId plant, UnitId department, CancellationToken cancellationToken)
    {
        if (!(await ledger.ReadPlantsAsync(cancellationToken)).Contains(plant))
        {
            return null;
        }

        var book = await books.ReadAsync(plant, cancellationToken);
        if (OwnerIn(book, department) is null)
        {
            book = await books.RefreshAsync(plant, cancellationToken);
        }

        if (OwnerIn(book, department) is not { } owner)
        {
            return null;
        }

        var today = TodayIn(book);
        var kinds = KindsOf(book, owner, today).ToList();
        var role = GridMeasures.RoleFor(kinds, Right.EnterEvent);
        var caller = callers.Of(context, role);
        kinds = [.. kinds.Where(kind => GridMeasures.MayEnter(kind, caller.Actor?.Role ?? role))];
        var form = new EventForm(
            plant,
            department,
            BookNames.OfPlant(book),
            owner.Names,
            [.. kinds.Select(KindOf)],
            [.. SubjectsOf(book, kinds.Select(static kind => kind.Subject).ToHashSet(), today)],
            [],
            today,
            new EntryWriter(caller.Actor, caller.Status, caller.Rule));
        var lately = await StandingAsync(form, new DateRange(today.AddDays(-LatelyDays), today.AddDays(2)), cancellationToken);
        return form with { Lately = [.. lately.OrderByDescending(static standing => standing.Date).Take(LatelyShown)] };
    }

    public async Task<IReadOnlyList<StandingEvent>> StandingAsync(
        EventForm form, DateRange dates, CancellationToken cancellationToken) =>
    [
        .. (await facts.ReadPeriodAsync(form.Plant, dates, cancellationToken))
            .Where(row => row.Occasion == Occasion.Event && row.Value is not null && form.KindOf(row.Measure.Value) is not null)
            .Select(static row => new StandingEvent(
                row.Stream.Key, row.Entry, row.Date, row.Subject, row.Measure, row.Value!.Value, FactTags.Of(row.Tags))),
    ];

    public async Task<RecordedEvent?> FindAsync(
        EventForm form, EventId happened, Guid entry, CancellationToken cancellationToken)
    {
        var sheet = new StreamId(form.Plant, StreamKind.Event, happened.Value);
        var recorded = (await ledger.ReadStreamAsync(sheet, 0, cancellationToken))
            .Select(static stored => (stored.Id, Entry: EventCodec.Decode(stored) as EntryRecorded))
            .Where(static stored => stored.Entry is not null)
            .ToList();
        if (recorded.FirstOrDefault(stored => stored.Id == entry).Entry is not { Line: var number }
            || recorded.Last(stored => stored.Entry!.Line == number) is not { Entry: { } current } last
            || form.KindOf(current.Measure.Value) is not { } kind)
        {
            return null;
        }

        var book = await books.ReadAsync(form.Plant, cancellationToken);
        var lines = await histories.ReadAsync(sheet, book, cancellationToken);
        return new RecordedEvent(
            new StandingEvent(
                happened.Value, last.Id, current.Date, current.Subject, current.Measure,
                recorded.Last(stored => stored.Entry!.Line == number && stored.Entry.Value is not null).Entry!.Value!.Value,
                current.Tags ?? ImmutableSortedDictionary<string, string>.Empty),
            kind,
            lines.Single(line => line.Line == number),
            book.Calendar.OffsetAt(clock.GetUtcNow()));
    }

    public async Task<EntryJudgement> CheckAsync(PlantId plant, EventId happened, EntryList entries, Actor actor) =>
        EntryDesk.JudgementOf(await SheetOf(plant, happened).Enter(entries, actor, dryRun: true));

    public Task<EntryAnswer?> EnterAsync(PlantId plant, EventId happened, EntryList entries, Actor actor) =>
        writing.WriteAsync($"{plant}/{happened}", () => SheetOf(plant, happened).Enter(entries, actor, dryRun: false));

    public EventReading Map(SpreadsheetTable table, EventForm form, IReadOnlyDictionary<int, string>? chosen) =>
        EventMapper.Map(table, form, chosen);

    /// <summary>The kinds of events that a department enters: those that it owns, and those that nobody owns.</summary>
    public static IEnumerable<MeasureLine> KindsOf(PlantBook book, UnitLine owner, DateOnly date) =>
        from code in book.Measures.OrderBy(static code => code.Value, StringComparer.Ordinal)
        let measure = book.Measure(code, date)
        where measure is { Occasion: Occasion.Event, Kind: MeasureKind.Additive or MeasureKind.Count or MeasureKind.Level }
            && ReservedMeasures.Of(code) is null && owner.Kind == UnitKind.Department
            && (measure.Owner is null || measure.Owner == owner.Unit)
        select measure;

    private DateOnly TodayIn(PlantBook book) => book.Calendar.DateAt(clock.GetUtcNow());

    private UnitLine? OwnerIn(PlantBook book, UnitId department) => book.Organisation.At(department, TodayIn(book));

    private static EventKind KindOf(MeasureLine measure) => new(
        measure.Measure,
        measure.Subject,
        new CellWords(measure.Names, measure.Unit, measure.Decimals),
        measure.Kind == MeasureKind.Count,
        measure.Attributes ?? new Dictionary<string, IReadOnlyList<string>>(),
        measure.Min,
        measure.Max);

    private static IEnumerable<EventSubject> SubjectsOf(PlantBook book, HashSet<SubjectKind> kinds, DateOnly date)
    {
        var units = book.Organisation.Units
            .Select(unit => book.Organisation.At(unit, date))
            .OfType<UnitLine>()
            .Select(static line => (Kind: SubjectKindOf(line.Kind), line.Unit, line.Names))
            .Where(unit => kinds.Contains(unit.Kind))
            .OrderBy(static unit => unit.Kind)
            .ThenBy(static unit => unit.Unit.Value, StringComparer.Ordinal)
            .Select(static unit => new EventSubject(new SubjectId(unit.Kind, unit.Unit.Value), unit.Names));
        var projects = book.Projects.Values
            .Where(project => kinds.Contains(SubjectKind.Project) && project.Registration?.Period.Contains(date) == true)
            .OrderBy(static project => project.Id.Value, StringComparer.Ordinal)
            .Select(static project => new EventSubject(
                new SubjectId(SubjectKind.Project, project.Id.Value), project.Registration!.Names));
        return units.Concat(projects);
    }

    private static SubjectKind SubjectKindOf(UnitKind kind) => kind switch
    {
        UnitKind.Team or UnitKind.TemporaryTeam => SubjectKind.Team,
        UnitKind.Branch or UnitKind.Plant => SubjectKind.Branch,
        UnitKind.NotSet or UnitKind.Department => SubjectKind.NotSet,
    };

    private IEventSheetGrain SheetOf(PlantId plant, EventId happened) => grains.GetGrain<IEventSheetGrain>($"{plant}/{happened}");
}
