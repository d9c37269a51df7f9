using System.Collections.Immutable;
using System.Globalization;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Refusals;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Spreadsheets;

namespace Ganchao.Dashboard.Grids;

/// <summary>A file as it would be entered: each figure at its cell of the grid, or why its cell of the file is refused.</summary>
/// <param name="Table">What the file holds.</param>
/// <param name="Reading">Its columns and rows.</param>
/// <param name="Draft">The grid with the file's figures in it; refused ones are not.</param>
/// <param name="Refused">Why a cell of the file is not taken, by its address.</param>
public sealed record GridFile(
    SpreadsheetTable Table, TableReading Reading, GridDraft Draft, ImmutableSortedDictionary<string, string> Refused)
{
    /// <summary>The grid with what the file holds.</summary>
    /// <param name="table">The file.</param>
    /// <param name="reading">As it was understood.</param>
    /// <param name="form">The grid.</param>
    /// <param name="draft">Its id, ticks and reasons; cells as the sheet has them, or had when the file was shown.</param>
    /// <param name="words">Of the reader.</param>
    internal static GridFile Of(
        SpreadsheetTable table, TableReading reading, GridForm form, GridDraft draft, ReaderLanguage words)
    {
        var refused = ImmutableSortedDictionary.CreateBuilder<string, string>(AddressOrder);
        var cells = draft.Cells.ToDictionary(static cell => cell.Key);
        foreach (var row in reading.Rows.Where(static row => row.Fate == RowFate.Taken))
        {
            foreach (var cell in row.Cells)
            {
                var key = $"{row.Key}!{cell.Target}";
                if (cell.Fault != CellFault.NotSet)
                {
                    refused[cell.Cell.Address] = FaultOf(cell, reading, form, words);
                }
                else if (cells.TryGetValue(key, out var known))
                {
                    cells[key] = known with { Typed = cell.Value, Source = cell.Cell.Address };
                }
                else if (form.Filled.GetValueOrDefault(key)?.OtherSheet is { } other)
                {
                    refused[cell.Cell.Address] = words.Of(SpreadsheetTexts.OnOtherSheet, words.Of(other));
                }
            }
        }

        foreach (var row in reading.Rows.Where(static row => row.Fate is RowFate.Unknown or RowFate.Twice))
        {
            refused[row.Cells[0].Cell.Address] = SayOf(row, words);
        }

        var filled = draft with { File = table.File, Cells = [.. draft.Cells.Select(cell => cells[cell.Key])] };
        return new GridFile(table, reading, filled, refused.ToImmutable());
    }

    /// <summary>The same without what the sheet refuses; null where it refuses the whole list.</summary>
    internal GridFile? Without(IReadOnlyList<Refusal> refusals, ReaderLanguage words)
    {
        var changes = Draft.Changes;
        if (refusals.Any(refusal => ListedField.IndexIn(refusal.Field) is not { } index || index >= changes.Length))
        {
            return null;
        }

        var refused = Refused;
        var cells = Draft.Cells;
        foreach (var refusal in refusals)
        {
            var cell = changes[ListedField.IndexIn(refusal.Field)!.Value];
            refused = refused.SetItem(cell.Source, GridProblems.Say(refusal, cell, words));
            var at = cells.IndexOf(cell);
            cells = at < 0 ? cells : cells.SetItem(at, cell with { Typed = Standing(cell) });
        }

        return this with { Refused = refused, Draft = Draft with { Cells = cells } };
    }

    /// <summary>What becomes of a cell of the file.</summary>
    internal string SayOf(MappedRow row, MappedCell cell, ReaderLanguage words)
    {
        if (Refused.TryGetValue(cell.Cell.Address, out var why))
        {
            return why;
        }

        var typed = Draft.Cells.FirstOrDefault(known => known.Key == $"{row.Key}!{cell.Target}");
        return typed is null ? ""
            : !typed.IsChange ? words.Of(SpreadsheetTexts.Same)
            : typed is { IsCorrection: true, Before: { } before } ? words.Of(
                SpreadsheetTexts.Corrects, TypedCell.Written(before.Value), typed.Typed)
            : words.Of(SpreadsheetTexts.New);
    }

    internal static string SayOf(MappedRow row, ReaderLanguage words) => row.Fate switch
    {
        RowFate.NotSet or RowFate.Taken => "",
        RowFate.Total => words.Of(SpreadsheetTexts.TotalRow),
        RowFate.NoFigures => words.Of(SpreadsheetTexts.Nothing),
        RowFate.Twice => words.Of(SpreadsheetTexts.Twice, row.Label),
        RowFate.Unknown => row.Nearest.Count == 0
            ? $"{words.Of(SpreadsheetTexts.Unknown, row.Label)} {words.Of(SpreadsheetTexts.UnknownRemedy)}"
            : words.Of(SpreadsheetTexts.UnknownNearest, row.Label, Listed(row.Nearest, words)),
    };

    internal static string Listed(IEnumerable<string> names, ReaderLanguage words) =>
        string.Join(words.Language == Language.English ? ", " : "、", names);

    private static string Standing(TypedCell cell) => cell.IsCorrection ? TypedCell.Written(cell.Before!.Value) : "";

    private static string FaultOf(MappedCell cell, TableReading reading, GridForm form, ReaderLanguage words)
    {
        var unit = form.Columns.FirstOrDefault(column => column.Key == cell.Target)?.Words.Unit ?? "";
        var other = reading.Columns.FirstOrDefault(column => column.Column == cell.Cell.Column)?.Unit ?? "";
        return words.Of(SpreadsheetTexts.Of(cell.Fault), cell.Cell.Text, other, unit);
    }

    // C7 before D7 before C10.
    private static readonly Comparer<string> AddressOrder = Comparer<string>.Create(static (one, other) =>
    {
        var (left, right) = (PlaceOf(one), PlaceOf(other));
        var byRow = left.Row.CompareTo(right.Row);
        return byRow != 0 ? byRow
            : left.Column.Length != right.Column.Length ? left.Column.Length.CompareTo(right.Column.Length)
            : string.CompareOrdinal(left.Column, right.Column);
    });

    private static (int Row, string Column) PlaceOf(string address)
    {
        var column = new string([.. address.TakeWhile(char.IsAsciiLetter)]);
        return (Whole(address[column.Length..]), column);
    }

    private static int Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
