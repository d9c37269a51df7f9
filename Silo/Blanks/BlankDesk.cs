using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Blanks;
using Ganchao.Dashboard.Entry;
using Ganchao.Grains;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Silo.Entry;
using Ganchao.Silo.Identity;

namespace Ganchao.Silo.Blanks;

/// <summary>The sheets that are due by calendar and turns, and the sheets that codes mean.</summary>
internal sealed class BlankDesk(ILedger ledger, IPlantBooks books, ShiftFinder finder, ShiftFormReader forms, PlantClock clock)
    : IBlankDesk
{
    public async Task<DueSheets?> ListAsync(
        HttpContext context, string? plant, DateOnly? day, DuePage page, CancellationToken cancellationToken)
    {
        var plants = await PlantsAsync(context, cancellationToken);
        var chosen = plants.Where(known => string.IsNullOrEmpty(plant) || known.Value == plant).ToList();
        if (chosen.Count == 0)
        {
            return null;
        }

        var book = await books.ReadAsync(chosen[0], cancellationToken);
        var now = clock.GetUtcNow();
        var today = book.Calendar.DateAt(now);
        var person = SignedIn.Of(context.User)?.Person;
        var date = day ?? today;
        var due = DueOn(book, date).Where(shift => EntryRights.MayEnter(book, person, shift.Team, today)).ToList();
        var pages = Math.Max(1, (int)Math.Ceiling((decimal)due.Count / page.Size));
        var number = Math.Clamp(page.Number, 1, pages);
        var sheets = new List<DueSheet>();
        foreach (var shift in due.Skip((number - 1) * page.Size).Take(page.Size))
        {
            if ((await finder.FindAsync(shift, cancellationToken)).Shift is { } known)
            {
                var form = await forms.ReadAsync(known, cancellationToken);
                var start = PlantCalendar.StartOf(known.Kind, shift.Date).ToOffset(form.Heading.UtcOffset);
                var end = start.AddMinutes(known.Kind.LengthMinutes);
                sheets.Add(new DueSheet(form, start, end, end <= now));
            }
        }

        return new DueSheets(chosen[0], BookNames.OfPlant(book), date, sheets, number, pages);
    }

    public async Task<(ShiftId? Shift, UnknownPart Unknown)> FindAsync(
        HttpContext context, SheetCodeReading code, CancellationToken cancellationToken)
    {
        var unknown = UnknownPart.Plant;
        foreach (var plant in await PlantsAsync(context, cancellationToken))
        {
            var book = await books.ReadAsync(plant, cancellationToken);
            if (Named(book.Organisation.Units, unit => unit.Value, code.Team) is not { } team)
            {
                unknown = UnknownPart.Team;
                continue;
            }

            if (Named(book.Calendar.KnownKinds, known => known.Value, code.Kind) is not { } kind)
            {
                unknown = UnknownPart.Shift;
                continue;
            }

            var (known, missing) = await finder.FindAsync(new ShiftId(plant, team, code.Date, kind), cancellationToken);
            if (known is not null)
            {
                return (known.Id, UnknownPart.NotSet);
            }

            unknown = missing;
        }

        return (null, unknown);
    }

    private static IEnumerable<ShiftId> DueOn(PlantBook book, DateOnly date) =>
        from unit in book.Organisation.Units.OrderBy(unit => unit.Value, StringComparer.Ordinal)
        where book.Organisation.At(unit, date) is { Kind: UnitKind.Team or UnitKind.TemporaryTeam }
        from kind in book.Calendar.ShiftsOf(unit, date)
        select new ShiftId(book.Plant, unit, date, kind.Kind);

    // A code is in capitals; two ids that differ in nothing else are told apart by the one that is.
    private static TId? Named<TId>(IEnumerable<TId> ids, Func<TId, string> text, string code)
        where TId : struct =>
        ids.Where(id => string.Equals(text(id), code, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(id => text(id) == code)
            .Select(id => (TId?)id)
            .FirstOrDefault();

    private async Task<IReadOnlyList<PlantId>> PlantsAsync(HttpContext context, CancellationToken cancellationToken) =>
        SignedIn.Of(context.User) is { } who ? [who.Plant] : [.. await ledger.ReadPlantsAsync(cancellationToken)];
}
