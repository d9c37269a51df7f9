using Ganchao.Client.Wording;
using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Crew;
using Ganchao.Dashboard.Exclusions;

namespace Ganchao.Dashboard.Entry;

/// <summary>A plant in the list of sheets.</summary>
public sealed record EntryPlant(PlantId Plant, Names Names, IReadOnlyList<EntryTeam> Teams);

/// <summary>A team and its shifts, the newest first.</summary>
public sealed record EntryTeam(UnitId Team, Names Names, Names? Branch, IReadOnlyList<ShiftChoice> Shifts);

/// <summary>A shift that one may choose.</summary>
/// <param name="Shift">Its address.</param>
/// <param name="Kind">The shift kind's name.</param>
/// <param name="IsRunning">Whether it is going on by the plant's clock.</param>
public sealed record ShiftChoice(ShiftId Shift, Names Kind, bool IsRunning);

/// <summary>What in an address of a shift is not known.</summary>
public enum UnknownPart
{
    NotSet,
    Plant,
    Team,
    Shift,

    /// <summary>Before 1990, or later than tomorrow by the plant's clock.</summary>
    Date,
}

/// <summary>A shift's form, or what is unknown about its address.</summary>
public sealed record ShiftReading(ShiftForm? Form, UnknownPart Unknown);

/// <summary>Which shift a page is about.</summary>
/// <param name="Shift">Its address.</param>
/// <param name="Plant">The plant's name.</param>
/// <param name="Team">The team's name.</param>
/// <param name="Kind">The shift kind's name.</param>
/// <param name="UtcOffset">The plant's, so that times read as on the plant's own clocks.</param>
public sealed record ShiftHeading(ShiftId Shift, Names Plant, Names Team, Names Kind, TimeSpan UtcOffset);

/// <summary>Everything that a shift's form shows.</summary>
/// <param name="Heading">Which shift.</param>
/// <param name="SignedOff">Whether ordinary entries have ended.</param>
/// <param name="Fields">One field each, in the order to show them.</param>
/// <param name="HeatFields">The fields of each heat.</param>
/// <param name="Filled">What stands on the sheet already.</param>
/// <param name="Plans">Plans of measures that are computed from what is entered.</param>
/// <param name="Exclusions">Stretches of the shift that were proposed to be left out.</param>
/// <param name="SaysNothing">Whether the sheet says that there is nothing to report.</param>
/// <param name="Crew">What is said of the people who worked for the team; null: it is the team's own form.</param>
/// <param name="TakesCrew">Whether the plant takes figures by person, such as hours.</param>
/// <param name="TakesOrders">Whether one may add the fields of a work order by its number.</param>
/// <param name="EventDesks">Departments whose kinds of events a shift lead records about teams.</param>
public sealed record ShiftForm(
    ShiftHeading Heading,
    bool SignedOff,
    IReadOnlyList<EntryField> Fields,
    IReadOnlyList<EntryField> HeatFields,
    IReadOnlyList<FilledLine> Filled,
    IReadOnlyList<ComputedPlan> Plans,
    IReadOnlyList<ShownExclusion>? Exclusions = null,
    bool SaysNothing = false,
    bool TakesOrders = false,
    CrewForm? Crew = null,
    bool TakesCrew = false,
    IReadOnlyList<EventOwner>? EventDesks = null)
{
    /// <summary>Whether one may still say that there is nothing to report.</summary>
    public bool MaySayNothing => !SaysNothing && Filled.All(line => line.Value is null);

    /// <summary>Whether the team has reported heats lately.</summary>
    public bool ReportsHeats => HeatFields.Any(known => known.Last is not null);

    /// <summary>The field of a typed line; null where the form has it no more.</summary>
    public EntryField? FieldOf(TypedLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return (line.Heat > 0 ? HeatFields : Fields).FirstOrDefault(field => field.Cell == line.Cell);
    }

    /// <summary>How a typed line is called; by its code where the form has no such field any more.</summary>
    public CellWords WordsOf(TypedLine line) => FieldOf(line)?.Words ?? CellWords.Unknown(line.Cell);
}

/// <summary>A department that owns kinds of events.</summary>
public sealed record EventOwner(UnitId Unit, Names Names);

/// <summary>One figure that the team enters.</summary>
/// <param name="Cell">What it is about.</param>
/// <param name="Words">How it is called.</param>
/// <param name="Min">The least value that is taken; null: no bound.</param>
/// <param name="Max">The greatest value that is taken; null: no bound.</param>
/// <param name="Last">The last one before this shift.</param>
/// <param name="ShiftPlan">The shift's part of the team's plan, in the measure's unit.</param>
/// <param name="ProjectPlan">What the project plans of the product, in pieces.</param>
/// <param name="Filled">The line that fills the cell, where it takes only one.</param>
public sealed record EntryField(
    EntryCell Cell,
    CellWords Words,
    decimal? Min = null,
    decimal? Max = null,
    LastFigure? Last = null,
    decimal? ShiftPlan = null,
    ProjectPlan? ProjectPlan = null,
    FilledLine? Filled = null);

/// <summary>How a cell is called.</summary>
/// <param name="Measure">The measure's name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Decimals">Its decimals.</param>
/// <param name="Product">The product's name, where there is one.</param>
/// <param name="Project">The project's name, where the work order binds it to one.</param>
/// <param name="Person">Whom it is about, where that is a person.</param>
public sealed record CellWords(
    Names Measure, string Unit, int Decimals, Names? Product = null, Names? Project = null, CrewName? Person = null)
{
    /// <summary>Of a cell that no form shows.</summary>
    public static CellWords Unknown(EntryCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return new(new Names(cell.Measure.Value), Figures.Missing, 0);
    }
}

/// <summary>The figure of the last shift or heat that had one.</summary>
public sealed record LastFigure(decimal Value, DateOnly Date, Names Kind);

/// <summary>Pieces planned by a project over its period, and reported so far.</summary>
public sealed record ProjectPlan(decimal Pieces, decimal Reported);

/// <summary>The shift's part of a plan whose measure is not entered but computed.</summary>
public sealed record ComputedPlan(Names Measure, string Unit, int Decimals, decimal Value);

/// <summary>A line that stands on the sheet; without a value it is void.</summary>
/// <param name="Entry">The entry that fills it now.</param>
/// <param name="Cell">What it is about.</param>
/// <param name="Words">How it is called.</param>
/// <param name="Record">The heat or lot.</param>
/// <param name="Value">The figure.</param>
/// <param name="IsOurs">Whether a shift lead may correct it.</param>
public sealed record FilledLine(
    Guid Entry, EntryCell Cell, CellWords Words, string? Record, decimal? Value, bool IsOurs);
