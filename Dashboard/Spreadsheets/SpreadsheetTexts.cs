using Ganchao.Client.Wording;

namespace Ganchao.Dashboard.Spreadsheets;

/// <summary>Texts about files that are read as they are.</summary>
internal static class SpreadsheetTexts
{
    public static readonly Text File = new("Excel 或 CSV 文件", "Excel or CSV file");
    public static readonly Text Hint = new(
        ".xlsx 或 .csv,最大 5 MB。标题、合并的表头、小计合计、空行都可以照原样;先试运行,核对后才存入。",
        ".xlsx or .csv of up to 5 MB. Titles, merged headings, sums and blank rows may stay as they are; it is tried first, and recorded only " +
        "when you confirm.");

    public static readonly Text TryFile = new("试运行", "Try it");
    public static readonly Text DryRun = new("试运行结果(还没有存入)", "What the file would enter (nothing is recorded yet)");
    public static readonly Text SheetRead = new("工作表“{0}”", "worksheet “{0}”");
    public static readonly Text OtherSheets = new(
        "只读了第一张有内容的工作表。没有读:{0}。要读别的,请把它移到最前面再上传。",
        "Only the first worksheet that shows something was read. Not read: {0}. To read another, move it to the front and upload again.");

    public static readonly Text OtherMonth = new(
        "文件标题写的是 {0},本表是 {1}。请核对没有拿错文件。", "The file's title says {0}, this sheet is of {1}. Check that it is the right file.");

    public static readonly Text Columns = new("各列的含义", "What the columns are");
    public static readonly Text Column = new("列", "Column");
    public static readonly Text Heading = new("文件表头", "Heading in the file");
    public static readonly Text TakenAs = new("读作", "Taken as");
    public static readonly Text LeftOut = new("不读", "left out");
    public static readonly Text WhoColumn = new("填给谁", "for whom");
    public static readonly Text OrderColumn = new("工作令", "work order");
    public static readonly Text MapAgain = new("按此重新试运行", "Try again like this");
    public static readonly Text MappingChanged = new(
        "列的含义改了,结果已重新试运行,请再核对一遍。", "The columns were changed and the file was tried again. Check the result.");

    public static readonly Text NoWho = new(
        "没有哪一列写着本表的班组或人员。请选出那一列,或用“下载空表”的格式。",
        "No column has names of those on this sheet. Choose the one that should, or use the blank sheet.");

    public static readonly Text NoMeasures = new(
        "没有哪一列的表头对得上本表的指标。请在下面选。", "No column's heading is one of this sheet's measures. Choose below.");

    public static readonly Text PastedTooMany = new(
        "粘贴的表太大:最多 5,000 行、256 列、20,000 个有内容的格、400,000 个字。请只复制本期的数据。",
        "What was pasted is too large: at most 5,000 rows, 256 columns, 20,000 filled cells and 400,000 characters. Copy only this period's data.");

    public static readonly Text PastedNothing = new("没有粘贴任何内容。", "Nothing was pasted.");
    public static readonly Text Rows = new("逐行结果", "Row by row");
    public static readonly Text Row = new("行", "Row");
    public static readonly Text Says = new("文件写的", "In the file");
    public static readonly Text Becomes = new("怎样处理", "What becomes of it");
    public static readonly Text New = new("存入", "enter");
    public static readonly Text Corrects = new("更正 {0} → {1}", "correct {0} → {1}");
    public static readonly Text Same = new("已有相同的数,不再存", "stands there already");
    public static readonly Text Nothing = new("没有数字,不读", "no figures, left out");
    public static readonly Text TotalRow = new("合计行,不存,只核对", "a sum: left out, only checked");
    public static readonly Text Unknown = new("拒收:“{0}”不在本表上。", "Refused: “{0}” is not on this sheet.");
    public static readonly Text UnknownNearest = new("拒收:“{0}”不在本表上。是不是 {1}?", "Refused: “{0}” is not on this sheet. Is it {1}?");
    public static readonly Text UnknownRemedy = new(
        "改成系统里的名字,或请管理员登记。", "Write it as the system calls it, or have the administrator record it.");

    public static readonly Text Twice = new("拒收:“{0}”前面已有一行。请合成一行。", "Refused: “{0}” has a row above. Make one of them.");
    public static readonly Text Differences = new("合计与明细不符", "Sums that are not the sum of their rows");
    public static readonly Text Difference = new(
        "{0} {1}:表上写 {2},明细相加 {3},差 {4}。请核对文件有没有漏行或公式错。",
        "{0} {1}: the file says {2}, its rows add up to {3}, a difference of {4}. Check for missing rows or a wrong formula.");

    public static readonly Text SkipRefused = new("拒收的不存,其余照存", "Leave out what is refused and record the rest");
    public static readonly Text SkipNeeded = new(
        "有 {0} 处拒收。请改好文件重新上传,或勾选“拒收的不存,其余照存”。",
        "Refused: {0}. Repair the file and upload it again, or tick “Leave out what is refused and record the rest”.");

    public static readonly Text NothingToEnter = new("这个文件没有可存的新数。", "The file has nothing new to record.");
    public static readonly Text Confirm = new("确认存入 {0} 个数", "Record {0} figures");
    public static readonly Text OtherFile = new("换一个文件", "Another file");
    public static readonly Text NoFile = new("请选一个文件。", "Choose a file.");
    public static readonly Text Expired = new("试运行的内容没有了,请重新上传文件。", "What was read is gone. Upload the file again.");
    public static readonly Text OnOtherSheet = new("已填在{0}的表上", "stands on the sheet of {0}");

    public static Text Of(SpreadsheetFault fault) => fault switch
    {
        SpreadsheetFault.TooLarge => new(
            "文件超过 5 MB。请删掉图片和不用的工作表,或只留本期的数据另存。",
            "The file is larger than 5 MB. Take out pictures and unused worksheets, or save only this period's data."),
        SpreadsheetFault.WrongType => new(
            "按内容看,这不是 .xlsx 也不是 CSV,不管文件名怎么写。请在 Excel 或 WPS 里另存为 .xlsx。",
            "By its content this is neither .xlsx nor CSV, whatever its name says. Save it as .xlsx in Excel or WPS."),
        SpreadsheetFault.OldFormat => new(
            "这是旧的 .xls 格式(改后缀没有用)。请打开后另存为 .xlsx。",
            "This is the old .xls format, and another name does not change that. Open it and save it as .xlsx."),
        SpreadsheetFault.Protected => new(
            "文件有打开密码。请去掉密码另存后再上传。", "The file is closed with a password. Save it without one and upload that."),
        SpreadsheetFault.Macros => new(
            "文件带有宏(程序)。请另存为普通的 .xlsx(不启用宏)。", "The file has macros. Save it as a plain .xlsx without macros."),
        SpreadsheetFault.Links => new(
            "文件引用了别的文件或数据源,数字可能不是最新的。请在“编辑链接”里断开,或把数字“粘贴为数值”,再上传。",
            "The file draws figures from other files, which may be out of date. Break its links or paste the figures as values, then upload."),
        SpreadsheetFault.Hostile => new(
            "文件展开后大得不正常,或者结构可疑,没有读。请把数据复制到一个新的工作簿再上传。",
            "The file unpacks to far too much, or is built to break the program that reads it. Copy the data into a new workbook and upload that."),
        SpreadsheetFault.NotSet or SpreadsheetFault.Broken => new(
            "文件不完整或已损坏。请打开检查,另存后再上传。", "The file is cut off or broken. Open it, save it again, and upload that."),
        SpreadsheetFault.TooMany => new(
            "表太大:最多 5,000 行、256 列、20,000 个有内容的格。请只留本期的数据,并删掉下面的空白行。",
            "The table is too large: at most 5,000 rows, 256 columns and 20,000 filled cells. Keep only this period's data, and delete blank rows below it."),
        SpreadsheetFault.Empty => new("文件里没有内容。", "The file shows nothing."),
    };

    /// <summary>
    /// With the cell's text, the heading's unit or the values that may stand there, and the measure's unit put in.
    /// </summary>
    public static Text Of(CellFault fault) => fault switch
    {
        CellFault.NotSet or CellFault.NoNumber => new("“{0}”不是数字。请改成数字,没有的留空。", "“{0}” is no number. Write one, or leave it blank."),
        CellFault.Error => new("公式出错({0})。请改好公式。", "The formula fails ({0}). Repair it."),
        CellFault.Unread => new(
            "公式的结果没有存在文件里。请在 Excel 里打开保存一次,或粘贴为数值。",
            "The formula's result is not stored in the file. Open and save it in Excel, or paste the figure as a value."),
        CellFault.PercentUnlikeUnit => new(
            "“{0}”是百分数,这个指标不是。请按指标的单位写。", "“{0}” is in per cent and the measure is not. Write it in the measure's unit."),
        CellFault.NotTaken => new("这一行没有这个指标。请删掉这个数。", "This row has no such measure. Take the figure out."),
        CellFault.OtherUnit => new(
            "表头单位是{1},指标的单位是{2}。请换算后再上传,系统不替您换算。",
            "The heading is in {1}, the measure in {2}. Convert the figures first; nothing is converted here."),
        CellFault.NoDate => new("“{0}”不是日期。请写成 2026-7-3。", "“{0}” is no date. Write it as 2026-7-3."),
        CellFault.NotAllowed => new("“{0}”不在可填的值里:{1}。", "“{0}” is none of what may stand here: {1}."),
        CellFault.TooLong => new(
            "“{0}”超过 2,000 个字。请缩短后再上传,系统不替您截断。",
            "“{0}” has more than 2,000 characters. Shorten it; nothing is cut off here."),
    };
}
