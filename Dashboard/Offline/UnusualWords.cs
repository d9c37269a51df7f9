using Ganchao.Client.Wording;
using Ganchao.Dashboard.Entry;

namespace Ganchao.Dashboard.Offline;

/// <summary>An unusual figure in one sentence: which, why, what to do.</summary>
internal static class UnusualWords
{
    public static string Say(UnusualFigure figure, EntryDraft draft, ShiftForm form, ReaderLanguage words)
    {
        var line = draft.Entered[figure.Index];
        var called = form.Fields.Concat(form.HeatFields).FirstOrDefault(field => field.Cell == line.Cell)?.Words;
        var decimals = called?.Decimals ?? 0;
        var name = called is null ? line.Cell.Measure.Value : words.Of(called.Measure);
        var why = words.Of(EntryTexts.Of(figure.Oddity), figure.Shifts, Figures.Points(figure.Mean, decimals));
        return $"{name} {line.Typed}: {why} {words.Of(EntryTexts.TickAndReason)}";
    }
}
