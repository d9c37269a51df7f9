using Ganchao.Client.Wording;

namespace Ganchao.Dashboard.Entry;

/// <summary>Texts about a shift without anything to report.</summary>
internal static class NothingTexts
{
    public static readonly Text Nothing = new("无事可报", "Nothing to report");
    public static readonly Text Said = new(
        "本班已报“无事可报”。还有要填的,照常填就行。",
        "The sheet says that there is nothing to report. If there is something after all, just enter it.");

    public static readonly Text Meaning = new(
        "本班没有产量,也没有事件。记下这一条,本班就不算缺报;以后补填的数照样算。",
        "The team made nothing in this shift and nothing happened. With this entry the sheet is not missing; figures that are entered later still count.");

    public static readonly Text Confirm = new("确认:本班无事可报", "Record: nothing to report");
    public static readonly Text NotEmpty = new(
        "本班已有填报,不能再报“无事可报”。", "Figures stand on the sheet, so it cannot say that there is nothing.");
}
