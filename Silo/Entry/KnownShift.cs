using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Entry;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;

namespace Ganchao.Silo.Entry;

/// <summary>A shift that the plant's registers know.</summary>
internal sealed record KnownShift(PlantBook Book, ShiftId Id, UnitLine Team, ShiftKindLine Kind)
{
    public SubjectId Subject => SubjectId.Team(Id.Team);

    public StreamId Sheet => new(Id.Plant, StreamKind.Shift, Id.ToString().Split('/', 2)[1]);

    public ShiftHeading HeadingAt(DateTimeOffset now) =>
        new(Id, BookNames.OfPlant(Book), Team.Names, Kind.Names, Book.Calendar.OffsetAt(now));

    /// <summary>Whether the figure is of an earlier shift: by production date, then by the order of the shifts.</summary>
    public bool IsAfter(FactRow row) =>
        row.Date < Id.Date || (row.Date == Id.Date && row.Shift.Length > 0 && OrderOf(row) < Kind.Order);

    public int OrderOf(FactRow row) =>
        row.Shift.Length == 0 ? 0 : Book.Calendar.KindAt(new ShiftKind(row.Shift), row.Date)?.Order ?? 0;
}

/// <summary>Looks shifts up in the plants' books.</summary>
internal sealed class ShiftFinder(ILedger ledger, IPlantBooks books, Grains.PlantClock clock)
{
    private static readonly DateOnly FirstDate = new(1990, 1, 1);

    /// <summary>The shift, or what in its address is unknown; nothing is unknown before the ledger was asked.</summary>
    public async Task<(KnownShift? Shift, UnknownPart Unknown)> FindAsync(ShiftId id, CancellationToken cancellationToken)
    {
        if (!(await ledger.ReadPlantsAsync(cancellationToken)).Contains(id.Plant))
        {
            return (null, UnknownPart.Plant);
        }

        var found = Find(id, await books.ReadAsync(id.Plant, cancellationToken));
        return found.Shift is null ? Find(id, await books.RefreshAsync(id.Plant, cancellationToken)) : found;
    }

    private (KnownShift? Shift, UnknownPart Unknown) Find(ShiftId id, PlantBook book)
    {
        if (id.Date < FirstDate || id.Date > book.Calendar.DateAt(clock.GetUtcNow()).AddDays(1))
        {
            return (null, UnknownPart.Date);
        }

        if (book.Organisation.At(id.Team, id.Date) is not { Kind: UnitKind.Team or UnitKind.TemporaryTeam } team)
        {
            return (null, UnknownPart.Team);
        }

        return book.Calendar.KindAt(id.Kind, id.Date) is { } kind && (kind.Teams.Count == 0 || kind.Teams.Contains(id.Team))
            ? (new KnownShift(book, id, team, kind), UnknownPart.NotSet)
            : (null, UnknownPart.Shift);
    }
}
