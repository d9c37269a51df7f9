using System.Globalization;
using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;

namespace Ganchao.Silo.Demo.Tables;

/// <summary>A team (班组) and what a month expects of it.</summary>
/// <param name="Id">The team.</param>
/// <param name="Division">Its division (组别).</param>
/// <param name="Branch">Its branch (分厂).</param>
/// <param name="Names">Its name.</param>
/// <param name="People">How many work there.</param>
/// <param name="Unit">The unit of its plan: t, h, 台 or m².</param>
/// <param name="OtherEach">What one piece of its work outside the projects counts, in that unit; 0 where heats are weighed.</param>
/// <param name="Plan">A month's plan, in that unit.</param>
/// <param name="Target">Pass rate to reach, in percent.</param>
/// <param name="Budget">A month's cost budget, in CNY.</param>
/// <param name="Inspected">Pieces (heats) that a usual month has inspected.</param>
/// <param name="Months">The months of the demo in which there is such a team; the last is excluded, 0: no last one.</param>
internal sealed record DemoTeam(
    UnitId Id,
    string Division,
    UnitId Branch,
    Names Names,
    int People,
    string Unit,
    decimal OtherEach,
    decimal Plan,
    decimal Target,
    decimal Budget,
    int Inspected,
    (int First, int Until) Months)
{
    private const decimal Thousand = 1_000m;

    public SubjectId Subject => SubjectId.Team(Id);

    /// <summary>The product on which everything outside the projects is booked; a melter's is the steel itself.</summary>
    public ProductCode Other => new(Melts ? "molten-steel" : $"other-{Id}");

    public bool Melts => OtherEach == 0;

    public bool Works(int month) => month >= Months.First && (Months.Until == 0 || month < Months.Until);

    public PersonId Person(int number) => new(string.Create(CultureInfo.InvariantCulture, $"{Id}-{number:00}"));

    public static IEnumerable<DemoTeam> ReadAll() => DemoTable.Read("teams.csv").Select(row => new DemoTeam(
        new UnitId(row["team"]),
        row["division"],
        new UnitId(row["branch"]),
        new Names(row["zh"], row["en"]),
        row.Count("people"),
        row["unit"],
        row.Number("otherEach"),
        row.Number("plan"),
        row.Number("target"),
        row.Number("budget") * Thousand,
        row.Count("inspected"),
        Period(row["months"])));

    // Written 1-3 or 4-.
    private static (int First, int Until) Period(string text)
    {
        var parts = text.Split('-');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture),
            parts[1].Length == 0 ? 0 : int.Parse(parts[1], CultureInfo.InvariantCulture) + 1);
    }
}
