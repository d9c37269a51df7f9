using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ganchao.Silo.Demo.Season;

namespace Ganchao.Silo.Demo.Diary;

/// <summary>
/// Everything that happens at the demo plant, day by day, from its founding on without end. A pure function of the season:
/// whoever asks again gets the same acts with the same ids.
/// </summary>
internal sealed class DemoDiary
{
    private readonly DemoSeason _season;
    private readonly ConcurrentDictionary<DateOnly, IReadOnlyList<DemoAct>> _known = new();
    private readonly ImmutableArray<DemoAct> _beforeSeason;
    private readonly MeltingSheets _melting;
    private readonly ShiftSheets _shifts;
    private readonly Func<DateOnly, IEnumerable<DemoAct>>[] _onWorkingDays;

    public DemoDiary(DemoSeason season)
    {
        var production = new Production(season);
        _season = season;
        var founding = new Founding(season);
        _beforeSeason = [.. founding.All(), founding.LastInjury()];
        _shifts = new ShiftSheets(season, production);
        _melting = new MeltingSheets(season, new Heats(season), _shifts);
        var inspections = new Inspections(season, production, _melting);
        _onWorkingDays =
        [
            new Archive(season).On,
            new Quarters(season).On,
            new Registrations(season, production).On,
            new ProjectContests(season, production).On,
            new ProjectReports(season, production).On,
            day => season.MonthOf(DemoSeason.WorkingDayBefore(day)).Number < 1 ? [] : inspections.On(day),
            day => season.MonthOf(day).Number < 1 ? [] : new MonthlySheets(season, production).On(day),
            day => season.MonthOf(day).Number < 1 ? [] : new Happenings(season, production).On(day),
            new Objection(season, inspections).On,
            new Verdicts(season, Founding.Measures).On,
            new Story(season, production).On,
        ];
    }

    /// <summary>The first day on which something happens.</summary>
    public DateOnly Start => DemoSeason.DateAt(_beforeSeason.Min(act => act.At));

    /// <summary>The acts of one calendar day in their order.</summary>
    public IReadOnlyList<DemoAct> Of(DateOnly day)
    {
        foreach (var past in _known.Keys.Where(known => known < day.AddDays(-1)))
        {
            _known.TryRemove(past, out _);
        }

        return _known.GetOrAdd(day, Make);
    }

    private IReadOnlyList<DemoAct> Make(DateOnly day) =>
    [
        .. Sheets(day.AddDays(-3)).Concat(Sheets(day.AddDays(-2))).Concat(Sheets(day.AddDays(-1))).Concat(Sheets(day))
            .Concat(DemoSeason.IsWorkingDay(day) ? _onWorkingDays.SelectMany(on => on(day)) : [])
            .Concat(_beforeSeason)
            .Where(act => DemoSeason.DateAt(act.At) == day)
            .OrderBy(act => act.At),
    ];

    // A sheet's last acts come up to three days after its date: a rejected heat of a Friday is found on Monday.
    private IEnumerable<DemoAct> Sheets(DateOnly date) =>
        _season.MonthOf(date).Number >= 1 && DemoSeason.IsWorkingDay(date) ? _shifts.Of(date).Concat(_melting.Of(date)) : [];
}
