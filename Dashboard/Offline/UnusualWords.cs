using Ganchao.Client.Wording;
using Ganchao.Dashboard.Entry;

namespace Ganchao.Dashboard.Offline;

/// <summary>What is unusual and not explained yet, each in one sentence: which figure, why, what to do.</summary>
internal static class UnusualWords
{
    public static IEnumerable<string> Of(
        IEnumerable<UnusualFigure> unusual, EntryDraft draft, ShiftForm form, ReaderLanguage words) => unusual
        .Where(figure => !IsExplained(figure, draft))
        .Select(figure => Say(figure, draft.Entered[figure.Index], form, words))
        .Distinct();

    private static bool IsExplained(UnusualFigure figure, EntryDraft draft) => figure.IsOfDay
        ? draft is { DayConfirmed: true, DayWhy.Length: > 0 }
        : draft.Entered[figure.Index] is { Confirmed: true, Why.Length: > 0 };

    private static string Say(UnusualFigure figure, TypedLine line, ShiftForm form, ReaderLanguage words)
    {
        var called = form.FieldOf(line)?.Words;
        var name = called is null ? line.Cell.Measure.Value : words.Of(called.Measure);
        var which = figure.IsOfDay ? "" : $"{name} {line.Typed}: ";
        return $"{which}{UnusualTexts.Say(figure.Mark, called?.Decimals ?? 0, words)} {words.Of(EntryTexts.TickAndReason)}";
    }
}
