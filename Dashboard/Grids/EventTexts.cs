using System.Collections.Frozen;
using Ganchao.Client.Wording;

namespace Ganchao.Dashboard.Grids;

/// <summary>Texts of the grids of events.</summary>
internal static class EventTexts
{
    public static readonly Text Events = new("事件登记", "Record events");
    public static readonly Text Meaning = new(
        "每行填一起事件。编号是本部门自己的事件号,没有可以不填。计数的事件,数值不填就是 1。",
        "One event a row. The number is the department's own and may be left blank. Where events are counted, a blank figure is 1.");

    public static readonly Text NoKinds = new("没有归这个部门登记的事件。", "No kind of event is recorded by this department.");
    public static readonly Text Row = new("第 {0} 行", "Row {0}");
    public static readonly Text Date = new("日期", "Date");
    public static readonly Text Who = new("对象", "Who");
    public static readonly Text Kind = new("事件", "Kind");
    public static readonly Text Number = new("编号", "Number");
    public static readonly Text Value = new("数值", "Figure");
    public static readonly Text Note = new("说明", "Note");
    public static readonly Text MoreRows = new("再加几行", "More rows");
    public static readonly Text Checked = new("核对:{0} 起", "Check: {0} events");
    public static readonly Text NothingTyped = new("还没有填事件。", "No event was typed.");
    public static readonly Text NoDate = new("“{0}”不是日期。请写成 2026-7-3。", "“{0}” is no date. Write it as 2026-7-3.");
    public static readonly Text DateMissing = new("请填日期。", "Type the date.");
    public static readonly Text WhoMissing = new("请选对象。", "Choose who.");
    public static readonly Text KindMissing = new("请选事件。", "Choose the kind.");
    public static readonly Text WrongWho = new("这类事件不能记给该对象。请换一个。", "This kind of event is not about such a one. Choose another.");
    public static readonly Text ValueMissing = new("请填数值。", "Type the figure.");
    public static readonly Text WrongNumber = new(
        "编号“{0}”只能用字母、数字和 - _ . +,最长 64 个字。", "The number “{0}” may hold letters, digits and - _ . + only, at most 64.");

    public static readonly Text AttributeUnknown = new("“{1}”没有“{0}”这一项,请清空。", "“{1}” has no “{0}”. Leave it blank.");
    public static readonly Text AttributeWrong = new("“{0}”只能是:{1}。", "“{0}” may be: {1}.");
    public static readonly Text There = new("这个编号已登记过同样的事件。", "This number has the same event recorded already.");
    public static readonly Text LikeOne = new(
        "同一天、同一对象已登记过 {0} 起同样的事件。请确认这是另一起。", "On that day {0} such events are recorded for the same one. Confirm that this is another.");

    public static readonly Text IsAnother = new("这是另一起", "This is another one");
    public static readonly Text TickAnother = new("请确认这是另一起,或清空这一行。", "Confirm that it is another one, or clear the row.");
    public static readonly Text Corrected = new("已更正", "Corrected");
    public static readonly Text Received = new("✓ 已存入 {0} 起", "✓ {0} events recorded");
    public static readonly Text Lately = new("近期已登记", "Recorded lately");
    public static readonly Text PastedNothing = new("粘贴的表里没有认出事件。", "No event was recognised in what was pasted.");
    public static readonly Text PastedTooMany = new(
        "最多 {0} 起。现在有 {1} 起,没有填入。请改用“上传文件”,或分几次粘贴。",
        "At most {0} events; with what was pasted there would be {1}. Nothing was filled in: upload a file, or paste in parts.");

    public static readonly Text PasteHint = new(
        "连表头一起从电子表格复制:日期、对象、事件、编号、数值、说明等列,顺序不限。",
        "Copy from a spreadsheet with its headings: date, who, kind, number, figure, note and so on, in any order.");

    public static readonly Text NoHeadings = new(
        "没有认出“日期”“对象”“事件”三列。请在下面选。", "The columns for date, who and kind were not recognised. Choose them below.");

    public static readonly Text Refused = new("拒收", "refused");
    public static readonly Text Same = new("已存过,不再存", "recorded before, left out");

    /// <summary>What attributes and their values of this trade are called; a plant's own stand as it wrote them.</summary>
    private static readonly FrozenDictionary<string, Text> Attributes = new Dictionary<string, Text>
    {
        ["severity"] = new("伤情", "Severity"),
        ["at_fault"] = new("有责", "At fault"),
        ["share"] = new("责任比例", "Share of responsibility"),
        ["responsibility"] = new("责任比例", "Share of responsibility"),
        ["occurrence"] = new("次第", "Occurrence"),
        ["suspected"] = new("疑似", "suspected"),
        ["minor"] = new("轻伤", "minor"),
        ["serious"] = new("重伤", "serious"),
        ["fatal"] = new("死亡", "fatal"),
        ["true"] = new("是", "yes"),
        ["false"] = new("否", "no"),
        ["concealment"] = new("瞒报", "concealment"),
        ["falsification"] = new("弄虚作假", "falsification"),
        ["batch_scrap"] = new("批量报废", "batch scrap"),
    }.ToFrozenDictionary();

    /// <summary>An attribute or a value as the reader calls it.</summary>
    public static string Say(string code, ReaderLanguage words) =>
        Attributes.GetValueOrDefault(code) is { } text ? words.Of(text) : code;

    /// <summary>Everything that an attribute or a value is called.</summary>
    public static IReadOnlyList<string> NamesOf(string code) =>
        Attributes.GetValueOrDefault(code) is { } text ? [code, text.Zh, text.En] : [code];
}
