using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Ganchao.Silo.Demo.Tables;

namespace Ganchao.Silo.Demo.Season;

/// <summary>One heat (炉次): when it is tapped, its steel, its power, whether quality control rejects it the next day.</summary>
internal sealed record Heat(string Number, DateOnly Date, bool Night, DateTimeOffset Tapped, decimal Tonnes, int Kwh, bool Rejected);

/// <summary>The melters' heats of a month, spread over its day and night shifts; the good ones add up to the month's output.</summary>
internal sealed class Heats(DemoSeason season)
{
    private const int StepsPerTonne = 100;

    private static readonly TimeOnly DayStart = new(8, 0);
    private static readonly TimeOnly NightStart = new(20, 0);
    private static readonly TimeSpan Shift = TimeSpan.FromHours(8);

    private readonly ConcurrentDictionary<int, ILookup<(DateOnly Date, bool Night), Heat>> _known = new();

    public ImmutableArray<Heat> Of(DateOnly date, bool night)
    {
        var month = season.MonthOf(date);
        return [.. _known.GetOrAdd(month.Number, _ => Make(month).ToLookup(heat => (heat.Date, heat.Night)))[(date, night)]];
    }

    private static IEnumerable<Heat> Make(DemoMonth month)
    {
        var team = DemoPlant.Instance.TeamsIn(month.Number).Single(team => team.Melts);
        var figures = TeamMonth.Of(team, month);
        var count = figures.Inspected;
        var turns = month.WorkingDays.Length * 2;
        var rejected = Enumerable.Range(0, figures.Rejected)
            .Select(n => (int)((n + DemoDice.Share("heat-rejected", month.Number, n)) * count / figures.Rejected))
            .ToHashSet();
        var weights = Enumerable.Range(0, count)
            .Select(heat => DemoDice.Between(0.96m, 1.04m, "heat", month.Number, heat)).ToArray();
        var good = Enumerable.Range(0, count).Where(heat => !rejected.Contains(heat)).ToArray();
        var steps = Spread.Over((int)(figures.Output * StepsPerTonne), [.. good.Select(heat => weights[heat])]);
        var each = (int)(figures.Output * StepsPerTonne / good.Length);
        for (var (turn, heat) = (0, 0); turn < turns; turn++)
        {
            var here = Spread.At(turn, turns, count);
            for (var n = 0; n < here; n++, heat++)
            {
                var tonnes = (rejected.Contains(heat) ? each : steps[Array.IndexOf(good, heat)]) / (decimal)StepsPerTonne;
                yield return HeatOf(month, turn, heat, (n + 0.6m) / (here + 0.2m), tonnes, rejected.Contains(heat));
            }
        }
    }

    private static Heat HeatOf(DemoMonth month, int turn, int heat, decimal part, decimal tonnes, bool rejected)
    {
        var (date, night) = (month.WorkingDays[turn / 2], turn % 2 == 1);
        var late = DemoDice.Between(-0.05m, 0.05m, "tapped", month.Number, heat);
        return new Heat(
            string.Create(CultureInfo.InvariantCulture, $"{month.Start:yyMM}-{heat + 1:000}"),
            date,
            night,
            DemoSeason.At(date, night ? NightStart : DayStart) + WholeMinutes(Shift * (double)(part + late)),
            tonnes,
            (int)(tonnes * DemoDice.Between(590m, 640m, "kwh", month.Number, heat)),
            rejected);
    }

    private static TimeSpan WholeMinutes(TimeSpan time) => TimeSpan.FromMinutes(Math.Floor(time.TotalMinutes));
}
