using System.Globalization;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Ledger;

namespace Ganchao.Grains.Sheets;

/// <summary>Which sheet this is: whose, of which date, for which occasions.</summary>
/// <param name="Stream">Its stream in the ledger.</param>
/// <param name="Owner">The team or department; null for an event's sheet.</param>
/// <param name="Date">Its production date or period's first day; null for an event's sheet, whose entries name theirs.</param>
/// <param name="Shift">The shift kind of a shift sheet.</param>
/// <param name="Occasion">Shift, Day, Week, Month or Event.</param>
internal sealed record SheetKey(StreamId Stream, UnitId? Owner, DateOnly? Date, ShiftKind? Shift, Occasion Occasion)
{
    /// <summary>The sheet with this grain key, which is plant/key.</summary>
    public static SheetKey Parse(StreamKind kind, string grainKey)
    {
        var parts = grainKey.Split('/', 2);
        return Of(new StreamId(new PlantId(parts[0]), kind, parts[1]));
    }

    public static SheetKey Of(StreamId stream)
    {
        var parts = stream.Key.Split('/');
        return stream.Kind switch
        {
            StreamKind.Shift => new SheetKey(
                stream, new UnitId(parts[0]), stream.Date, new ShiftKind(parts[2]), Occasion.Shift),
            StreamKind.Department => new SheetKey(
                stream, new UnitId(parts[0]), stream.Date, null, PeriodOf(parts[2])),
            StreamKind.Event => new SheetKey(stream, null, null, null, Occasion.Event),
            StreamKind.NotSet or StreamKind.Project or StreamKind.Competition or StreamKind.Certification or
                StreamKind.Register => throw new FormatException($"{stream} is no sheet."),
        };
    }

    /// <summary>The team whose shift sheet this is; null for other sheets.</summary>
    public SubjectId? Team => this is { Occasion: Occasion.Shift, Owner: { } team } ? SubjectId.Team(team) : null;

    /// <summary>Whether a measure of this occasion is entered on this sheet.</summary>
    public bool Takes(Occasion occasion) =>
        occasion == Occasion || (Occasion == Occasion.Shift && occasion == Occasion.Heat);

    /// <summary>Whether the date can head such a sheet: the first of a month, the Monday of a week, any day.</summary>
    public bool StartsPeriod => (Occasion, Date) switch
    {
        (Occasion.Month, { } date) => date.Day == 1,
        (Occasion.Week, { } date) => date.DayOfWeek == DayOfWeek.Monday,
        _ => true,
    };

    public override string ToString() => Occasion switch
    {
        Occasion.Shift => string.Create(CultureInfo.InvariantCulture, $"Shift {Date:yyyy-MM-dd}/{Shift} of team '{Owner}'"),
        Occasion.Event => $"Event '{Stream.Key}'",
        _ => string.Create(CultureInfo.InvariantCulture, $"The {PeriodName} sheet {Date:yyyy-MM-dd} of '{Owner}'"),
    };

    private string PeriodName => Occasion.ToString().ToLowerInvariant();

    private static Occasion PeriodOf(string text) => text switch
    {
        "day" => Occasion.Day,
        "week" => Occasion.Week,
        "month" => Occasion.Month,
        _ => throw new FormatException($"'{text}' is no period of a department sheet: write day, week or month."),
    };
}
