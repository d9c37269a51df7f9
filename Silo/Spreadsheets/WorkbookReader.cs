using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Ganchao.Contracts.Json;
using Ganchao.Dashboard.Spreadsheets;
using Ganchao.Silo.Import.Files;

namespace Ganchao.Silo.Spreadsheets;

/// <summary>Reads the first worksheet that shows something; the package was inspected before.</summary>
internal sealed partial class WorkbookReader
{
    // Blank cells that only have a colour; a report has few of them.
    private const int MaxElements = 300_000;
    private const int MaxMerged = 5_000;
    private const int MaxStrings = 100_000;

    private readonly SpreadsheetCells _cells;
    private readonly List<MergedCells> _merged = [];
    private readonly WorkbookPart _book;
    private readonly List<string> _strings;
    private readonly List<CellKind> _styles;
    private int _elements;

    private WorkbookReader(WorkbookPart book)
    {
        _book = book;
        _strings = book.SharedStringTablePart is { } strings ? [.. StringsOf(strings)] : [];
        _styles = book.WorkbookStylesPart is { } styles ? StylesOf(styles) : [];
        _cells = new SpreadsheetCells { From1904 = book.Workbook!.WorkbookProperties?.Date1904?.Value == true };
    }

    public static SpreadsheetReading Read(string name, byte[] file, ILogger log)
    {
        try
        {
            using var stream = new MemoryStream(file, writable: false);
            using var document = Opened(stream);
            return document.WorkbookPart is { Workbook: not null } book
                ? new WorkbookReader(book).Read(name)
                : SpreadsheetReading.Refused(SpreadsheetFault.Broken);
        }
        catch (TooManyException)
        {
            return SpreadsheetReading.Refused(SpreadsheetFault.TooMany);
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or InvalidDataException or XmlException or IOException
            or FormatException)
        {
            LogBroken(log, broken);
            return SpreadsheetReading.Refused(SpreadsheetFault.Broken);
        }
    }

    /// <exception cref="InvalidDataException">The package has relationships to parts that it lacks, or is none.</exception>
    private static SpreadsheetDocument Opened(Stream stream)
    {
        SpreadsheetDocument? document = null;
        try
        {
            document = SpreadsheetDocument.Open(stream, isEditable: false);
            _ = document.WorkbookPart?.Workbook;
            return document;
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException)
        {
            document?.Dispose();
            throw new InvalidDataException("The package does not hold together.", broken);
        }
    }

    private SpreadsheetReading Read(string name)
    {
        var sheets = (_book.Workbook!.Sheets?.Elements<Sheet>() ?? [])
            .Where(static sheet => sheet.State is null || sheet.State.Value == SheetStateValues.Visible)
            .ToList();
        foreach (var sheet in sheets)
        {
            if (sheet.Id?.Value is { } id && _book.TryGetPartById(id, out var found) && found is WorksheetPart part)
            {
                ReadSheet(part);
                if (_cells.Count > 0)
                {
                    var others = sheets.Where(other => other != sheet).Select(other => other.Name?.Value ?? "").Take(50);
                    return _cells.Table(name, sheet.Name?.Value ?? "", [.. others], _merged);
                }

                _merged.Clear();
            }
        }

        return SpreadsheetReading.Refused(SpreadsheetFault.Empty);
    }

    private void ReadSheet(WorksheetPart part)
    {
        using var reader = OpenXmlReader.Create(part);
        var row = 0;
        var column = 0;
        while (reader.Read())
        {
            if (!reader.IsStartElement)
            {
                continue;
            }

            if (reader.ElementType == typeof(Row))
            {
                row = WholeIn(reader, "r") ?? row + 1;
                column = 0;
                Count();
            }
            else if (reader.ElementType == typeof(Cell))
            {
                Count();
                var cell = (Cell)reader.LoadCurrentElement()!;
                column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : column + 1;
                Take(row, column, cell);
            }
            else if (reader.ElementType == typeof(MergeCell))
            {
                Merge(AttributeOf(reader, "ref") ?? "");
            }
        }
    }

    private void Count()
    {
        if (++_elements > MaxElements)
        {
            throw new TooManyException();
        }
    }

    private void Take(int row, int column, Cell cell)
    {
        var (kind, text) = ContentOf(cell);
        if (kind != CellKind.NotSet && !_cells.TryAdd(row, column, kind, text))
        {
            throw new TooManyException();
        }
    }

    private void Merge(string reference)
    {
        var corners = reference.Split(':');
        if (corners.Length == 2 && _merged.Count < MaxMerged)
        {
            _merged.Add(new MergedCells(RowOf(corners[0]), ColumnOf(corners[0]), RowOf(corners[1]), ColumnOf(corners[1])));
        }
    }

    private (CellKind Kind, string Text) ContentOf(Cell cell)
    {
        var value = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value;
        if (cell.CellFormula is not null && value.Length == 0)
        {
            return (CellKind.Unread, "");
        }

        return type == CellValues.SharedString ? TextOf(StringAt(value))
            : type == CellValues.InlineString ? TextOf(cell.InlineString is { } inline ? PlainOf(inline) : "")
            : type == CellValues.String ? TextOf(value)
            : type == CellValues.Error ? (CellKind.Error, value)
            : type == CellValues.Boolean ? TextOf(value == "1" ? "TRUE" : "FALSE")
            : type == CellValues.Date ? TextOf(value.Split('T')[0])
            : value.Length == 0 ? (CellKind.NotSet, "")
            : NumberOf(value, KindOf(cell.StyleIndex?.Value ?? 0));
    }

    private static (CellKind Kind, string Text) TextOf(string text) =>
        CellText.Trimmed(text) is { Length: > 0 } trimmed ? (CellKind.Text, trimmed) : (CellKind.NotSet, "");

    // Spreadsheets compute in binary and show fifteen digits: 0.1 + 0.2 is 0.3 there.
    private (CellKind Kind, string Text) NumberOf(string written, CellKind kind)
    {
        if (!decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact))
        {
            return (CellKind.Error, written);
        }

        var fifteen = exact.ToString("E14", CultureInfo.InvariantCulture);
        var number = decimal.Parse(fifteen, NumberStyles.Float, CultureInfo.InvariantCulture);
        return kind == CellKind.Date && SerialDay.Of(number, _cells.From1904) is { } day
            ? (CellKind.Date, DateText.Text(day))
            : (kind == CellKind.Percent ? kind : CellKind.Number, DecimalTextConverter.Normal(number));
    }

    private CellKind KindOf(uint style) => style < _styles.Count ? _styles[(int)style] : CellKind.Number;

    private string StringAt(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _strings.Count
            ? _strings[at]
            : "";

    private static IEnumerable<string> StringsOf(SharedStringTablePart part)
    {
        using var reader = OpenXmlReader.Create(part);
        var count = 0;
        while (reader.Read())
        {
            if (reader.IsStartElement && reader.ElementType == typeof(SharedStringItem))
            {
                yield return ++count > MaxStrings
                    ? throw new TooManyException()
                    : PlainOf((SharedStringItem)reader.LoadCurrentElement()!);
            }
        }
    }

    // Without the sounds that Japanese files write over their signs.
    private static string PlainOf(RstType item) =>
        item.Text is { } text ? text.Text : string.Concat(item.Elements<Run>().Select(static run => run.Text?.Text));

    private static List<CellKind> StylesOf(WorkbookStylesPart part)
    {
        var written = new Dictionary<int, CellKind>();
        var kinds = new List<CellKind>();
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (!reader.IsStartElement)
            {
                continue;
            }

            if (reader.ElementType == typeof(NumberingFormat) && WholeIn(reader, "numFmtId") is { } number)
            {
                written[number] = NumberFormats.OfCode(AttributeOf(reader, "formatCode") ?? "");
            }
            else if (reader.ElementType == typeof(CellFormats))
            {
                foreach (var format in ((CellFormats)reader.LoadCurrentElement()!).Elements<CellFormat>())
                {
                    var id = (int)(format.NumberFormatId?.Value ?? 0);
                    kinds.Add(written.TryGetValue(id, out var own) ? own : NumberFormats.OfNumber(id));
                }
            }
        }

        return kinds;
    }

    private static int? WholeIn(OpenXmlReader reader, string name) =>
        int.TryParse(AttributeOf(reader, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? AttributeOf(OpenXmlReader reader, string name) =>
        reader.Attributes.Where(attribute => attribute.LocalName == name).Select(attribute => attribute.Value).FirstOrDefault();

    /// <exception cref="FormatException">The reference is none.</exception>
    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter).Take(4))
        {
            column = (column * 26) + char.ToUpperInvariant(letter) - 'A' + 1;
        }

        return column > 0 ? column : throw new FormatException($"'{reference}' names no column.");
    }

    /// <exception cref="FormatException">The reference is none.</exception>
    private static int RowOf(string reference) => int.TryParse(
        reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? row
            : throw new FormatException($"'{reference}' names no row.");

    [LoggerMessage(LogLevel.Warning, "A workbook was refused as broken")]
    private static partial void LogBroken(ILogger log, Exception broken);

    private sealed class TooManyException : Exception;
}
