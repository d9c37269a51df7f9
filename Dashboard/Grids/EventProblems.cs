using System.Collections.Frozen;
using System.Globalization;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Refusals;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Spreadsheets;
using EventId = Ganchao.Contracts.Identity.EventId;

namespace Ganchao.Dashboard.Grids;

/// <summary>The ids of the event grid's fields in the page, and what is wrong with each.</summary>
internal static class EventProblems
{
    private const int Shown = 10;

    private static readonly FrozenDictionary<string, Text> Own = new Dictionary<string, Text>
    {
        ["wrong-role"] = GridTexts.NotYourRole,
        ["role-not-held"] = GridTexts.RoleNotHeld,
        ["cell-taken"] = EventTexts.There,
        ["wrong-subject"] = EventTexts.WrongWho,
        ["value-missing"] = EventTexts.ValueMissing,
    }.ToFrozenDictionary();

    public static string FieldOf(TypedEvent row, string part) => string.Create(CultureInfo.InvariantCulture, $"{part}-{row.Row}");

    /// <summary>What can be said without asking a sheet; fields by their parts.</summary>
    public static IEnumerable<(string Part, string Message)> Find(TypedEvent row, EventForm form, ReaderLanguage words)
    {
        if (!EventDate.TryRead(row.Date, form.Today, out _))
        {
            yield return ("date", row.Date.Length == 0 ? words.Of(EventTexts.DateMissing) : words.Of(EventTexts.NoDate, row.Date));
        }

        var (kind, who) = (form.KindOf(row.Kind), form.SubjectOf(row.Who));
        if (who is null)
        {
            yield return ("who", words.Of(EventTexts.WhoMissing));
        }

        if (kind is null)
        {
            yield return ("kind", words.Of(EventTexts.KindMissing));
        }
        else if (who is not null && who.Subject.Kind != kind.Subject)
        {
            yield return ("who", words.Of(EventTexts.WrongWho));
        }

        if (row.Number.Length > 0 && !EventId.TryParse(row.Number, null, out _))
        {
            yield return ("number", words.Of(EventTexts.WrongNumber, row.Number));
        }

        if (row.Value.Length > 0 && !TypedFigure.TryRead(row.Value, out _))
        {
            yield return ("v", words.Of(EntryTexts.NoNumber, row.Value));
        }
        else if (row.Value.Length == 0 && kind is { Counts: false })
        {
            yield return ("v", words.Of(EventTexts.ValueMissing));
        }

        foreach (var (name, value) in row.Described.Where(attribute => kind is not null && attribute.Value.Length > 0))
        {
            if (!kind!.Attributes.TryGetValue(name, out var taken))
            {
                yield return ($"a-{name}", words.Of(
                    EventTexts.AttributeUnknown, EventTexts.Say(name, words), words.Of(kind.Words.Measure)));
            }
            else if (taken.Count > 0 && !taken.Contains(value))
            {
                yield return ($"a-{name}", words.Of(
                    EventTexts.AttributeWrong,
                    EventTexts.Say(name, words),
                    GridFile.Listed(taken.Select(one => EventTexts.Say(one, words)), words)));
            }
        }
    }

    /// <summary>Why a cell of a table is not taken; with what may stand there, or the first of that.</summary>
    public static string Say(MappedCell cell, EventForm form, ReaderLanguage words)
    {
        var allowed = cell.Fault == CellFault.NotAllowed ? AllowedIn(cell.Target, form, words) : [];
        var listed = GridFile.Listed(allowed.Take(Shown), words) + (allowed.Count > Shown ? "…" : "");
        return words.Of(SpreadsheetTexts.Of(cell.Fault), cell.Cell.Text, listed, "");
    }

    private static IReadOnlyList<string> AllowedIn(string target, EventForm form, ReaderLanguage words) => target switch
    {
        "who" => [.. form.Subjects.Select(subject => words.Of(subject.Names))],
        "kind" => [.. form.Kinds.Select(kind => words.Of(kind.Words.Measure))],
        _ => [.. form.ValuesOf(target[EventRows.Attribute.Length..]).Select(value => EventTexts.Say(value, words))],
    };

    public static string Say(Refusal refusal, TypedEvent row, EventForm form, ReaderLanguage words)
    {
        var kind = form.KindOf(row.Kind)!;
        return Own.GetValueOrDefault(refusal.Rule) is { } own
            ? words.Of(own)
            : RefusalTexts.Say(refusal, new EntryField(new EntryCell(kind.Measure), kind.Words, kind.Min, kind.Max), words);
    }

    public static Problem At(TypedEvent row, string part, string message, ReaderLanguage words) =>
        new(FieldOf(row, part), $"{words.Of(EventTexts.Row, row.Row + 1)}: {message}");
}
