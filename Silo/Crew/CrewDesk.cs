using System.Text;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Crew;
using Ganchao.Dashboard.Entry;
using Ganchao.Grains;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;
using Ganchao.Silo.Entry;
using Ganchao.Silo.Identity;

namespace Ganchao.Silo.Crew;

/// <summary>
/// Reads the form about those who worked for a team in a shift: its own people, and whoever is borrowed; and what its own people
/// did for other teams.
/// </summary>
internal sealed class CrewDesk(
    ShiftFinder finder, IFacts facts, IGrainFactory grains, AccountTable accounts, PlantClock clock) : ICrewDesk
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
        var people = known.Book.Organisation.People
            .Where(person => known.Book.Organisation.MembershipOf(person, shift.Date) is not null).ToList();
        var named = await AccountsOf(known, cancellationToken);
        // Where nobody is registered, everybody may be entered.
        var anybody = people.Count == 0 && PersonId.TryParse(asked, null, out var person) ? [person] : Array.Empty<PersonId>();
        var found = people.Where(known => Is(known.Value))
            .Concat(named.Where(account => Is(account.Number)).Select(account => new PersonId(account.Person)))
            .Concat(anybody)
            .Take(1).ToList();
        if (found is not [var one])
        {
            return new OrderReading(
                [], asked.Length > IdText.MaxLength ? [] : NearestCodes.Of(asked, people.Select(person => person.Value)));
        }

        var cells = ShiftMeasures.OfCrew(known).Select(measure => new EntryCell(measure.Measure, Person: one));
        return new OrderReading(await ReadFieldsAsync(shift, [.. cells], cancellationToken), []);

        bool Is(string code) => asked.Length > 0 && string.Equals(code, asked, StringComparison.OrdinalIgnoreCase);
    }

    public async Task<IReadOnlyList<EntryField>> ReadFieldsAsync(
        ShiftId shift, IReadOnlyList<EntryCell> cells, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(shift, cancellationToken);
        var names = new CrewNames(known.Book, await AccountsOf(known, cancellationToken));
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
        var names = new CrewNames(shift.Book, await AccountsOf(shift, cancellationToken));
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
        var sheets = new HashSet<ShiftId>();
        foreach (var member in members)
        {
            var rows = await facts.ReadSubjectAsync(
                shift.Id.Plant, new SubjectId(SubjectKind.Person, member.Value), day, cancellationToken);
            sheets.UnionWith(rows.Where(row => row.Stream.Kind == StreamKind.Shift)
                .Select(row => ShiftId.Parse($"{row.Stream.Plant}/{row.Stream.Key}"))
                .Where(sheet => sheet.Team != shift.Id.Team));
        }

        var lent = new List<LentFigure>();
        foreach (var id in sheets.OrderBy(sheet => sheet.ToString(), StringComparer.Ordinal))
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

    private Task<IReadOnlyList<Account>> AccountsOf(KnownShift shift, CancellationToken cancellationToken) =>
        accounts.ListAsync(shift.Id.Plant.Value, cancellationToken);

    private async Task<KnownShift> KnownAsync(ShiftId shift, CancellationToken cancellationToken) =>
        (await finder.FindAsync(shift, cancellationToken)).Shift ??
        throw new InvalidOperationException($"Shift {shift} was known when its page was read, and is not now.");
}
