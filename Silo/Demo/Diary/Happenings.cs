using System.Globalization;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Silo.Demo.Season;
using Ganchao.Silo.Demo.Tables;
using EventId = Ganchao.Contracts.Identity.EventId;

namespace Ganchao.Silo.Demo.Diary;

/// <summary>
/// The months' events: violations, overdue rectifications, near misses, ideas; each on a sheet and a day of its own. What
/// happens on the job is booked on the work order of the team's first project.
/// </summary>
internal sealed class Happenings(DemoSeason season, Production production)
{
    private static readonly Actor Technical = Posts.Enters("technical");
    private static readonly (string Measure, string Prefix, Func<DemoTeam, Actor> Enters, Func<TeamMonth, int> Count)[] Kinds =
    [
        ("violation", "WZ", _ => Posts.Safety, figures => figures.Violations),
        ("overdue", "ZG", _ => Posts.Safety, figures => figures.Overdue),
        ("near_miss", "WS", team => Posts.Lead(team.Id), figures => figures.NearMisses),
        ("idea_adopted", "JY", _ => Technical, figures => figures.Adopted),
        ("idea_done", "JS", _ => Technical, figures => figures.Done),
    ];

    private static readonly string[] OnTheJob = ["violation", "overdue", "near_miss"];

    public IEnumerable<DemoAct> On(DateOnly day)
    {
        var month = season.MonthOf(day);
        return
            from team in DemoPlant.Instance.TeamsIn(month.Number)
            let figures = TeamMonth.Of(team, month)
            from kind in Kinds
            from number in Enumerable.Range(1, kind.Count(figures))
            where DayOf(team, month, kind.Measure, number) == day
            select Event(team, day, kind.Measure, kind.Enters(team), string.Create(
                CultureInfo.InvariantCulture, $"{kind.Prefix}-{month.Start:yyMM}-{team.Id}-{number}"));
    }

    private static DateOnly DayOf(DemoTeam team, DemoMonth month, string measure, int number) =>
        month.WorkingDays[DemoDice.Pick(month.WorkingDays.Length, "happens", measure, team.Id, month.Number, number)];

    // History is quicker written at few instants.
    private EventAct Event(DemoTeam team, DateOnly day, string measure, Actor enters, string key)
    {
        var time = day < season.FirstDay ? new TimeOnly(9, 30) : new TimeOnly(9, 0).AddMinutes(DemoDice.Pick(300, "minute", key));
        return new EventAct(
            DemoSeason.At(day, time),
            enters,
            new EventId(key),
            new EntryForm(
                DemoIds.Of(measure, key), new MeasureCode(measure), 1, team.Subject,
                WorkOrder: OnTheJob.Contains(measure) ? OrderOf(team, day) : null, Date: day));
    }

    private WorkOrderNumber? OrderOf(DemoTeam team, DateOnly day) => DemoPlant.Instance.Projects.FirstOrDefault(
        project => project.Team == team.Id && Production.PiecesIn(project, season.MonthOf(day)) > 0) is { } project
            ? production.OrderOf(project)
            : null;
}
