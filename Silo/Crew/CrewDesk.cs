using System.Text;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Crew;
using Ganchao.Dashboard.Entry;
using Ganchao.Grains;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Silo.Entry;
using Ganchao.Silo.Identity;
using Ganchao.Silo.Registers;

namespace Ganchao.Silo.Crew;

/// <summary>
/// Reads the form about those who worked for a team in a shift: its own people, and whoever is borrowed; and what its own people
/// did for other teams.
/// </summary>
internal sealed class CrewDesk(
    ShiftFinder finder, LoanFinder loans, IGrainFactory grains, AccountTable accounts, PlantClock clock) : ICrewDesk
{
    private const decimal MinutesPerHour = 60;

    // As measures name their unit.
    private const string HourUnit = "h";

    public async Task<ShiftReading> ReadAsync(ShiftId shift, CancellationToken cancellationToken)
    {
        var (known, unknown) = await finder.FindAsync(shift, cancellationToken);
        return new ShiftReading(known is null ? null : await ReadAsync(known, cancellationToken), unknown);
    }

    public async Task<OrderReading> FindAsync(ShiftId shift, string typed, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(shift, cancellationToken);
        var asked = typed.Normalize(NormalizationForm.FormKC).Trim();
        var roster = await RosterOf(known, cancellationToken);
        var people = known.Book.Organisation.People
            .Where(person => known.Book.Organisation.MembershipOf(person, shift.Date) is not null).ToList();

        // Where nobody is registered, everybody may be entered.
        var anybody = people.Count == 0 && PersonId.TryParse(asked, null, out var unheard) ? [unheard] : Array.Empty<PersonId>();
        var found = people.Where(person => string.Equals(person.Value, asked, StringComparison.OrdinalIgnoreCase))
            .Concat(roster.Find(asked) is { } staff ? [new PersonId(staff)] : Array.Empty<PersonId>())
            .Concat(anybody)
            .Take(1).ToList();
        if (found is not [var one])
        {
            return new OrderReading(
                [],
                asked.Length > IdText.MaxLength
                    ? []
                    : NearestCodes.Of(asked, people.Select(person => roster.NumberOf(person.Value))));
        }

        var cells = ShiftMeasures.OfCrew(known).Select(measure => new EntryCell(measure.Measure, Person: one));
        return new OrderReading(await ReadFieldsAsync(shift, [.. cells], cancellationToken), []);
    }

    public async Task<IReadOnlyList<EntryField>> ReadFieldsAsync(
        ShiftId shift, IReadOnlyList<EntryCell> cells, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(shift, cancellationToken);
        var names = new CrewNames(known.Book, await RosterOf(known, cancellationToken));
        var filled = FilledOf(known, names, await grains.GetGrain<IShiftGrain>(shift.ToString()).Read());
        return
        [
            .. from cell in cells
               where cell.Person is not null
               let measure = known.Book.Measure(cell.Measure, shift.Date)
               where measure is not null && ShiftMeasures.IsOfCrew(measure)
               select FieldOf(known, names, measure, cell, filled),
        ];
    }

    private async Task<ShiftForm> ReadAsync(KnownShift shift, CancellationToken cancellationToken)
    {
        var measures = ShiftMeasures.OfCrew(shift).ToList();
        var names = new CrewNames(shift.Book, await RosterOf(shift, cancellationToken));
        var members = shift.Book.Organisation.MembersOf(shift.Id.Team, shift.Id.Date).Select(member => member.Person).ToList();
        var sheet = await grains.GetGrain<IShiftGrain>(shift.Id.ToString()).Read();
        var filled = FilledOf(shift, names, sheet);
        return new ShiftForm(
            shift.HeadingAt(clock.GetUtcNow()),
            sheet.SignedOff,
            [
                .. from person in members
                   from measure in measures
                   select FieldOf(shift, names, measure, new EntryCell(measure.Measure, Person: person), filled),
            ],
            HeatFields: [],
            filled,
            Plans: [],
            Crew: new CrewForm(
                measures is [{ Unit: HourUnit }] ? shift.Kind.LengthMinutes / MinutesPerHour : null,
                await LentAsync(shift, names, members, cancellationToken)),
            TakesCrew: measures.Count > 0);
    }

    private static EntryField FieldOf(
        KnownShift shift, CrewNames names, MeasureLine measure, EntryCell cell, IReadOnlyList<FilledLine> filled) => new(
            cell,
            names.WordsOf(cell, measure, shift.Id),
            measure.Min,
            measure.Max,
            Filled: measure.Entries == CellEntries.One ? filled.FirstOrDefault(line => line.Cell == cell) : null);

    private static IReadOnlyList<FilledLine> FilledOf(KnownShift shift, CrewNames names, SheetView sheet) =>
    [
        .. from line in sheet.Lines
           where line.Subject.Kind == SubjectKind.Person && line.Value is not null
           select names.LineOf(line, shift.Id) into line
           where line is not null
           select line,
    ];

    // Where another team entered them; the own team's sheet shows them, and holds nothing of it.
    private async Task<IReadOnlyList<LentFigure>> LentAsync(
        KnownShift shift, CrewNames names, IReadOnlyList<PersonId> members, CancellationToken cancellationToken)
    {
        var day = new DateRange(shift.Id.Date, shift.Id.Date.AddDays(1));
        var lent = new List<LentFigure>();
        foreach (var id in await loans.SheetsAsync(shift.Id.Plant, shift.Id.Team, members, day, cancellationToken))
        {
            var view = await grains.GetGrain<IShiftGrain>(id.ToString()).Read();
            lent.AddRange(
                from line in view.Lines
                where line.Lender == shift.Id.Team && line.Value is not null
                let shown = names.LineOf(line, shift.Id)
                where shown is not null
                select new LentFigure(
                    id, BookNames.OfUnit(shift.Book, id.Team.Value), shown, line.AwaitsLender is not null));
        }

        return lent;
    }

    private Task<Roster> RosterOf(KnownShift shift, CancellationToken cancellationToken) =>
        Roster.ReadAsync(accounts, shift.Id.Plant, cancellationToken);

    private async Task<KnownShift> KnownAsync(ShiftId shift, CancellationToken cancellationToken) =>
        (await finder.FindAsync(shift, cancellationToken)).Shift ??
        throw new InvalidOperationException($"Shift {shift} was known when its page was read, and is not now.");
}
