using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ganchao.Silo.Spreadsheets;

/// <summary>A sheet to fill in elsewhere: a title over all columns, headings, rows; read back as it is.</summary>
/// <param name="Title">Over everything.</param>
/// <param name="Headings">One for each column.</param>
/// <param name="Rows">As many cells as there are headings; texts, decimals, or null for a blank.</param>
internal sealed record TemplateFile(string Title, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string CsvType = "text/csv; charset=utf-8";

    private const int HeadingRow = 2;
    private const string SheetName = "1";

    // What a spreadsheet would take for a formula.
    private static readonly char[] Commands = ['=', '+', '-', '@', '\t'];

    /// <summary>In UTF-8 with its mark, or Excel takes Chinese for noise.</summary>
    public byte[] ToCsv()
    {
        var lines = new IEnumerable<object?>[] { [Title], Headings }.Concat(Rows.Select(static row => row.AsEnumerable()));
        var text = string.Concat(lines.Select(static line => string.Join(',', line.Select(Written)) + "\r\n"));
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
    }

    public byte[] ToXlsx()
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(
                new SheetViews(new SheetView(new Pane
                {
                    VerticalSplit = HeadingRow,
                    HorizontalSplit = 1,
                    TopLeftCell = "B3",
                    ActivePane = PaneValues.BottomRight,
                    State = PaneStateValues.Frozen,
                })
                { WorkbookViewId = 0 }),
                new Columns(new Column { Min = 1, Max = (uint)Headings.Count, Width = 20, CustomWidth = true }),
                new SheetData(Lines()),
                new MergeCells(new MergeCell { Reference = $"A1:{Dashboard.Spreadsheets.SpreadsheetCell.ColumnName(Headings.Count)}1" }));
            book.Workbook = new Workbook(new Sheets(new Sheet { Name = SheetName, SheetId = 1, Id = book.GetIdOfPart(sheet) }));
        }

        return file.ToArray();
    }

    private IEnumerable<Row> Lines() => new IEnumerable<object?>[] { [Title], Headings }
        .Concat(Rows.Select(static row => row.AsEnumerable()))
        .Select(static (line, index) => new Row(line.Select(CellOf)) { RowIndex = (uint)index + 1 });

    private static Cell CellOf(object? content) => content switch
    {
        null => new Cell(),
        decimal figure => new Cell(new CellValue(figure)),
        _ => new Cell(new InlineString(new Text(Convert.ToString(content, CultureInfo.InvariantCulture) ?? "")))
        {
            DataType = CellValues.InlineString,
        },
    };

    private static string Written(object? content) => content switch
    {
        null => "",
        decimal figure => figure.ToString(CultureInfo.InvariantCulture),
        _ => Quoted(Convert.ToString(content, CultureInfo.InvariantCulture) ?? ""),
    };

    private static string Quoted(string text) =>
        $"\"{(text.Length > 0 && Commands.Contains(text[0]) ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
