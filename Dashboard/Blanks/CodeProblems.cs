using Ganchao.Client.Wording;
using Ganchao.Dashboard.Entry;

namespace Ganchao.Dashboard.Blanks;

/// <summary>What is wrong with a code that was typed or scanned, in the reader's language.</summary>
internal static class CodeProblems
{
    public static string Of(SheetCodeReading reading, UnknownPart unknown, ReaderLanguage words) => reading.Fault switch
    {
        SheetCodeFault.NotSet => $"{words.Of(EntryTexts.Of(unknown))} ({reading.Team} · {reading.Kind})",
        SheetCodeFault.Shape => words.Of(BlankTexts.NoCode),
        SheetCodeFault.Several => words.Of(BlankTexts.Several),
        SheetCodeFault.Character => words.Of(BlankTexts.Meant, reading.Place, reading.Written, reading.Meant),
    };
}
