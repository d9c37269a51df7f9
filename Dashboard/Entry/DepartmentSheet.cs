using System.Globalization;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;

namespace Ganchao.Dashboard.Entry;

/// <summary>A department's sheet of a day, week or month, written <c>plant/department/2026-03-01/month</c>.</summary>
/// <param name="Plant">The plant.</param>
/// <param name="Department">Whose sheet.</param>
/// <param name="First">The period's first production date.</param>
/// <param name="Period">Day, week or month.</param>
public sealed record DepartmentSheet(PlantId Plant, UnitId Department, DateOnly First, Occasion Period)
{
    private static readonly Dictionary<string, Occasion> Periods = new(StringComparer.Ordinal)
    {
        ["day"] = Occasion.Day,
        ["week"] = Occasion.Week,
        ["month"] = Occasion.Month,
    };

    /// <summary>The sheet's history is found under this, with the sheet's text behind.</summary>
    public const string HistoryPath = "/entry/history/department";

    /// <summary>Null where a part of the address can be none.</summary>
    public static DepartmentSheet? Parse(string plant, string department, string date, string period) =>
        IdText.IsValid(plant) && IdText.IsValid(department) && Periods.TryGetValue(period, out var known) &&
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? new DepartmentSheet(new PlantId(plant), new UnitId(department), first, known)
            : null;

    /// <summary>As it stands in the sheet's own stream: department/date/period.</summary>
    public string Key => string.Create(
        CultureInfo.InvariantCulture, $"{Department}/{First:yyyy-MM-dd}/{Period.ToString().ToLowerInvariant()}");

    public override string ToString() => $"{Plant}/{Key}";
}
