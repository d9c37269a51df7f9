using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Entry;
using Microsoft.AspNetCore.Http;
using EventId = Ganchao.Contracts.Identity.EventId;

namespace Ganchao.Dashboard.Grids;

/// <summary>One event as it was typed or stands in a file; empty texts: not typed.</summary>
/// <param name="Row">Its row in the form or file.</param>
/// <param name="Id">The id that its entry will have.</param>
/// <param name="Date">When.</param>
/// <param name="Who">The subject's key.</param>
/// <param name="Kind">The measure's code.</param>
/// <param name="Number">The plant's own number of the event, which names its sheet.</param>
/// <param name="Value">The figure.</param>
/// <param name="Attributes">By name.</param>
/// <param name="Note">A remark.</param>
/// <param name="IsAnother">Whether it was ticked as another one than a like one that is recorded.</param>
/// <param name="Confirmed">Whether an unusual figure was ticked as right.</param>
/// <param name="Why">The reason for it.</param>
public sealed record TypedEvent(
    int Row,
    Guid Id,
    string Date = "",
    string Who = "",
    string Kind = "",
    string Number = "",
    string Value = "",
    ImmutableSortedDictionary<string, string>? Attributes = null,
    string Note = "",
    bool IsAnother = false,
    bool Confirmed = false,
    string Why = "")
{
    public bool IsTyped => Date.Length + Who.Length + Kind.Length + Number.Length + Value.Length + Note.Length > 0
        || Described.Any(static attribute => attribute.Value.Length > 0);

    public ImmutableSortedDictionary<string, string> Described => Attributes ?? ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The sheet that it is recorded on.</summary>
    public EventId Sheet => EventId.TryParse(Number, null, out var own)
        ? own
        : new EventId($"e-{Id.ToString("N", CultureInfo.InvariantCulture)}");

    /// <summary>The entry as it is sent; everything in it must be readable.</summary>
    public EntryForm ToEntry(EventForm form)
    {
        var kind = form.KindOf(Kind)!;
        return new EntryForm(
            Id,
            kind.Measure,
            TypedFigure.TryRead(Value, out var figure) ? figure : kind.Counts ? 1 : null,
            form.SubjectOf(Who)!.Subject,
            Unit: kind.Words.Unit,
            Date: EventDate.TryRead(Date, form.Today, out var date) ? date : null,
            Note: Note.Length > 0 ? Note : null,
            Tags: Described.Where(static attribute => attribute.Value.Length > 0).ToDictionary(),
            WhyUnusual: Confirmed && Why.Length > 0 ? Why : null);
    }
}

/// <summary>The events that were typed so far.</summary>
/// <param name="Id">Made when the form is first shown; the entries' ids follow from it and their rows.</param>
/// <param name="Rows">From the top down.</param>
public sealed record EventDraft(Guid Id, ImmutableArray<TypedEvent> Rows)
{
    public const string RowsField = "rows";
    public const int MaxRows = 200;

    private const int NewRows = 8;

    /// <summary>How many rows the form has; some may be gone from it.</summary>
    public int Count => Rows.Select(static row => row.Row + 1).DefaultIfEmpty().Max();

    public ImmutableArray<TypedEvent> Typed => [.. Rows.Where(static row => row.IsTyped)];

    public static EventDraft New() => new EventDraft(Guid.CreateVersion7(), []).WithMore();

    /// <summary>With further blank rows.</summary>
    public EventDraft WithMore() => this with
    {
        Rows =
        [
            .. Rows,
            .. Enumerable.Range(Count, Math.Min(NewRows, MaxRows - Count)).Select(row => new TypedEvent(row, IdOf(row))),
        ],
    };

    /// <summary>With the first row begun.</summary>
    public EventDraft Begun(string date, string who) =>
        this with { Rows = Rows.SetItem(0, Rows[0] with { Date = date, Who = who }) };

    public static EventDraft Read(IFormCollection posted, EventForm form)
    {
        ArgumentNullException.ThrowIfNull(posted);
        ArgumentNullException.ThrowIfNull(form);
        var rows = int.TryParse(posted[RowsField], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? Math.Min(count, MaxRows)
            : 0;
        var draft = new EventDraft(GridDraft.IdIn(posted) ?? Guid.CreateVersion7(), []);
        return draft with { Rows = [.. Enumerable.Range(0, rows).Select(row => ReadRow(posted, form, row, draft.IdOf(row)))] };
    }

    /// <summary>With what was pasted in the place of the first blank rows.</summary>
    public EventDraft WithPasted(IEnumerable<TypedEvent> pasted)
    {
        var all = Typed.Concat(pasted).Take(MaxRows).Select((row, index) => row with { Row = index, Id = IdOf(index) });
        return (this with { Rows = [.. all] }).WithMore();
    }

    /// <summary>What names a row's fields.</summary>
    public static string FieldOf(string part, int row) => string.Create(CultureInfo.InvariantCulture, $"{part}:{row}");

    /// <summary>The reason for an unusual figure: chosen from the list, typed, or both.</summary>
    public static string WhyIn(IFormCollection posted, int row)
    {
        ArgumentNullException.ThrowIfNull(posted);
        var parts = posted[FieldOf("why", row)].Select(static part => (part ?? "").Trim());
        return string.Join(' ', parts.Where(static part => part.Length > 0));
    }

    private Guid IdOf(int row) => NamedId.Of(string.Create(CultureInfo.InvariantCulture, $"{Id:N}/event/{row}"));

    private static TypedEvent ReadRow(IFormCollection posted, EventForm form, int row, Guid id)
    {
        return new TypedEvent(
            row,
            id,
            One("date"),
            One("who"),
            One("kind"),
            One("number"),
            One("v"),
            form.Attributes.ToImmutableSortedDictionary(static name => name, name => One($"a-{name}"), StringComparer.Ordinal),
            One("note"),
            One("another") == "yes",
            One("ok") == "yes",
            WhyIn(posted, row));

        string One(string part) =>
            (posted[FieldOf(part, row)].FirstOrDefault() ?? "").ReplaceLineEndings("\n").Trim();
    }
}

/// <summary>The day of an event as people write it.</summary>
public static partial class EventDate
{
    /// <summary>2026-7-3, 2026年7月3日, 20260703; without a year the last such day up to today.</summary>
    public static bool TryRead(string typed, DateOnly today, out DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(typed);
        day = default;
        var match = Written().Match(typed.Normalize(NormalizationForm.FormKC).Trim());
        if (!match.Success)
        {
            return false;
        }

        var (month, number) = (Number("m"), Number("d"));
        var year = match.Groups["y"].Success ? Number("y") : today.Year;
        if (month is < 1 or > 12 || year is < 1 or > 9999 || number < 1 || number > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = new DateOnly(year, month, number);
        day = !match.Groups["y"].Success && day > today ? day.AddYears(-1) : day;
        return true;

        int Number(string group) => int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(
        @"^(?:(?<y>\d{4})\s*[-/.年]\s*)?(?<m>\d{1,2})\s*[-/.月]\s*(?<d>\d{1,2})\s*[日号]?$|^(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
