using nietras.SeparatedValues;

namespace Ganchao.Silo.Import.Files;

/// <summary>How a file is to be read, where it should not be guessed.</summary>
/// <param name="Encoding">Null: by its byte order mark, else UTF-8, else GB18030.</param>
/// <param name="Delimiter">Null: the one of comma, semicolon and tab that its heading line has most of.</param>
/// <param name="HeadingLine">The line with the headings, from 1; 0: there is none, and columns are called 1, 2, 3 …</param>
internal sealed record CsvForm(string? Encoding = null, char? Delimiter = null, int HeadingLine = 1);

/// <summary>One row: trimmed cells, as many as its line has.</summary>
internal sealed record CsvRow(int Line, IReadOnlyList<string> Cells);

/// <summary>A file as rows. Blank lines are left out; ragged ones are told apart by their number of cells.</summary>
internal sealed record CsvFile(string Name, IReadOnlyList<string> Headings, IReadOnlyList<CsvRow> Rows)
{
    private static readonly char[] Delimiters = [',', ';', '\t'];

    /// <exception cref="MappingException">The bytes are no text, a quotation mark stays open, or there is no heading.</exception>
    public static CsvFile Read(string name, byte[] bytes, CsvForm form)
    {
        var text = TextDecoding.Decode(bytes, name, form.Encoding);
        RefuseOpenQuote(name, text);
        var delimiter = form.Delimiter ?? GuessDelimiter(text, form.HeadingLine);
        var rows = Split(text, delimiter).Where(r => r.Cells.Any(c => c.Length > 0)).ToList();
        if (form.HeadingLine == 0)
        {
            var width = rows.Count == 0 ? 0 : rows.Max(r => r.Cells.Count);
            return new CsvFile(name, [.. Enumerable.Range(1, width).Select(n => $"{n}")], rows);
        }

        var headings = rows.Find(r => r.Line == form.HeadingLine)?.Cells ?? throw new MappingException(
            name, form.HeadingLine, new Said("这一行没有表头。", "There are no headings on this line."));
        return new CsvFile(name, WithoutEmptyEnd(headings), [.. rows.Where(r => r.Line > form.HeadingLine)]);
    }

    private static SepReaderOptions AsTyped(SepReaderOptions options) => options with
    {
        HasHeader = false,
        DisableColCountCheck = true,
        Unescape = true,
        Trim = SepTrim.All,
    };

    private static List<CsvRow> Split(string text, char delimiter)
    {
        using var reader = Sep.New(delimiter).Reader(AsTyped).FromText(text);
        var line = 1; // The library counts the first row twice, so a row starts where the one before it ended.
        var rows = new List<CsvRow>();
        foreach (var row in reader)
        {
            var cells = new string[row.ColCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = CellText.Trimmed(row[i].ToString());
            }

            rows.Add(new CsvRow(line, cells));
            line = row.LineNumberToExcl;
        }

        return rows;
    }

    /// <summary>A quotation mark without its partner swallows the rest of the file: better to say so than to read it.</summary>
    private static void RefuseOpenQuote(string name, string text)
    {
        var (line, opened, open) = (1, 1, false);
        foreach (var c in text)
        {
            line += c == '\n' ? 1 : 0;
            opened = c == '"' && !open ? line : opened;
            open ^= c == '"';
        }

        if (open)
        {
            throw new MappingException(name, opened, new Said(
                "引号没有配对:到文件末尾都没有右引号。", "A quotation mark is opened here and never closed."));
        }
    }

    private static char GuessDelimiter(string text, int headingLine)
    {
        var heading = text.Split('\n').Skip(Math.Max(headingLine, 1) - 1).FirstOrDefault() ?? "";
        return Delimiters.MaxBy(d => heading.Count(c => c == d));
    }

    private static List<string> WithoutEmptyEnd(IReadOnlyList<string> headings) =>
        [.. headings.Take(headings.Count - headings.Reverse().TakeWhile(h => h.Length == 0).Count())];
}
