using System.Collections.Immutable;
using System.Globalization;

namespace Ganchao.Scoring.Jobs;

/// <summary>
/// Makes facts of the rows of one file. An empty figure is no fact; the word <c>refused</c> is a refused
/// figure.
/// </summary>
internal sealed class FactReader(Table table, FactFile file, ScoreJob job)
{
    private const string RefusedFigure = "refused";
    private const int LongestNumber = 28;

    public IEnumerable<Fact> Facts()
    {
        string[] needed = file.Measures.IsEmpty
            ? [FactFields.Entrant, FactFields.Date, FactFields.Measure, FactFields.Value]
            : [FactFields.Entrant, FactFields.Date];
        return needed.FirstOrDefault(field => !IsThere(field)) is { } missing
            ? throw new JobRefusedException(
                table.File,
                new TextPlace(1, 1),
                $"没有 {missing} 栏:请在 columns 中写明它的栏名,或在 fixed 中写明它的内容;表头是:{string.Join(", ", table.Header)}。",
                $"There is no {missing}: name its column under columns, or its text under fixed; the header is: " +
                $"{string.Join(", ", table.Header)}.")
            : table.Rows.SelectMany(row => FactsOf(row).SelectMany(fact => PartiesOf(fact, row)));
    }

    /// <summary>A file's rows have no entry ids; theirs is made of file, line and figure.</summary>
    private static Guid EntryOf(int file, int line, int figure) => new(line, (short)file, (short)figure, new byte[8]);

    public static string PlaceOf(Guid entry, ImmutableArray<FactFile> files) => FileOf(entry, files) is { Length: > 0 } file
        ? string.Create(CultureInfo.InvariantCulture, $"{file}:{LineOf(entry).Line}")
        : entry.ToString();

    /// <summary>The file that an entry stands in; empty where it stands in none of these.</summary>
    public static string FileOf(Guid entry, ImmutableArray<FactFile> files) =>
        BitConverter.ToInt16(entry.ToByteArray(), 4) is var file && file >= 0 && file < files.Length ? files[file].File : "";

    /// <summary>The line of an entry in its file.</summary>
    public static TextPlace LineOf(Guid entry) => new(BitConverter.ToInt32(entry.ToByteArray(), 0), 1);

    private int Number => job.Facts.IndexOf(file);

    private bool IsThere(string field) => file.Fixed.ContainsKey(field) || file.Columns.ContainsKey(field)
        || table.Find(field) is not null;

    private IEnumerable<Fact> FactsOf(TableRow row)
    {
        if (file.Measures.IsEmpty)
        {
            return FactOf(row, Text(row, FactFields.Measure), Text(row, FactFields.Value), 0) is { } fact ? [fact] : [];
        }

        return file.Measures
            .Select((measure, index) => FactOf(row, measure.Name, Field(row, measure.Column), index))
            .OfType<Fact>();
    }

    /// <summary>An entry is a fact of each of its parties.</summary>
    private IEnumerable<Fact> PartiesOf(Fact fact, TableRow row)
    {
        yield return fact;
        if (Text(row, FactFields.Counterparty) is { Length: > 0 } counterparty)
        {
            yield return fact with { Entrant = counterparty, Party = Party.Counterparty };
        }

        if (Text(row, FactFields.Scorer) is { Length: > 0 } scorer)
        {
            yield return fact with { Entrant = scorer, Party = Party.Scorer };
        }
    }

    private Fact? FactOf(TableRow row, string measure, string figure, int index)
    {
        if (figure.Length == 0)
        {
            return null;
        }

        var entrant = Required(row, FactFields.Entrant);
        var date = Date(row);
        var shift = Text(row, FactFields.Shift);
        var sheet = Text(row, FactFields.Sheet);
        var line = string.Create(CultureInfo.InvariantCulture, $"{row.Place.Line}");
        return new Fact
        {
            Entrant = entrant,
            Sheet = sheet.Length > 0 ? sheet : string.Create(CultureInfo.InvariantCulture, $"{entrant}/{date:O}/{shift}"),
            Subject = Text(row, FactFields.Subject),
            Date = date,
            ShiftOrder = ShiftOrder(row, shift),
            Shift = shift,
            Occasion = Occasion(row),
            Measure = measure.Length > 0 ? measure : Required(row, FactFields.Measure),
            Product = Text(row, FactFields.Product),
            WorkOrder = Text(row, FactFields.WorkOrder),
            Detail = Text(row, FactFields.Detail),
            Record = file.RowIsRecord ? line : Text(row, FactFields.Record),
            Value = figure == RefusedFigure ? null : Decimal(row, figure),
            ObservedAt = ObservedAt(row),
            Entry = EntryOf(Number, row.Place.Line, index),
            Attributes = Attributes(row),
            Tags = Tags(row),
        };
    }

    private DateOnly Date(TableRow row)
    {
        var text = Required(row, FactFields.Date);
        return DateOnly.TryParseExact(text, file.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
                ? date
                : throw table.Refuse(
                    row, $"“{text}”不是 {file.DateFormat} 写法的日期。", $"'{text}' is not a date written as {file.DateFormat}.");
    }

    private int ShiftOrder(TableRow row, string shift)
    {
        var text = Text(row, FactFields.ShiftOrder);
        if (text.Length > 0)
        {
            return Decimal(row, text) is var number && decimal.IsInteger(number) && Math.Abs(number) <= int.MaxValue
                ? (int)number
                : throw table.Refuse(row, $"“{text}”不是班次的次序。", $"'{text}' is no place of a shift: write a whole number.");
        }

        var order = job.Shifts.IndexOf(shift);
        return job.Shifts.IsEmpty || order >= 0
            ? order + 1
            : throw table.Refuse(row, $"班次“{shift}”不在 shifts 中。", $"Shift '{shift}' is not among the shifts of the job.");
    }

    private Occasion Occasion(TableRow row)
    {
        var text = Text(row, FactFields.Occasion);
        if (text.Length == 0)
        {
            return Scoring.Occasion.Shift;
        }

        return Enum.TryParse<Occasion>(text, ignoreCase: true, out var occasion) && Enum.IsDefined(occasion)
            ? occasion
            : throw table.Refuse(
                row, $"“{text}”不是发生单位。", $"'{text}' is no occasion: record, shift, day, week, month, stage, series.");
    }

    private DateTimeOffset? ObservedAt(TableRow row)
    {
        var text = Text(row, FactFields.ObservedAt);
        if (text.Length == 0)
        {
            return null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUniversalTime()
            : throw table.Refuse(row, $"“{text}”不是时刻。", $"'{text}' is not an instant such as 2026-01-31T07:40:00Z.");
    }

    private ImmutableDictionary<string, decimal> Attributes(TableRow row) => file.Attributes
        .Select(attribute => (attribute.Name, Text: Field(row, attribute.Column)))
        .Where(static attribute => attribute.Text.Length > 0)
        .ToImmutableDictionary(static attribute => attribute.Name, attribute => Decimal(row, attribute.Text));

    private ImmutableDictionary<string, string> Tags(TableRow row) => file.Tags
        .Select(tag => (tag.Name, Text: Field(row, tag.Column)))
        .Where(static tag => tag.Text.Length > 0)
        .ToImmutableDictionary(static tag => tag.Name, static tag => tag.Text);

    private decimal Decimal(TableRow row, string text) =>
        text.Length <= LongestNumber
        && decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw table.Refuse(row, $"“{text}”不是数。", $"'{text}' is not a number such as -12.5.");

    private string Required(TableRow row, string field) => Text(row, field) is { Length: > 0 } text
        ? text
        : throw table.Refuse(
            row, $"缺少 {field}。", $"There is no {field}: name its column under columns, or its text under fixed.");

    /// <summary>The same text for all rows, or that of its column.</summary>
    private string Text(TableRow row, string field)
    {
        if (file.Fixed.TryGetValue(field, out var text))
        {
            return text;
        }

        return file.Columns.TryGetValue(field, out var column) || table.Find(field) is not null ? Field(row, column ?? field)
            : "";
    }

    private string Field(TableRow row, string column)
    {
        var text = row.Fields[table.Need(column)];
        var replacement =
            file.Replacements.FirstOrDefault(replacement => replacement.Column == column && replacement.From == text);
        return replacement?.To ?? text;
    }
}
