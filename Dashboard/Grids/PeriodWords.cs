using Ganchao.Client.Wording;
using Ganchao.Contracts.Entries;
using Ganchao.Dashboard.Entry;

namespace Ganchao.Dashboard.Grids;

/// <summary>What a department's sheet's period is called.</summary>
internal static class PeriodWords
{
    public static string Of(DepartmentSheet sheet, ReaderLanguage words) => sheet.Period switch
    {
        Occasion.Month => Figures.Month(sheet.First, words.Language),
        Occasion.Week => words.Of(EntryTexts.WeekOf, Figures.Date(sheet.First, words.Language)),
        Occasion.Day => Figures.Date(sheet.First, words.Language),
        _ => throw new InvalidOperationException(
            $"A department's sheet is of a day, week or month, not of a {sheet.Period}."),
    };
}
