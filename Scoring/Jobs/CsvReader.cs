using System.Text;

namespace Ganchao.Scoring.Jobs;

/// <summary>
/// Reads CSV (RFC 4180): commas, double quotes, a header, as many fields in each row as the header has. What is not that is
/// refused with its line. Blanks around a field without quotes are not part of it; lines without any field are left out.
/// </summary>
internal static class CsvReader
{
    public static Table Read(string file, TextReader text)
    {
        var header = ReadRecord(file, text, line: 1, out var line)
            ?? throw new JobRefusedException(file, new TextPlace(1, 1), "文件是空的。", "The file is empty.");
        var rows = new List<TableRow>();
        while (true)
        {
            var start = line;
            if (ReadRecord(file, text, start, out line) is not { } fields)
            {
                return new Table(file, header, rows);
            }

            if (fields is [""])
            {
                continue;
            }

            if (fields.Count != header.Count)
            {
                throw new JobRefusedException(
                    file,
                    new TextPlace(start, 1),
                    $"本行有 {fields.Count} 栏,表头有 {header.Count} 栏。",
                    $"This line has {fields.Count} fields, the header has {header.Count}.");
            }

            rows.Add(new TableRow(new TextPlace(start, 1), fields));
        }
    }

    /// <summary>The fields of one record, which may run over several lines; null at the end.</summary>
    private static List<string>? ReadRecord(string file, TextReader text, int line, out int nextLine)
    {
        nextLine = line;
        if (text.Peek() < 0)
        {
            return null;
        }

        var fields = new List<string>();
        while (true)
        {
            fields.Add(ReadField(file, text, ref nextLine));
            switch (text.Read())
            {
                case ',':
                    continue;
                case '\r' when text.Peek() == '\n':
                    text.Read();
                    break;
                default:
                    break;
            }

            nextLine++;
            return fields;
        }
    }

    private static string ReadField(string file, TextReader text, ref int line)
    {
        while (text.Peek() is ' ' or '\t' or '\uFEFF')
        {
            text.Read();
        }

        if (text.Peek() == '"')
        {
            return ReadQuoted(file, text, ref line);
        }

        var field = new StringBuilder();
        while (text.Peek() is not (',' or '\r' or '\n' or < 0))
        {
            if (text.Peek() == '"')
            {
                throw Misplaced(file, line);
            }

            field.Append((char)text.Read());
        }

        return field.ToString().TrimEnd();
    }

    private static string ReadQuoted(string file, TextReader text, ref int line)
    {
        var start = line;
        var field = new StringBuilder();
        text.Read();
        while (true)
        {
            var next = text.Read();
            if (next < 0)
            {
                throw Misplaced(file, start);
            }

            if (next == '"' && text.Peek() != '"')
            {
                break;
            }

            line += next == '\n' ? 1 : 0;
            field.Append((char)(next == '"' ? text.Read() : next));
        }

        while (text.Peek() is ' ' or '\t')
        {
            text.Read();
        }

        return text.Peek() is ',' or '\r' or '\n' or < 0 ? field.ToString() : throw Misplaced(file, line);
    }

    private static JobRefusedException Misplaced(string file, int line) => new(
        file,
        new TextPlace(line, 1),
        "引号不成对或位置不对;字段中的引号要写两遍,并把整个字段放在引号里。",
        "A quote does not belong here or is not closed; write a quote within a field twice, and the field in quotes.");
}
