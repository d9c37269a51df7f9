using Ganchao.Client.Wording;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Entry;

namespace Ganchao.Dashboard.Grids;

/// <summary>An event as it was typed, and what is to be said about it.</summary>
/// <param name="Row">The event.</param>
/// <param name="Wrong">What is wrong, by the part of the row.</param>
/// <param name="Marks">What is unusual about its figure.</param>
/// <param name="Like">How many like it are recorded on its day.</param>
/// <param name="IsThere">Whether it is recorded itself.</param>
public sealed record JudgedEvent(
    TypedEvent Row, IReadOnlyList<(string Part, string Message)> Wrong, IReadOnlyList<UnusualMark> Marks, int Like, bool IsThere)
{
    /// <summary>The part of a row that its tick as another event has.</summary>
    public const string AnotherPart = "another";

    /// <summary>Looks at events beside what is recorded, and asks their sheets.</summary>
    internal static async Task<IReadOnlyList<JudgedEvent>> OfAsync(
        IReadOnlyList<TypedEvent> rows,
        EventForm form,
        IEventDesk desk,
        Actor actor,
        ReaderLanguage words,
        CancellationToken aborted)
    {
        var judged = rows
            .Select(row => new JudgedEvent(row, [.. EventProblems.Find(row, form, words)], [], 0, IsThere: false))
            .ToList();
        var whole = judged.Where(static row => row.Wrong.Count == 0).ToList();
        if (whole.Count == 0)
        {
            return judged;
        }

        var days = whole.Select(row => DayOf(row.Row, form)).ToList();
        var standing = await desk.StandingAsync(form, new DateRange(days.Min(), days.Max().AddDays(1)), aborted);
        var answers = new Dictionary<Guid, JudgedEvent>();
        foreach (var sheet in whole.GroupBy(static row => row.Row.Sheet))
        {
            foreach (var row in await OfSheetAsync([.. sheet], standing, form, desk, actor, words))
            {
                answers[row.Row.Id] = row;
            }
        }

        return [.. judged.Select(row => row.Wrong.Count == 0 ? answers[row.Row.Id] : row)];
    }

    private static async Task<IEnumerable<JudgedEvent>> OfSheetAsync(
        IReadOnlyList<JudgedEvent> rows,
        IReadOnlyList<StandingEvent> standing,
        EventForm form,
        IEventDesk desk,
        Actor actor,
        ReaderLanguage words)
    {
        var sheet = rows[0].Row.Sheet;
        var list = new EntryList([.. rows.Select(row => row.Row.ToEntry(form))]);
        var judgement = await desk.CheckAsync(form.Plant, sheet, list, actor);
        var refused = judgement.Answer.Refusals.ToLookup(refusal => ListedField.IndexIn(refusal.Field) ?? 0);
        return rows.Select((row, index) => row with
        {
            Wrong = [.. refused[index].Select(refusal => ("kind", EventProblems.Say(refusal, row.Row, form, words))).Distinct()],
            Marks = UnusualFigure.MarksOf(judgement.Unusual, index),
            Like = standing.Count(other => IsLike(other, row.Row, form)),
            IsThere = standing.Any(other => other.Entry == row.Row.Id),
        });
    }

    private static bool IsLike(StandingEvent other, TypedEvent row, EventForm form) =>
        other.Entry != row.Id && other.Event != row.Sheet.Value && other.Measure.Value == row.Kind
        && other.Subject.ToString() == row.Who && other.Date == DayOf(row, form);

    private static DateOnly DayOf(TypedEvent row, EventForm form) =>
        EventDate.TryRead(row.Date, form.Today, out var day) ? day : form.Today;

    /// <summary>What nobody has ticked and explained.</summary>
    internal IEnumerable<Problem> Unexplained(ReaderLanguage words)
    {
        if (Like > 0 && !IsThere && !Row.IsAnother)
        {
            yield return EventProblems.At(Row, AnotherPart, words.Of(EventTexts.TickAnother), words);
        }

        if (Marks.Count > 0 && (!Row.Confirmed || Row.Why.Length == 0))
        {
            yield return EventProblems.At(Row, "ok", words.Of(EntryTexts.TickAndReason), words);
        }
    }
}
