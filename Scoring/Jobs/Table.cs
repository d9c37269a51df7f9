using System.Globalization;

namespace Ganchao.Scoring.Jobs;

/// <summary>A header and rows of texts, from a CSV file or written in the job itself.</summary>
internal sealed record Table(string File, IReadOnlyList<string> Header, IReadOnlyList<TableRow> Rows)
{
    public int? Find(string column)
    {
        for (var i = 0; i < Header.Count; i++)
        {
            if (Header[i] == column)
            {
                return i;
            }
        }

        return null;
    }

    public int Need(string column) => Find(column) ?? throw new JobRefusedException(
        File,
        new TextPlace(1, 1),
        $"没有“{column}”栏;表头是:{string.Join(", ", Header)}。",
        $"There is no column '{column}'; the header is: {string.Join(", ", Header)}.");

    /// <summary>Refuses a column that nobody reads: a heading with a slip would be left out without a word.</summary>
    public Table Only(params IEnumerable<string> columns) =>
        Header.Except(columns).FirstOrDefault() is not { } other ? this : throw new JobRefusedException(
            File,
            Rows.Count > 0 && File.Length == 0 ? Rows[0].Place : new TextPlace(1, 1),
            $"“{other}”栏没有用处;这里可以有:{string.Join(", ", columns)}。",
            $"Nobody reads the column '{other}'; there may be: {string.Join(", ", columns)}.");

    /// <summary>The text of a column in a row; empty when the table has no such column.</summary>
    public string Text(TableRow row, string column) => Find(column) is { } index ? row.Fields[index] : "";

    /// <summary>The rows of one stage: those with its number in the column <c>stage</c>, and those with none there.</summary>
    /// <param name="number">From 1.</param>
    public Table OfStage(int number) => Find("stage") is { } column
        ? this with { Rows = [.. Rows.Where(row => IsOf(row, row.Fields[column], number))] }
        : this;

    private bool IsOf(TableRow row, string text, int number) =>
        text.Length == 0
        || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var stage)
            ? stage == number
            : throw Refuse(row, $"stage 栏的“{text}”不是阶段序号。", $"'{text}' in the column stage is no number of a stage."));

    public JobRefusedException Refuse(TableRow row, string zh, string en) => new(File, row.Place, zh, en);
}

internal sealed record TableRow(TextPlace Place, IReadOnlyList<string> Fields);
