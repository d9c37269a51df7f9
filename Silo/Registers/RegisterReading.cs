using System.Text;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Json;
using Ganchao.Dashboard.Registers;
using Ganchao.Silo.Import;
using Ganchao.Silo.Import.Files;

namespace Ganchao.Silo.Registers;

/// <summary>A line as it was read: cells in the register's own form, by column; an empty cell is there and says "none".</summary>
internal sealed record RegisterRow(int Line, IReadOnlyDictionary<string, string> Cells, IReadOnlyList<LineProblem> Problems);

/// <summary>What was read of a file, of pasted lines or of a form.</summary>
/// <param name="Problem">Why nothing of it was read; null: it was.</param>
/// <param name="Text">The lines as text.</param>
internal sealed record RegisterReading(
    IReadOnlyList<RegisterRow> Rows, Text? Problem, string Text = "", ReviewState State = ReviewState.Broken);

/// <summary>
/// Reads lines of a register as people write them: headings and words in either language, dates and figures as they are typed.
/// What is no text, too much, or could be run by a spreadsheet is turned away.
/// </summary>
internal static class RegisterReader
{
    /// <summary>Bytes.</summary>
    public const int MaxLength = 1_000_000;

    public const int MaxLines = 5_000;

    private const int MaxColumns = 100;
    private const int MaxCell = 2_000;

    /// <summary>So much of a cell that is wrong is kept, to be shown.</summary>
    private const int ShownOfWrong = 60;

    private const string FormulaColumn = "formula";

    private static readonly byte[][] Workbooks = [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0]];

    public static RegisterReading Read(RegisterForm form, RegisterContent content, Roster people) => content switch
    {
        RegisterContent.Typed typed => new RegisterReading([RowOf(form, 1, typed.Cells, isRagged: false, people)], Problem: null),
        RegisterContent.Pasted pasted => ReadText(form, pasted.Text, people),
        RegisterContent.File file => ReadFile(form, file.Bytes, people),
        _ => throw new InvalidOperationException($"{content} is nothing to read."),
    };

    private static RegisterReading ReadFile(RegisterForm form, byte[] bytes, Roster people)
    {
        if (bytes.Length > MaxLength)
        {
            return new RegisterReading([], RegisterProblems.TooLarge, State: ReviewState.TooLarge);
        }

        if (Workbooks.Any(mark => bytes.AsSpan().StartsWith(mark)))
        {
            return new RegisterReading([], RegisterProblems.Workbook);
        }

        try
        {
            return ReadText(form, TextDecoding.Decode(bytes, form.Slug), people);
        }
        catch (MappingException)
        {
            return new RegisterReading([], RegisterProblems.NotText);
        }
    }

    private static RegisterReading ReadText(RegisterForm form, string text, Roster people)
    {
        if (Encoding.UTF8.GetByteCount(text) > MaxLength * 2)
        {
            return new RegisterReading([], RegisterProblems.TooLarge, State: ReviewState.TooLarge);
        }

        if (text.Any(sign => char.IsControl(sign) && sign is not ('\r' or '\n' or '\t')))
        {
            return new RegisterReading([], RegisterProblems.NotText);
        }

        if (CellText.Trimmed(text).Length == 0)
        {
            return new RegisterReading([], RegisterProblems.Empty);
        }

        try
        {
            return ReadLines(form, text, people) with { Text = text };
        }
        catch (MappingException wrong)
        {
            return new RegisterReading([], new Text(wrong.Said.Zh, wrong.Said.En), text);
        }
    }

    private static RegisterReading ReadLines(RegisterForm form, string text, Roster people)
    {
        var lines = text.Split('\n');
        var first = lines.Index().First(line => CellText.Trimmed(line.Item).Length > 0);
        var isBare = form.TakesBareLines && !CellsOf(first.Item).Any(cell => ColumnOf(form, cell) is not null);
        var file = CsvFile.Read(
            $"{form.Slug}.csv",
            Encoding.UTF8.GetBytes(isBare ? WithCommas(text, first.Item) : text),
            new CsvForm("utf-8", HeadingLine: isBare ? 0 : first.Index + 1));
        if (file.Headings.Count > MaxColumns)
        {
            return new RegisterReading([], RegisterProblems.TooManyColumns);
        }

        if (file.Rows.Count is 0 or > MaxLines)
        {
            return new RegisterReading([], file.Rows.Count == 0 ? RegisterProblems.NoLines : RegisterProblems.TooManyLines);
        }

        var columns = isBare
            ? [.. form.Columns.Take(file.Headings.Count)]
            : file.Headings.Select(heading => heading.Length == 0 ? null : ColumnOf(form, heading)).ToList();
        return ProblemOf(form, file.Headings, columns, isBare) is { } problem
            ? new RegisterReading([], problem)
            : new RegisterReading([.. file.Rows.Select(row => RowOf(form, row, columns, people))], Problem: null);
    }

    private static Text? ProblemOf(
        RegisterForm form, IReadOnlyList<string> headings, List<RegisterColumn?> columns, bool isBare)
    {
        var unknown = isBare
            ? null
            : headings.Zip(columns).FirstOrDefault(pair => pair.Second is null && pair.First.Length > 0).First;
        var twice = columns.OfType<RegisterColumn>().CountBy(column => column.Key).FirstOrDefault(count => count.Value > 1).Key;
        return unknown is not null ? RegisterProblems.HeadingUnknown(unknown, form)
            : twice is not null ? RegisterProblems.HeadingTwice(headings[columns.Index().Last(c => c.Item?.Key == twice).Index])
            : columns.Contains(form.Key) ? null
            : RegisterProblems.HeadingMissing(form.Key, form);
    }

    private static RegisterRow RowOf(RegisterForm form, CsvRow row, List<RegisterColumn?> columns, Roster people)
    {
        var cells = columns.Index()
            .Where(column => column.Item is not null)
            .ToDictionary(
                column => column.Item!.Key,
                column => column.Index < row.Cells.Count ? row.Cells[column.Index] : "");
        return RowOf(form, row.Line, cells, row.Cells.Index().Any(cell =>
            cell.Item.Length > 0 && (cell.Index >= columns.Count || columns[cell.Index] is null)), people);
    }

    private static RegisterRow RowOf(
        RegisterForm form, int line, IReadOnlyDictionary<string, string> written, bool isRagged, Roster people)
    {
        var cells = new Dictionary<string, string>();
        var problems = new List<LineProblem>();
        if (isRagged)
        {
            problems.Add(new LineProblem(Column: null, RegisterProblems.Ragged));
        }

        foreach (var column in form.Columns.Where(column => written.ContainsKey(column.Key)))
        {
            var cell = CellText.Trimmed(written[column.Key]);
            if (ReadCell(column, cell, out var value) is { } problem)
            {
                problems.Add(new LineProblem(column, problem));
                value = cell[..Math.Min(cell.Length, ShownOfWrong)];
            }

            cells[column.Key] = value;
        }

        if (form.Key.Form == CellForm.Person && problems.Count == 0 && ProblemOf(form, cells, people) is { } stranger)
        {
            problems.Add(stranger);
        }

        return new RegisterRow(line, cells, problems);
    }

    /// <summary>Puts the pseudonym in the place of the staff number; null: the person is known, and called as written.</summary>
    private static LineProblem? ProblemOf(RegisterForm form, Dictionary<string, string> cells, Roster people)
    {
        var written = cells.GetValueOrDefault(form.Key.Key, "");
        if (written.Length == 0)
        {
            return null;
        }

        var name = cells.GetValueOrDefault(RegisterForms.PersonName, "");
        if ((people.Find(written) ?? people.Hire(written, name)) is not { } person)
        {
            return new LineProblem(form.Key, RegisterProblems.NoSuchPerson);
        }

        cells[form.Key.Key] = person;
        return name.Length > 0 && name != people.NameOf(person)
            ? new LineProblem(form.Find(RegisterForms.PersonName), RegisterProblems.OtherName)
            : null;
    }

    /// <summary>Null: it was read.</summary>
    private static Text? ReadCell(RegisterColumn column, string cell, out string value)
    {
        value = cell.Length <= MaxCell ? cell : "";
        if (cell.Length == 0)
        {
            return null;
        }

        if (cell.Length > MaxCell)
        {
            return RegisterProblems.CellLong;
        }

        if (cell.Any(char.IsControl))
        {
            return RegisterProblems.CellBroken;
        }

        var narrow = CellText.Narrow(cell);
        if (IsFormula(column, narrow[0]))
        {
            return RegisterProblems.Formula;
        }

        switch (column.Form)
        {
            case CellForm.Id:
                value = narrow;
                return IdText.IsValid(narrow) ? null : RegisterProblems.NotAnId;
            case CellForm.Ids:
                value = string.Join(',', CellText.Listed(narrow).Select(part => part!.GetValue<string>()));
                return value.Split(',').All(IdText.IsValid) ? null : RegisterProblems.NotAnId;
            case CellForm.Figure or CellForm.Whole:
                return ReadFigure(column, narrow, out value);
            case CellForm.Date:
                var wrong = DateText.Read(narrow, [], out var moment);
                value = wrong is null ? DateText.Text(DateOnly.FromDateTime(moment)) : "";
                return wrong is null ? null : RegisterProblems.NotADate;
            case CellForm.Choice:
                value = column.ChoiceOf(narrow)?.Value ?? "";
                return value.Length > 0 ? null
                    : narrow == RegisterForms.Ambiguous ? RegisterProblems.TwoReadings
                    : RegisterProblems.NotListed(cell, column);
            case CellForm.Person:
                value = narrow;
                return null;
            case CellForm.Text or CellForm.NotSet:
            default:
                return null;
        }
    }

    private static Text? ReadFigure(RegisterColumn column, string cell, out string value)
    {
        value = "";
        if (FigureText.Read(cell, decimalComma: false, PercentRule.NotSet, out var figure) is not null)
        {
            return RegisterProblems.NotAFigure;
        }

        value = DecimalTextConverter.Normal(figure);
        return column.Form == CellForm.Figure || (decimal.IsInteger(figure) && Math.Abs(figure) <= int.MaxValue)
            ? null
            : RegisterProblems.NotWhole;
    }

    // A figure may be negative, and so may what a formula begins with.
    private static bool IsFormula(RegisterColumn column, char first) => first is '=' or '@'
        || (first is '+' or '-' && column.Form is not (CellForm.Figure or CellForm.Whole) && column.Key != FormulaColumn);

    private static RegisterColumn? ColumnOf(RegisterForm form, string heading)
    {
        var wanted = CellText.Comparable(heading);
        return form.Columns.FirstOrDefault(column => column.Also
            .Append(column.Key).Append(column.Label.Zh).Append(column.Label.En)
            .Any(known => CellText.Comparable(known) == wanted));
    }

    private static IEnumerable<string> CellsOf(string line) => line.Split(',', ';', '\t', '，').Take(MaxColumns);

    // Lines typed on a Chinese keyboard have its commas.
    private static string WithCommas(string text, string first) =>
        first.AsSpan().IndexOfAny(",;\t") < 0 ? text.Replace('，', ',') : text;
}
