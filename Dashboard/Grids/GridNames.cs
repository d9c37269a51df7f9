using Ganchao.Client.Wording;
using Ganchao.Dashboard.Explanations;
using Ganchao.Dashboard.Spreadsheets;

namespace Ganchao.Dashboard.Grids;

/// <summary>What a grid and its columns are called in a file.</summary>
public static class GridNames
{
    public static string TitleOf(GridForm form, ReaderLanguage words)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(words);
        return $"{words.Of(form.Department)} {words.Of(SheetWords.Of(form.Sheet.Period))} {PeriodWords.Of(form.Sheet, words)}";
    }

    public static string Who(ReaderLanguage words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Of(SpreadsheetTexts.WhoColumn);
    }

    public static string Order(ReaderLanguage words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Of(SpreadsheetTexts.OrderColumn);
    }
}
