using System.Collections.Immutable;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Silo.Demo.Season;
using Ganchao.Silo.Demo.Tables;

namespace Ganchao.Silo.Demo.Diary;

/// <summary>The melters' sheets, day and night: an entry with every heat, so that the wall moves with it.</summary>
internal sealed class MeltingSheets(DemoSeason season, Heats heats, ShiftSheets shifts)
{
    private static readonly ShiftKind Night = new("night");
    private static readonly MeasureCode Tonnes = new("heat_t");
    private static readonly MeasureCode Power = new("heat_kwh");
    private static readonly MeasureCode RejectedTonnes = new("heat_rejected_t");
    private static readonly bool[] BothTurns = [false, true];
    private static readonly TimeOnly DayEnd = new(15, 55);
    private static readonly TimeOnly NightEnd = new(20, 0);
    private static readonly TimeSpan UntilNightEnds = TimeSpan.FromMinutes(475);
    private static readonly TimeOnly Typed = new(9, 10);
    private static readonly TimeOnly Inspected = new(9, 30);

    public static ShiftId ShiftOf(DemoTeam team, DateOnly date, bool night) =>
        new(DemoPlant.Id, team.Id, date, night ? Night : ShiftSheets.Day);

    /// <summary>All acts of the two sheets of a production date; those of the night go on into the next day.</summary>
    public IEnumerable<DemoAct> Of(DateOnly date)
    {
        var team = Melters(date);
        return Sheet(team, date, night: false)
            .Concat(IsMissing(date) ? FromPaper(team, date) : Sheet(team, date, night: true))
            .Concat(Rejections(team, date));
    }

    /// <summary>How many heats of a date were tapped, and how many of them are rejected.</summary>
    public (int Inspected, int Rejected) Found(DateOnly date)
    {
        var all = heats.Of(date, night: false).AddRange(heats.Of(date, night: true));
        return (all.Length, all.Count(heat => heat.Rejected));
    }

    private IEnumerable<DemoAct> Sheet(DemoTeam team, DateOnly date, bool night)
    {
        var shift = ShiftOf(team, date, night);
        var lead = Posts.Lead(team.Id);
        var end = EndOf(date, night);
        var tapped = heats.Of(date, night);
        if (date < season.FirstDay)
        {
            yield return new ShiftAct(
                end, lead, shift, [.. tapped.SelectMany(heat => EntriesOf(team, heat)), .. HoursOf(shift, team, night)],
                HandsOver: true);
        }
        else
        {
            foreach (var heat in tapped)
            {
                yield return new ShiftAct(Earlier(heat.Tapped, end), lead, shift, [.. EntriesOf(team, heat)]);
            }

            yield return new ShiftAct(end, lead, shift, [.. HoursOf(shift, team, night)], HandsOver: true);
        }
    }

    // D2: the night's sheet was not handed in; the statistician types it from paper in the morning.
    private IEnumerable<DemoAct> FromPaper(DemoTeam team, DateOnly date)
    {
        var shift = ShiftOf(team, date, night: true);
        var statistician = Posts.Statistician(team.Branch);
        var at = DemoSeason.At(DemoSeason.OnOrAfter(date.AddDays(1)), Typed);
        var entries = heats.Of(date, night: true)
            .SelectMany(heat => EntriesOf(team, heat))
            .Concat(HoursOf(shift, team, night: true))
            .Select(entry => entry with
            {
                Way = EntryWay.OnBehalf,
                For = new PersonId(Posts.Lead(team.Id).Id),
                Note = "班报漏交,统计员按纸质记录代填",
            });
        yield return new ShiftAct(at, statistician, shift, [.. entries], HandsOver: true);
    }

    private IEnumerable<DemoAct> Rejections(DemoTeam team, DateOnly date) =>
        from night in BothTurns
        let rejected = heats.Of(date, night).Where(heat => heat.Rejected).ToImmutableArray()
        where !rejected.IsEmpty
        select new ShiftAct(
            DemoSeason.At(DemoSeason.OnOrAfter(date.AddDays(1)), Inspected),
            Posts.Enters("quality"),
            ShiftOf(team, date, night),
            [
                .. rejected.Select(heat => Entry(team, heat, RejectedTonnes, heat.Tonnes) with { Way = EntryWay.Late }),
            ]);

    private bool IsMissing(DateOnly date) => date == season.Day(2);

    private DemoTeam Melters(DateOnly date) =>
        DemoPlant.Instance.TeamsIn(season.MonthOf(date).Number).Single(team => team.Melts);

    private IEnumerable<EntryForm> HoursOf(ShiftId shift, DemoTeam team, bool night) =>
        shifts.HoursOf(shift, team, night ? (team.People / 2) + 1 : 1, team.People / 2);

    private static IEnumerable<EntryForm> EntriesOf(DemoTeam team, Heat heat) =>
        [Entry(team, heat, Tonnes, heat.Tonnes), Entry(team, heat, Power, heat.Kwh)];

    private static EntryForm Entry(DemoTeam team, Heat heat, MeasureCode measure, decimal value) => new(
        DemoIds.Of(measure, heat.Number), measure, value, Product: team.Other, Record: heat.Number);

    private static DateTimeOffset EndOf(DateOnly date, bool night) =>
        night ? DemoSeason.At(date, NightEnd) + UntilNightEnds : DemoSeason.At(date, DayEnd);

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
