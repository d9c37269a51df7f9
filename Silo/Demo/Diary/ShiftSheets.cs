using System.Collections.Immutable;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Silo.Demo.Season;
using Ganchao.Silo.Demo.Tables;

namespace Ganchao.Silo.Demo.Diary;

/// <summary>
/// The day shifts' sheets (班报): two to four reports and hours at the end, then hand-over. History is written with one list a
/// shift; what one watches comes report by report.
/// </summary>
internal sealed class ShiftSheets(DemoSeason season, Production production)
{
    public static readonly ShiftKind Day = new("day");

    private const decimal FullHours = 8m;

    private static readonly MeasureCode Pieces = new("pieces");
    private static readonly MeasureCode Hours = new("hours");
    private static readonly TimeOnly Start = new(8, 0);
    private static readonly TimeOnly LastReport = new(15, 50);
    private static readonly TimeOnly HandOver = new(15, 55);

    /// <summary>All acts of the sheets of a working day.</summary>
    public IEnumerable<DemoAct> Of(DateOnly date) => DemoPlant.Instance.TeamsIn(season.MonthOf(date).Number)
        .Where(team => !team.Melts)
        .SelectMany(team => Sheet(team, date));

    private IEnumerable<DemoAct> Sheet(DemoTeam team, DateOnly date)
    {
        var shift = new ShiftId(DemoPlant.Id, team.Id, date, Day);
        var times = ReportTimes(team, date);
        var reports = times.Select((_, report) => Report(team, date, report, times.Length)).ToImmutableArray();
        var hours = HoursOf(shift, team).ToImmutableArray();
        if (date < season.FirstDay)
        {
            yield return new ShiftAct(
                DemoSeason.At(date, HandOver), Posts.Lead(team.Id), shift,
                [.. reports.SelectMany(entries => entries), .. hours], HandsOver: true);
        }
        else
        {
            foreach (var (report, entries) in reports.Index().Where(report => !report.Item.IsEmpty))
            {
                yield return new ShiftAct(DemoSeason.At(date, times[report]), Posts.Lead(team.Id), shift, entries);
            }

            yield return new ShiftAct(DemoSeason.At(date, HandOver), Posts.Lead(team.Id), shift, hours, HandsOver: true);
        }
    }

    // 切割二班 reports at ten and so takes the lead of its division on D1; the others come later in the morning.
    private ImmutableArray<TimeOnly> ReportTimes(DemoTeam team, DateOnly date)
    {
        if (team.Id.Value == "cutting-2" && date == season.FirstDay)
        {
            return [new TimeOnly(10, 0), new TimeOnly(13, 0), LastReport];
        }

        var count = 2 + DemoDice.Pick(3, "reports", team.Id, date);
        return
        [
            .. Enumerable.Range(1, count).Select(report => report == count
                ? LastReport
                : Start.AddMinutes((480 * report / count) + DemoDice.Pick(25, "report", team.Id, date, report))),
        ];
    }

    private ImmutableArray<EntryForm> Report(DemoTeam team, DateOnly date, int report, int reports) =>
    [
        .. production.Of(team, date)
            .Select(line => (Line: line, Pieces: Spread.At(report, reports, line.Pieces)))
            .Where(reported => reported.Pieces > 0)
            .Select(reported => new EntryForm(
                DemoIds.Of("pieces", team.Id, date, reported.Line.Product, report),
                Pieces,
                reported.Pieces,
                Product: reported.Line.Product,
                WorkOrder: reported.Line.Order)),
    ];

    /// <summary>The hours of some of a team's people; of the months before the running one they are not kept.</summary>
    public IEnumerable<EntryForm> HoursOf(ShiftId shift, DemoTeam team, int from = 1, int? count = null) =>
        Enumerable.Range(from, season.MonthOf(shift.Date).Number < DemoMonth.PerQuarter ? 0 : count ?? team.People)
            .Select(number => (Person: team.Person(number), Chance: DemoDice.Share("hours", shift, number)))
            .Where(worker => worker.Chance > 0.03m)
            .Select(worker => new EntryForm(
                DemoIds.Of("hours", shift, worker.Person),
                Hours,
                worker.Chance > 0.95m ? FullHours + 2 : FullHours,
                new SubjectId(SubjectKind.Person, worker.Person.Value)));
}
