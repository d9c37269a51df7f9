using System.Collections.Immutable;
using System.Globalization;
using Ganchao.Contracts.Entries;
using Ganchao.Dashboard.Crew;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Entry;

/// <summary>
/// What was typed into one field. Its id is made when the field is first shown and is the entry's from then on.
/// </summary>
/// <param name="Cell">What it is about.</param>
/// <param name="Heat">The number of the heat on the form; 0: no heat's figure.</param>
/// <param name="Id">The id that the entry will have.</param>
/// <param name="Typed">As it was typed; empty: not entered.</param>
/// <param name="Confirmed">Whether an unusual figure was ticked as right.</param>
/// <param name="Why">The reason for an unusual figure.</param>
public sealed record TypedLine(
    EntryCell Cell, int Heat, Guid Id, string Typed = "", bool Confirmed = false, string Why = "")
{
    public bool IsEntered => Typed.Length > 0;

    /// <summary>Tells the line's form fields from all others.</summary>
    public string Key => Heat == 0 ? Cell.Key : string.Create(CultureInfo.InvariantCulture, $"{Heat}|{Cell.Key}");

    /// <summary>Null where the text is no key of a line.</summary>
    public static TypedLine? Parse(string key, Guid id)
    {
        var bar = key.IndexOf('|', StringComparison.Ordinal);
        var isHeat = int.TryParse(bar < 0 ? "" : key[..bar], NumberStyles.None, CultureInfo.InvariantCulture, out var heat);
        return EntryCell.Parse(isHeat ? key[(bar + 1)..] : key) is { } cell ? new TypedLine(cell, isHeat ? heat : 0, id) : null;
    }
}

/// <summary>One heat on the form: its record number and its figures.</summary>
public sealed record TypedHeat(int Number, string Record, ImmutableArray<TypedLine> Lines)
{
    public bool IsEntered => Record.Length > 0 || Lines.Any(line => line.IsEntered);
}

/// <summary>What a shift lead has typed so far; travels whole from page to page, so that nothing is lost on the way.</summary>
/// <param name="Lines">The fields outside heats, in the form's order.</param>
/// <param name="Heats">Numbered from 1.</param>
/// <param name="HasEvent">Whether something happened in the shift.</param>
/// <param name="EventNote">What happened.</param>
/// <param name="IsLate">Whether the sheet was signed off when it was checked.</param>
/// <param name="Before">Where the team stood then, sealed.</param>
/// <param name="DayConfirmed">Whether an unusual day was ticked as right.</param>
/// <param name="DayWhy">The reason for it, which holds for every line without one of its own.</param>
/// <param name="Order">A work order that was typed or scanned and whose fields are to be added.</param>
public sealed record EntryDraft(
    ImmutableArray<TypedLine> Lines,
    ImmutableArray<TypedHeat> Heats,
    bool HasEvent = false,
    string EventNote = "",
    bool IsLate = false,
    string Before = "",
    bool DayConfirmed = false,
    string DayWhy = "",
    string Order = "")
{
    /// <summary>What names the day's tick and reason in the form; no cell has such a key.</summary>
    public const string DayKey = "~day";

    private const int MaxHeats = 20;

    /// <summary>The lines with figures, in the order in which they are sent.</summary>
    public ImmutableArray<TypedLine> Entered =>
        [.. Lines.Concat(Heats.SelectMany(heat => heat.Lines)).Where(line => line.IsEntered)];

    /// <summary>An empty form with ids of its own; with a heat where the team has reported any lately.</summary>
    public static EntryDraft New(ShiftForm form) => new(
        [.. form.Fields.Where(field => field.Filled is null).Select(NewLine)],
        form.ReportsHeats ? NewHeats(form, 1) : []);

    /// <summary>What was posted, in the order of the form; a field that the form has no more stays, at the end.</summary>
    public static EntryDraft Read(IFormCollection posted, ShiftForm form)
    {
        var lines = posted.Keys
            .Where(key => key.StartsWith("id:", StringComparison.Ordinal))
            .Select(key => ReadLine(posted, key[3..]))
            .OfType<TypedLine>()
            .ToImmutableArray();
        var order = form.Fields.Concat(form.HeatFields).Select(field => field.Cell).ToList();
        var sorted = lines.OrderBy(line => order.IndexOf(line.Cell) is var at && at < 0 ? int.MaxValue : at).ToArray();
        return new EntryDraft(
            [.. sorted.Where(line => line.Heat == 0)],
            [
                .. sorted.Where(line => line.Heat is > 0 and <= MaxHeats)
                    .GroupBy(line => line.Heat)
                    .OrderBy(heat => heat.Key)
                    .Select(heat => new TypedHeat(
                        heat.Key, One(posted, string.Create(CultureInfo.InvariantCulture, $"record:{heat.Key}")), [.. heat])),
            ],
            posted["event"] == "some",
            One(posted, "event-note"),
            posted["way"] == "late",
            One(posted, "before"),
            posted[$"ok:{DayKey}"] == "yes",
            Reason(posted, DayKey),
            One(posted, "order"));
    }

    /// <summary>With the fields of a work order; one that is there already stays as it is.</summary>
    public EntryDraft WithOrder(IEnumerable<EntryField> fields) => this with
    {
        Lines = [.. Lines, .. fields.Where(field => Lines.All(line => line.Cell != field.Cell)).Select(NewLine)],
        Order = "",
    };

    /// <summary>With a figure for everybody who has none, here or with another team.</summary>
    public EntryDraft Filled(string typed, CrewForm crew) => this with
    {
        Lines = [.. Lines.Select(line => line.IsEntered || crew.Lent.Any(lent => lent.Line.Cell.Person == line.Cell.Person)
            ? line
            : line with { Typed = typed })],
    };

    public EntryDraft WithOneMoreHeat(ShiftForm form) =>
        Heats.Length < MaxHeats ? this with { Heats = Heats.AddRange(NewHeats(form, Heats.Length + 1)) } : this;

    /// <summary>
    /// The entries as they are sent; every figure must be readable. What happened in the shift stands with the list's first
    /// entry: the ledger has no line for a remark alone.
    /// </summary>
    public EntryList ToEntries(ShiftForm form)
    {
        var units = form.Fields.Concat(form.HeatFields).ToLookup(field => field.Cell, field => field.Words.Unit);
        return new EntryList(
        [
            .. Entered.Index().Select(line => new EntryForm(
                line.Item.Id,
                line.Item.Cell.Measure,
                TypedFigure.TryRead(line.Item.Typed, out var figure) ? figure : null,
                line.Item.Cell.Subject,
                Product: line.Item.Cell.Product,
                WorkOrder: line.Item.Cell.WorkOrder,
                Detail: line.Item.Cell.Detail,
                Record: Heats.FirstOrDefault(heat => heat.Number == line.Item.Heat)?.Record,
                Unit: units[line.Item.Cell].FirstOrDefault(),
                Way: IsLate ? EntryWay.Late : EntryWay.Ordinary,
                Note: line.Index == 0 && HasEvent && EventNote.Length > 0 ? EventNote : null,
                WhyUnusual: WhyOf(line.Item))),
        ]);
    }


    private string? WhyOf(TypedLine line) =>
        line.Confirmed && line.Why.Length > 0 ? line.Why
        : DayConfirmed && DayWhy.Length > 0 ? DayWhy
        : null;

    private static TypedLine? ReadLine(IFormCollection posted, string key) =>
        TypedLine.Parse(key, Guid.TryParse(posted[$"id:{key}"], out var id) ? id : Guid.Empty) is { } line
            ? line with
            {
                Typed = One(posted, $"v:{key}"),
                Confirmed = posted[$"ok:{key}"] == "yes",
                Why = Reason(posted, key),
            }
            : null;

    // Chosen from the list, typed, or both.
    private static string Reason(IFormCollection posted, string key) => string.Join(
        ' ', posted[$"why:{key}"].Select(part => (part ?? "").Trim()).Where(part => part.Length > 0));

    private static string One(IFormCollection posted, string name) =>
        (posted[name].FirstOrDefault() ?? "").ReplaceLineEndings("\n").Trim();

    private static ImmutableArray<TypedHeat> NewHeats(ShiftForm form, int number) => form.HeatFields.Count == 0
        ? []
        : [new TypedHeat(number, "", [.. form.HeatFields.Select(field => NewLine(field) with { Heat = number })])];

    private static TypedLine NewLine(EntryField field) => new(field.Cell, Heat: 0, Guid.CreateVersion7());
}
