using System.Globalization;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Refusals;

namespace Ganchao.Dashboard.Registers;

/// <summary>Everything that can be wrong with a file or a line of a register, and what to do about it.</summary>
public static class RegisterProblems
{
    public static readonly Text TooLarge = new(
        "文件超过 1 MB。请分成几个文件,一个一个导入。", "The file is larger than 1 MB. Import it in parts.");

    public static readonly Text TooManyLines = new(
        "超过 5000 行。请分成几个文件,一个一个导入。", "There are more than 5,000 lines. Import them in parts.");

    public static readonly Text TooManyColumns = new(
        "一行有 100 多格,不像这张表。请检查分隔符。", "There are more than 100 cells on a line: check what parts them.");

    public static readonly Text Workbook = new(
        "这是 Excel 工作簿,不是文本。请在 Excel 里另存为“CSV UTF-8(逗号分隔)”,或者复制单元格粘贴到下面。",
        "This is a workbook, not text. Save it as “CSV UTF-8” in the spreadsheet, or copy the cells and paste them below.");

    public static readonly Text NotText = new(
        "文件不是 UTF-8、UTF-16 或 GB18030 编码的文本。请另存为 UTF-8 的 CSV。",
        "The file is no text in UTF-8, UTF-16 or GB18030. Save it as CSV in UTF-8.");

    public static readonly Text Empty = new("没有内容。请选一个文件,或粘贴几行。", "There is nothing in it. Choose a file, or paste some lines.");
    public static readonly Text NoLines = new("只有表头,没有内容。", "There are headings only, and no lines.");
    public static readonly Text NoReason = new("请写为什么改。", "Say why.");
    public static readonly Text NoDate = new("请写从哪天起,例如 2026-10-01。", "Say from which day on, such as 2026-10-01.");

    public static readonly Text Moved = new(
        "您看过以后,别人改了这张表。下面是按现在的样子重新核对的结果,请再看一遍。",
        "Somebody has changed this register since you looked. This is what would become of it now: look again.");

    public static readonly Text Unknown = new(
        "不知道写进去没有。请再按一次;不会重复写入。",
        "Whether it was written is not known. Press again: nothing is written twice.");

    public static readonly Text NotJudged = new(
        "没有来得及核对,什么也没有写入。请再试一次,或分成几个文件。",
        "There was no time to check it; nothing was written. Try again, or import it in parts.");

    public static readonly Text NotYours = new(
        "这要全厂的系统管理员办。您的职责没有,或者只管一部分单位。",
        "That is for an administrator of the whole plant. You do not hold that role, or hold it for some units only.");

    public static readonly Text NotOpen = new(
        "现在不能写入:还没有账号或密钥时,只有系统所在的这台电脑可以写。",
        "Writing is not open: before there are accounts or keys, only the machine that the system runs on may write.");

    public static readonly Text Needed = new("必须填。", "It is needed.");
    public static readonly Text CellLong = new("一格太长。最多 2000 个字符。", "The cell is too long: 2,000 characters at most.");
    public static readonly Text CellBroken = new("一格里有换行或控制字符。请去掉。", "The cell holds line breaks or control characters. Leave them away.");

    public static readonly Text Formula = new(
        "像电子表格的公式(以 =、+、-、@ 开头)。请写成普通文字;没有就空着。",
        "It looks like a formula of a spreadsheet: it begins with =, +, - or @. Write plain text, or leave it empty.");

    public static readonly Text NotAnId = new(
        "编号用 1 到 64 个字母、数字、汉字或 - _ . +,不能有空格和斜杠。",
        "An id has 1 to 64 letters, digits or - _ . +, without blanks or slashes.");

    public static readonly Text NotAFigure = new("不是数字。不要写单位、百分号。", "It is no number. Write no unit and no percent sign.");
    public static readonly Text NotWhole = new("不是整数。", "It is no whole number.");
    public static readonly Text NoSuchPerson = new(
        "没有这个工号或登录名的账号。是新来的,就连姓名一起写;工号只用字母、数字和 - _ . +。",
        "There is no account with this staff number or sign-in name. Write the name too to take somebody in; a staff number has letters, digits and - _ . + only.");

    public static readonly Text OtherName = new(
        "这个工号的账号叫别的名字。请核对工号。", "The account with this staff number has another name. Check the number.");

    public static readonly Text NotADate = new("不是日期。请写成 2026-10-01。", "It is no date. Write it as 2026-10-01.");

    public static readonly Text TwoReadings = new(
        "“调休”有两种意思。上班的写“调休上班”,休息的写“调休放假”。",
        "The word means a day off as well as a day worked. Write “Worked for a holiday” or “Rest day”.");

    public static readonly Text SaidTwice = new(
        "前面的行说的是同一个,内容却不同。请只留一行。", "An earlier line is about the same, and says otherwise. Keep one of them.");

    public static readonly Text Ragged = new(
        "格数比表头多。单元格里有逗号时要加引号。", "It has more cells than there are headings; a cell with a comma needs quotes.");

    private static readonly Text Unlisted = new("“{0}”不认识。应为:{1}。", "“{0}” is not known. It is one of: {1}.");
    private static readonly Text Heading = new("不认识表头“{0}”。改名或删掉这一列;这张表有:{1}。", "Heading “{0}” is not known. Rename or remove the column; this register has: {1}.");
    private static readonly Text Missing = new("缺少表头“{0}”。这张表有:{1}。", "Heading “{0}” is missing. This register has: {1}.");
    private static readonly Text Twice = new("表头“{0}”出现了不止一次。请只留一列。", "Heading “{0}” is there more than once. Keep one of the columns.");
    private static readonly Text Other = new("登记簿没有接受:{0}", "The register did not take it: {0}");

    private static readonly Dictionary<string, Text> ByRule = new(StringComparer.Ordinal)
    {
        ["unknown-unit"] = new(
            "那一天没有这个单位。先登记它(放在这一行前面),或者把日期改晚。",
            "There is no such unit on that date. Record it first, on a line above this one, or date this line later."),
        ["parent-missing"] = new("要写上级;只有厂没有上级。", "It needs a unit above it; only the plant has none."),
        ["cycle"] = new("这样它就成了自己的下级。请检查上级。", "It would lie below itself. Check the unit above."),
        ["kind-changed"] = new("类型定了就不能改。另建一个单位。", "Its kind never changes. Make another unit."),
        ["name-missing"] = new("要有中文名称,最多 200 个字。", "The Chinese name is needed, in at most 200 characters."),
        ["text-not-allowed"] = new("文字里有控制字符。请去掉。", "The text holds control characters. Leave them away."),
        ["measure-changed"] = new(
            "计量单位、小数位数和类型定了就不能改。另建一个指标。",
            "Unit, decimals and kind never change. Define another measure."),
        ["value-out-of-range"] = new(
            "数不合规:小数位数 0 到 9,下限不大于上限,重量、价格、工时不为负。",
            "A number is out of range: 0 to 9 decimals, least not above greatest; weight, price and hours not negative."),
        ["formula-missing"] = new("比率和派生指标要有公式。", "A ratio or derived measure needs a formula."),
        ["formula-not-taken"] = new("只有比率和派生指标有公式。请空着。", "Only ratios and derived measures have a formula. Leave it empty."),
        ["certifier-twice"] = new("同一个部门写了两次。", "A department is named twice."),
        ["employment-missing"] = new("请写用工:本厂、借工或派遣。", "Say how the person is employed: own, borrowed or dispatched."),
        ["period-empty"] = new(
            "结束早于开始。请检查日期;已停用的要恢复,先清空“最后一天”。",
            "It ends before it begins. Check the dates; to take up again what has ended, empty its last day first."),
        ["date-out-of-range"] = new("日期应在 1990 年到 2100 年之间。请检查年份。", "The date lies between 1990 and 2100. Check the year."),
        ["day-kind-wrong"] = new("类型和上不上班不一致。", "The kind does not agree with whether the day is worked."),
        ["reason-wrong"] = new("原因最多 1000 个字符,不能有控制字符。", "The reason has at most 1,000 characters and no control characters."),
        ["id-taken"] = new("这一页已经写过别的内容。请重新打开再做。", "This page has recorded something else. Open it again and repeat."),
        ["wrong-role"] = NotYours,
        ["role-not-held"] = NotYours,
    };

    public static IReadOnlyCollection<Text> All => [.. ByRule.Values];

    /// <summary>Why a request may not write, by the rule that keeps it from that.</summary>
    public static Text OfWriter(string? rule) => rule == RegisterAccess.RoleNotHeld ? NotYours : NotOpen;

    /// <summary>What a refusal of the register means, and what to do.</summary>
    public static Text Of(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return ByRule.GetValueOrDefault(refusal.Rule) ?? With(Other, refusal.Message, refusal.Message);
    }

    public static Text NotListed(string cell, RegisterColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return new Text(
            Filled(Unlisted.Zh, Short(cell), string.Join('、', column.Choices.Select(choice => choice.Words.Zh))),
            Filled(Unlisted.En, Short(cell), string.Join(", ", column.Choices.Select(choice => choice.Words.En))));
    }

    public static Text HeadingUnknown(string heading, RegisterForm form) =>
        OfHeadings(Heading, Short(heading), Short(heading), form);

    public static Text HeadingMissing(RegisterColumn column, RegisterForm form)
    {
        ArgumentNullException.ThrowIfNull(column);
        return OfHeadings(Missing, column.Label.Zh, column.Label.En, form);
    }

    public static Text HeadingTwice(string heading) => With(Twice, Short(heading), Short(heading));

    private static Text OfHeadings(Text text, string zh, string en, RegisterForm form) => new(
        Filled(text.Zh, zh, string.Join('、', form.Columns.Select(column => column.Label.Zh))),
        Filled(text.En, en, string.Join(", ", form.Columns.Select(column => column.Label.En))));

    private static Text With(Text text, string zh, string en) => new(Filled(text.Zh, zh), Filled(text.En, en));

    private static string Filled(string text, params object[] parts) =>
        string.Format(CultureInfo.InvariantCulture, text, parts);

    // Whatever somebody sends, the answer stays readable.
    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
