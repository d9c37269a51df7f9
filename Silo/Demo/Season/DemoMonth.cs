using System.Collections.Immutable;
using System.Globalization;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Silo.Demo.Tables;

namespace Ganchao.Silo.Demo.Season;

/// <summary>A month of the demo, numbered from the first month of its first quarter.</summary>
internal sealed record DemoMonth(int Number, DateOnly Start)
{
    public const int PerQuarter = 3;

    public DateOnly End => Start.AddMonths(1);

    public DateRange Dates => new(Start, End);

    public StageCode Stage => new(Start.ToString("yyyy-MM", CultureInfo.InvariantCulture));

    /// <summary>0 for the first quarter.</summary>
    public int Quarter => (Number - 1) / PerQuarter;

    public bool StartsQuarter => (Number - 1) % PerQuarter == 0;

    public ImmutableArray<DateOnly> WorkingDays => [.. Days.Where(DemoSeason.IsWorkingDay)];

    public ImmutableArray<DateOnly> Mondays => [.. Days.Where(day => day.DayOfWeek == DayOfWeek.Monday)];

    /// <summary>The contest of its quarter: teams that are split or new compete in the next one.</summary>
    public CompetitionId Contest => new(Quarter == 0 ? "team-quarter" : $"team-quarter-{QuarterName}");

    public string QuarterName => DemoSeason.QuarterName(Start);

    public BoardId Board => new(DemoPlant.Id, Contest, Stage);

    private IEnumerable<DateOnly> Days => Enumerable.Range(0, End.DayNumber - Start.DayNumber).Select(Start.AddDays);
}
