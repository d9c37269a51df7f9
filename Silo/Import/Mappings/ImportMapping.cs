using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Silo.Import.Files;

namespace Ganchao.Silo.Import.Mappings;

/// <summary>What a mapping file says: how a file's rows become entries, plans and other register lines.</summary>
internal sealed record ImportMapping
{
    /// <summary>Names the kind of file; part of every id, so it never changes once a file was sent.</summary>
    public required string Source { get; init; }

    public required PlantId Plant { get; init; }

    public required CsvForm Form { get; init; }

    /// <summary>Figures are written 1.234,5.</summary>
    public bool DecimalComma { get; init; }

    /// <summary>The plant's zone; needed where times become instants.</summary>
    public TimeZoneInfo? Zone { get; init; }

    public required IReadOnlyDictionary<string, ColumnMapping> Columns { get; init; }

    public required IReadOnlyDictionary<string, string> Constants { get; init; }

    /// <summary>Rows that count; all conditions must hold.</summary>
    public IReadOnlyList<RowCondition> Rows { get; init; } = [];

    /// <summary>The columns that name a row for good; empty: each entry's own cell names it.</summary>
    public IReadOnlyList<string> LineKey { get; init; } = [];

    public Unpivot? Unpivot { get; init; }

    public ShiftClock? Clock { get; init; }

    public IReadOnlyList<EntryMapping> Entries { get; init; } = [];

    public IReadOnlyList<RegisterMapping> Registers { get; init; } = [];
}

/// <summary>One column by its heading, or made from others.</summary>
/// <param name="Name">The name by which the mapping calls it.</param>
/// <param name="Of">Not null: made from other columns instead of read, such as a team looked up by its shift.</param>
/// <param name="Headings">Its headings; the first that the file has.</param>
/// <param name="Optional">Empty where the file has no such heading; otherwise the file is refused.</param>
/// <param name="Formats">Not null: it holds dates in one of these forms; empty: in a form that has only one reading.</param>
/// <param name="Percent">What a percent sign means.</param>
/// <param name="Values">What stands for what.</param>
/// <param name="OnlyListed">A value that <paramref name="Values"/> does not name is refused; otherwise it is kept.</param>
/// <param name="Line">The mapping's line.</param>
internal sealed record ColumnMapping(
    string Name,
    CellTemplate? Of,
    IReadOnlyList<string> Headings,
    bool Optional,
    IReadOnlyList<string>? Formats,
    PercentRule Percent,
    IReadOnlyDictionary<string, string> Values,
    bool OnlyListed,
    int Line);

/// <summary>A condition on a row: the column is one of, none of, filled or not.</summary>
internal sealed record RowCondition(string Column, IReadOnlyList<string> Is, IReadOnlyList<string> Not, bool? Filled)
{
    /// <summary>Null: the column cannot be read, which is already noted.</summary>
    public bool? Holds(MappedRow row)
    {
        if (row.Text(Column) is not { } cell)
        {
            return null;
        }

        var text = CellText.Comparable(cell);
        return (Is.Count == 0 || Is.Any(v => CellText.Comparable(v) == text)) &&
            Not.All(v => CellText.Comparable(v) != text) &&
            (Filled is null || Filled == text.Length > 0);
    }
}

/// <summary>Columns 1…31 or 1…12 of a wide table, each of which becomes a row of its own.</summary>
/// <param name="Labels">What each column stands for, such as 1 or 2026-03.</param>
/// <param name="As">The name under which the mapping finds the label.</param>
/// <param name="Value">The name under which it finds the cell.</param>
/// <param name="Heading">The heading of a label's column, with the label as its column; null: the label alone
/// or with 日, 号, 月.</param>
/// <param name="Line">The mapping's line.</param>
internal sealed record Unpivot(IReadOnlyList<string> Labels, string As, string Value, CellTemplate? Heading, int Line);

/// <summary>What becomes of an empty figure.</summary>
internal enum EmptyFigure
{
    /// <summary>The row is bad.</summary>
    NotSet,

    /// <summary>No entry.</summary>
    Skip,

    /// <summary>The figure 0.</summary>
    Zero,
}

/// <summary>The kinds of sheets that an entry may be for.</summary>
internal enum SheetKind
{
    NotSet,
    Shift,
    Day,
    Week,
    Month,
    Event,
}

/// <summary>A sheet and the figures that a row puts there.</summary>
internal sealed record EntryMapping
{
    public required SheetKind Sheet { get; init; }

    /// <summary>The team of a shift sheet, the department of a department's, the event of an event's.</summary>
    public required CellTemplate Owner { get; init; }

    /// <summary>The production date; an event's entries carry it themselves.</summary>
    public required CellTemplate Date { get; init; }

    /// <summary>The shift kind of a shift sheet.</summary>
    public CellTemplate? Shift { get; init; }

    public IReadOnlyList<RowCondition> When { get; init; } = [];

    public required IReadOnlyList<FigureMapping> Figures { get; init; }
}

/// <summary>One figure of a row.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Fields">The other fields of the entry by their name in the API: measure, product, subject …</param>
/// <param name="ObservedAt">A local time of the plant.</param>
/// <param name="Empty">What becomes of an empty figure.</param>
/// <param name="Way">How the entry came about.</param>
/// <param name="When">Rows that have the figure.</param>
internal sealed record FigureMapping(
    CellTemplate Value,
    IReadOnlyDictionary<string, CellTemplate> Fields,
    CellTemplate? ObservedAt,
    EmptyFigure Empty,
    EntryWay Way,
    IReadOnlyList<RowCondition> When);

/// <summary>A line that a row puts into a register.</summary>
/// <param name="Shape">Which register and fields.</param>
/// <param name="Fields">Its fields by their name in the mapping.</param>
/// <param name="Empty">What becomes of a plan with an empty value.</param>
/// <param name="When">Rows that have the line.</param>
internal sealed record RegisterMapping(
    RegisterShape Shape,
    IReadOnlyDictionary<string, CellTemplate> Fields,
    EmptyFigure Empty,
    IReadOnlyList<RowCondition> When);
