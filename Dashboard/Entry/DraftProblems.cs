using System.Globalization;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Refusals;
using Ganchao.Dashboard.Crew;

namespace Ganchao.Dashboard.Entry;

/// <summary>What is wrong with one field; the same words in the summary and at the field.</summary>
/// <param name="Field">The field's id in the page.</param>
/// <param name="Message">In the reader's language.</param>
public sealed record Problem(string Field, string Message);

/// <summary>The ids of a draft's fields in the page, and what is wrong with each.</summary>
internal static class DraftProblems
{
    public const string EventNote = "event-note";

    public static string FieldOf(EntryDraft draft, TypedLine line) => line.Heat == 0
        ? string.Create(CultureInfo.InvariantCulture, $"f{draft.Lines.IndexOf(line)}")
        : string.Create(
            CultureInfo.InvariantCulture,
            $"h{line.Heat}-{draft.Heats.First(heat => heat.Number == line.Heat).Lines.IndexOf(line)}");

    public static string FieldOf(TypedHeat heat) => string.Create(CultureInfo.InvariantCulture, $"h{heat.Number}");

    /// <summary>The field of a code that brings fields: a work order, or a person.</summary>
    public const string Order = "order";

    /// <summary>That there is no such work order or person, and which are nearest.</summary>
    public static Problem OfOrder(string typed, OrderReading found, ShiftForm form, ReaderLanguage words)
    {
        var (missing, unknown, nearest) = form.Crew is null
            ? (OrderTexts.Missing, OrderTexts.Unknown, OrderTexts.Nearest)
            : (CrewTexts.Missing, CrewTexts.Unknown, CrewTexts.Nearest);
        return new Problem(
            Order,
            typed.Length == 0 ? words.Of(missing)
            : found.Nearest.Count == 0 ? words.Of(unknown, typed)
            : words.Of(nearest, typed, string.Join(words.Language == Language.English ? ", " : "、", found.Nearest)));
    }

    /// <summary>The tick of an unusual day.</summary>
    public const string DayTick = "ok-day";

    /// <summary>The tick of an unusual figure.</summary>
    public static string TickOf(EntryDraft draft, TypedLine line) => $"ok-{FieldOf(draft, line)}";

    /// <summary>What can be said without asking the sheet.</summary>
    public static IReadOnlyList<Problem> Find(EntryDraft draft, ReaderLanguage words) =>
    [
        .. draft.Entered
            .Where(line => !TypedFigure.TryRead(line.Typed, out _))
            .Select(line => new Problem(FieldOf(draft, line), words.Of(EntryTexts.NoNumber, line.Typed))),
        .. draft.Heats
            .Where(heat => heat.Record.Length == 0 && heat.IsEntered)
            .Select(heat => new Problem(FieldOf(heat), words.Of(EntryTexts.RecordMissing))),
        .. draft.Heats
            .Where(heat => heat.Record.Length > 0 && !heat.Lines.Any(line => line.IsEntered))
            .Select(heat => new Problem(FieldOf(heat), words.Of(EntryTexts.HeatEmpty))),
        .. draft.HasEvent && draft.EventNote.Length == 0
            ? [new Problem(EventNote, words.Of(EntryTexts.EventNoteMissing))]
            : Array.Empty<Problem>(),
        .. draft.Entered.IsEmpty && !draft.Heats.Any(heat => heat.IsEntered)
            ? [new Problem(draft.Lines.IsEmpty ? "event-note" : "f0", words.Of(EntryTexts.NothingTyped))]
            : Array.Empty<Problem>(),
    ];

    /// <summary>The sheet's refusals, each at its field; what concerns the whole sheet stands at the first one.</summary>
    public static IReadOnlyList<Problem> Of(
        IReadOnlyList<Refusal> refusals, EntryDraft draft, ShiftForm form, ReaderLanguage words)
    {
        var fields = form.Fields.Concat(form.HeatFields).ToLookup(field => field.Cell);
        return
        [
            .. refusals.Select(refusal =>
            {
                var line = draft.Entered[Math.Min(ListedField.IndexIn(refusal.Field) ?? 0, draft.Entered.Length - 1)];
                return new Problem(
                    FieldOf(draft, line), RefusalTexts.Say(refusal, fields[line.Cell].FirstOrDefault(), words));
            }).Distinct(),
        ];
    }

    /// <summary>The unusual figures, and the unusual day, that nobody has ticked and explained.</summary>
    public static IReadOnlyList<Problem> Unexplained(
        IReadOnlyList<UnusualFigure> unusual, EntryDraft draft, ReaderLanguage words) =>
    [
        .. unusual.Any(figure => figure.IsOfDay) && (!draft.DayConfirmed || draft.DayWhy.Length == 0)
            ? [new Problem(DayTick, words.Of(EntryTexts.TickAndReason))]
            : Array.Empty<Problem>(),
        .. unusual
            .Where(figure => !figure.IsOfDay)
            .Select(figure => draft.Entered[figure.Index])
            .Where(line => !line.Confirmed || line.Why.Length == 0)
            .Distinct()
            .Select(line => new Problem(TickOf(draft, line), words.Of(EntryTexts.TickAndReason))),
    ];
}
