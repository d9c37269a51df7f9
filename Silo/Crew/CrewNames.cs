using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Crew;
using Ganchao.Dashboard.Entry;
using Ganchao.Grains.Registers;
using Ganchao.Silo.Entry;
using Ganchao.Silo.Registers;

namespace Ganchao.Silo.Crew;

/// <summary>How the people on sheets are called: by their accounts where they have one, and whose they are.</summary>
internal sealed class CrewNames(PlantBook book, Roster roster)
{
    public CellWords WordsOf(EntryCell cell, MeasureLine measure, ShiftId shift)
    {
        var words = BookNames.Of(book, shift.Date, cell, measure);
        return cell.Person is { } person ? words with { Person = Of(person, shift) } : words;
    }

    /// <summary>A line about a person as a page shows it; null where its measure is not known any more.</summary>
    public FilledLine? LineOf(SheetLine line, ShiftId shift)
    {
        var cell = ShiftCells.CellOf(line);
        return book.Measure(line.Measure, shift.Date) is { } measure
            ? new FilledLine(
                line.Entry, cell, WordsOf(cell, measure, shift), Record: null, line.Value, ShiftMeasures.IsOfCrew(measure))
            : null;
    }

    private CrewName Of(PersonId person, ShiftId shift)
    {
        var home = book.Organisation.MembershipOf(person, shift.Date);
        return new CrewName(
            roster.NumberOf(person.Value),
            roster.NameOf(person.Value),
            home is not null && home.Unit != shift.Team ? BookNames.OfUnit(book, home.Unit.Value) : null,
            home?.Employment ?? Employment.NotSet);
    }
}
