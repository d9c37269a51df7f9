using Ganchao.Client.Wording;
using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Entry;

namespace Ganchao.Dashboard.Grids;

/// <summary>A measure, or one of its details such as a cost element, over all rows.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Detail">Cost element or cause; null: the measure has none here.</param>
/// <param name="Subject">What kind of thing its figures are about.</param>
/// <param name="Words">How it is called.</param>
/// <param name="Min">The least value that is taken; null: no bound.</param>
/// <param name="Max">The greatest value that is taken; null: no bound.</param>
/// <param name="AddsUp">Whether its figures may be added up over the rows: a total can be checked.</param>
/// <param name="TakesMany">Whether a cell takes further entries beside those that stand there.</param>
public sealed record GridColumn(
    MeasureCode Measure,
    string? Detail,
    SubjectKind Subject,
    CellWords Words,
    decimal? Min = null,
    decimal? Max = null,
    bool AddsUp = true,
    bool TakesMany = false)
{
    public string Key => Detail is null ? Measure.Value : $"{Measure}~{Detail}";

    /// <summary>As the messages of a refused figure want it.</summary>
    public EntryField Field => new(new EntryCell(Measure, Detail: Detail), Words, Min, Max);

    public string NameIn(ReaderLanguage words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var name = words.Of(Words.Measure);
        return Detail is null ? name : $"{name} · {Detail}";
    }
}

/// <summary>Whom figures are about; where a measure is kept by product or work order, one row for each.</summary>
/// <param name="Number">Of a person, the staff number (工号), which tells two of one name apart.</param>
public sealed record GridRow(
    SubjectId Subject,
    Names Names,
    ProductCode? Product = null,
    WorkOrderNumber? WorkOrder = null,
    Names? About = null,
    string? Number = null)
{
    public string Key => $"{Subject}~{Product}~{WorkOrder}".TrimEnd('~');

    public string NameIn(ReaderLanguage words)
    {
        ArgumentNullException.ThrowIfNull(words);
        string?[] parts = [Number, About is null ? Product?.Value : words.Of(About), WorkOrder?.Value];
        var about = string.Join(" · ", parts.OfType<string>());
        return about.Length == 0 ? words.Of(Names) : $"{words.Of(Names)} · {about}";
    }
}

/// <summary>What stands in a cell already.</summary>
/// <param name="Value">The figure; the sum of several where the cell takes many.</param>
/// <param name="Entry">The entry that fills it on this sheet; null: it is not corrected here.</param>
/// <param name="OtherSheet">Whose sheet it stands on, where it is another department's or branch's.</param>
public sealed record FilledCell(decimal Value, Guid? Entry, Names? OtherSheet = null);

/// <summary>Everything that the grid of a department's or branch's sheet shows.</summary>
/// <param name="Sheet">Whose, which period.</param>
/// <param name="Plant">The plant's name.</param>
/// <param name="Department">The department's or branch's name.</param>
/// <param name="SignedOff">Whether ordinary entries have ended.</param>
/// <param name="Columns">In the order to show them.</param>
/// <param name="Rows">In the order to show them.</param>
/// <param name="Filled">What stands there already, by <see cref="KeyOf"/>.</param>
/// <param name="Writer">Who writes by this request, in the role that enters these measures.</param>
public sealed record GridForm(
    DepartmentSheet Sheet,
    Names Plant,
    Names Department,
    bool SignedOff,
    IReadOnlyList<GridColumn> Columns,
    IReadOnlyList<GridRow> Rows,
    IReadOnlyDictionary<string, FilledCell> Filled,
    EntryWriter Writer)
{
    /// <summary>Parts row and column in a cell's key; in no id.</summary>
    private const char Mark = '!';

    /// <summary>Cells are named by row and column, so that a form posted later finds them again.</summary>
    public static string KeyOf(GridRow row, GridColumn column)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(column);
        return $"{row.Key}{Mark}{column.Key}";
    }

    /// <summary>Whether a row has a figure of the column.</summary>
    public static bool Takes(GridRow row, GridColumn column)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(column);
        return row.Subject.Kind == column.Subject;
    }
}
