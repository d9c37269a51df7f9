using Ganchao.Contracts.Certifications;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Silo.Demo.Season;
using Ganchao.Silo.Demo.Tables;

namespace Ganchao.Silo.Demo.Diary;

/// <summary>
/// What follows a month: the departments' verdicts on the 8th (认定), objections until the 15th, the committee's decision on
/// the 20th (定榜).
/// </summary>
internal sealed class Verdicts(DemoSeason season, IReadOnlyList<MeasureLine> measures)
{
    public const string OpenTeam = "boring";
    public const string OpenDepartment = "finance";
    public const int OpenMonth = 2;

    private const int VerdictDay = 8;
    private const int DecisionDay = 20;

    private static readonly TimeOnly VerdictTime = new(15, 0);

    public IEnumerable<DemoAct> On(DateOnly day)
    {
        var month = season.MonthOf(day);
        if (month.Number <= 1)
        {
            return [];
        }

        var judged = season.Month(month.Number - 1);
        if (IsVerdictDay(month, day))
        {
            return All(judged, DemoSeason.At(day, VerdictTime));
        }

        return day == DemoSeason.OnOrAfter(month.Start.AddDays(DecisionDay - 1)) ? [Final(judged, day)] : [];
    }

    /// <summary>Whether the month before is judged on this day of a month.</summary>
    public static bool IsVerdictDay(DemoMonth month, DateOnly day) =>
        day == DemoSeason.OnOrBefore(month.Start.AddDays(VerdictDay - 1));

    /// <summary>One department's verdict on one total of a month.</summary>
    public static CertifyAct Accept(
        DemoMonth month, UnitId department, MeasureCode measure, DemoTeam team, DateTimeOffset at, string occasion = "month") =>
        new(
            at,
            Posts.Certifies(department),
            new CertificationId(DemoPlant.Id, measure, team.Subject, month.Dates),
            new AcceptedLine
            {
                Id = DemoIds.Of("accepted", department, measure, team.Id, month.Start, occasion),
                Department = department,
            });

    private IEnumerable<DemoAct> All(DemoMonth month, DateTimeOffset at) =>
        from measure in measures
        from department in measure.Certifiers
        from team in DemoPlant.Instance.TeamsIn(month.Number)
        where HasFigures(team, measure.Measure) && !IsOpen(month, department, team)
        select Accept(month, department, measure.Measure, team, at);

    private static bool HasFigures(DemoTeam team, MeasureCode measure) => measure.Value switch
    {
        "pieces" => !team.Melts,
        "heat_t" or "heat_kwh" or "heat_rejected_t" => team.Melts,
        _ => true,
    };

    // 财务科 keeps the cost of ZD-03's team open in month 2, until D4.
    private static bool IsOpen(DemoMonth month, UnitId department, DemoTeam team) =>
        month.Number == OpenMonth && department.Value == OpenDepartment && team.Id.Value == OpenTeam;

    private static FinalAct Final(DemoMonth month, DateOnly day) => new(
        DemoSeason.At(day, new TimeOnly(10, 0)),
        Posts.Committee,
        month.Board,
        $"劳赛委〔{day.Year}〕{month.Start.Month}号");
}
