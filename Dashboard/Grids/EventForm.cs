using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Spreadsheets;
using Microsoft.AspNetCore.Http;
using EventId = Ganchao.Contracts.Identity.EventId;

namespace Ganchao.Dashboard.Grids;

/// <summary>A kind of event, which is a measure of events that a department owns.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Subject">What kind of thing it happens to.</param>
/// <param name="Words">How it is called.</param>
/// <param name="Counts">Whether one event is one, and its figure may be left out.</param>
/// <param name="Attributes">What an event may be described by, each with the values that are taken; no values: any text.</param>
/// <param name="Min">The least figure that is taken; null: no bound.</param>
/// <param name="Max">The greatest figure that is taken; null: no bound.</param>
public sealed record EventKind(
    MeasureCode Measure,
    SubjectKind Subject,
    CellWords Words,
    bool Counts,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes,
    decimal? Min = null,
    decimal? Max = null);

/// <summary>Whom an event may be about.</summary>
public sealed record EventSubject(SubjectId Subject, Names Names);

/// <summary>An event that is recorded already.</summary>
/// <param name="Event">Its sheet.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Date">When.</param>
/// <param name="Subject">About whom.</param>
/// <param name="Measure">Its kind.</param>
/// <param name="Value">Its figure.</param>
/// <param name="Attributes">As they are kept.</param>
public sealed record StandingEvent(
    string Event,
    Guid Entry,
    DateOnly Date,
    SubjectId Subject,
    MeasureCode Measure,
    decimal Value,
    IReadOnlyDictionary<string, string> Attributes);

/// <summary>A recorded event with all its versions.</summary>
/// <param name="Standing">As it stands; its figure is that of the version before where it is void.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Line">Its versions.</param>
/// <param name="UtcOffset">The plant's, so that times read as on the plant's own clocks.</param>
public sealed record RecordedEvent(StandingEvent Standing, EventKind Kind, HistoryLine Line, TimeSpan UtcOffset);

/// <summary>Everything that the grid of a department's events shows.</summary>
/// <param name="Plant">The plant.</param>
/// <param name="Department">The department that owns the kinds.</param>
/// <param name="PlantNames">The plant's name.</param>
/// <param name="Names">The department's name.</param>
/// <param name="Kinds">What it enters.</param>
/// <param name="Subjects">Whom events may be about.</param>
/// <param name="Lately">What it has recorded in the last weeks, newest first.</param>
/// <param name="Today">By the plant's clock.</param>
/// <param name="Writer">Who writes by this request.</param>
public sealed record EventForm(
    PlantId Plant,
    UnitId Department,
    Names PlantNames,
    Names Names,
    IReadOnlyList<EventKind> Kinds,
    IReadOnlyList<EventSubject> Subjects,
    IReadOnlyList<StandingEvent> Lately,
    DateOnly Today,
    EntryWriter Writer)
{
    /// <summary>The attributes of all kinds, a column each.</summary>
    public IReadOnlyList<string> Attributes =>
        [.. Kinds.SelectMany(static kind => kind.Attributes.Keys).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The values that some kind takes for an attribute; empty where one takes any text.</summary>
    public IReadOnlyList<string> ValuesOf(string attribute)
    {
        var known = Kinds.Select(kind => kind.Attributes.GetValueOrDefault(attribute)).OfType<IReadOnlyList<string>>().ToList();
        return known.Any(static values => values.Count == 0) ? [] : [.. known.SelectMany(static values => values).Distinct()];
    }

    public EventKind? KindOf(string measure) => Kinds.FirstOrDefault(kind => kind.Measure.Value == measure);

    public EventSubject? SubjectOf(string key) => Subjects.FirstOrDefault(subject => subject.Subject.ToString() == key);
}

/// <summary>A row of a file that is about an event.</summary>
/// <param name="Number">The row.</param>
/// <param name="Label">Its first text.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Cells">Its cells in columns that are taken; a value is the key of what the cell names.</param>
public sealed record MappedEvent(int Number, string Label, RowFate Fate, IReadOnlyList<MappedCell> Cells);

/// <summary>A file as the grid of events understands it.</summary>
public sealed record EventReading(IReadOnlyList<MappedColumn> Columns, IReadOnlyList<MappedEvent> Rows);

/// <summary>Where the grids of events read and write; the host implements it.</summary>
public interface IEventDesk
{
    /// <summary>The department's grid; null where there is no such plant or department.</summary>
    Task<EventForm?> ReadAsync(HttpContext context, PlantId plant, UnitId department, CancellationToken cancellationToken);

    /// <summary>The events of the form's kinds that are recorded within the dates.</summary>
    Task<IReadOnlyList<StandingEvent>> StandingAsync(EventForm form, DateRange dates, CancellationToken cancellationToken);

    /// <summary>One line of a recorded event; null where the form's kinds have none such.</summary>
    /// <param name="entry">Any version of the line.</param>
    Task<RecordedEvent?> FindAsync(EventForm form, EventId happened, Guid entry, CancellationToken cancellationToken);

    /// <summary>What would become of the entries of one event; nothing is written.</summary>
    Task<EntryJudgement> CheckAsync(PlantId plant, EventId happened, EntryList entries, Actor actor);

    /// <summary>Enters one event whole or not at all; null where whether it was recorded is not known.</summary>
    Task<EntryAnswer?> EnterAsync(PlantId plant, EventId happened, EntryList entries, Actor actor);

    /// <summary>Finds date, who, kind and the rest in a table.</summary>
    EventReading Map(SpreadsheetTable table, EventForm form, IReadOnlyDictionary<int, string>? chosen);
}
