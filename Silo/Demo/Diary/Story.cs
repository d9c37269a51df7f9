using System.Collections.Immutable;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Silo.Demo.Season;
using Ganchao.Silo.Demo.Tables;
using EventId = Ganchao.Contracts.Identity.EventId;

namespace Ganchao.Silo.Demo.Diary;

/// <summary>
/// What happens while one watches, besides the shifts: notices, a late scrap report, a power cut, an injury, verdicts.
/// </summary>
internal sealed class Story(DemoSeason season, Production production)
{
    private const decimal LessPlan = 46.00m;
    private const int PowerCutMinutes = 120;

    private static readonly string[] Costs = ["cost_budget", "cost_actual"];
    private static readonly UnitId Quality = new("quality");
    private static readonly MeasureCode Injury = new("injury");
    private static readonly MeasureCode Rejected = new("rejected");
    private static readonly DemoTeam Injured = Team("cutting-2");
    private static readonly DemoTeam Moulders = Team("moulding-1");

    /// <summary>The team whose man works for others now and then.</summary>
    public static readonly UnitId Lender = new("wheels");

    /// <summary>That man.</summary>
    public static readonly PersonId Borrowed = new("wheels-08");

    private DemoMonth Running => season.Month(DemoMonth.PerQuarter);

    private EventId InjuryEvent => new($"GS-{Running.Start:yyMM}-1");

    public IEnumerable<DemoAct> On(DateOnly day) =>
        day == season.Day(1) ? [LessToDo(), LateScrap(), PowerCut()]
        : day == season.Day(2) ? [.. ScrapJudged(), Suspected(), Confirmed()]
        : day == season.Day(3) ? WrongPoint()
        : day == season.Day(4) ? FinanceCertifies()
        : day == season.Day(5) ? [Split(), OtherWork()]
        : [];

    private RegisterAct LessToDo() => new(
        At(1, 8, 10), Posts.Planning, RegisterName.Plans,
        [
            new PlanChangeLine
            {
                Id = DemoIds.Of("notice", "生计07号"),
                Notice = "生计07号",
                Measure = new MeasureCode("output"),
                Subject = Team("fabrication-1").Subject,
                Period = Running.Dates,
                Value = LessPlan,
                Reason = "用户推迟机架交货,铆焊一班本月计划由 52.00 t 调整为 46.00 t",
            },
        ]);

    private DepartmentAct LateScrap()
    {
        var project = DemoPlant.Instance.Projects.First(p => p.Team == Moulders.Id);
        return new DepartmentAct(
            At(1, 9, 0), Posts.Enters("quality"), Quality, LastOfMonth2, Occasion.Day,
            [
                new EntryForm(
                    DemoIds.Of("late-scrap"), Rejected, 1, Moulders.Subject, project.Product, production.OrderOf(project),
                    Way: EntryWay.Late, Note: "上月浇注的车体,加工时发现缩孔,判废"),
            ]);
    }

    private RegisterAct PowerCut() => new(
        At(1, 14, 0), Posts.Planning, RegisterName.Plans,
        [
            new ExclusionLine
            {
                Id = DemoIds.Of("power-cut"),
                Shift = MeltingSheets.ShiftOf(Team("melting"), season.FirstDay, night: false),
                Minutes = PowerCutMinutes,
                Cause = "外线停电",
            },
        ]);

    private IEnumerable<DemoAct> ScrapJudged() =>
        [Verdicts.Accept(season.Month(2), Quality, Rejected, Moulders, At(2, 10, 0), "late-scrap")];

    private EventAct Suspected() => new(
        At(2, 8, 0), Posts.Safety, InjuryEvent,
        InjuryEntry("suspected") with { Tags = new Dictionary<string, string> { ["severity"] = "suspected" } });

    private EventAct Confirmed() => new(
        At(2, 15, 0), Posts.Safety, InjuryEvent,
        InjuryEntry("minor") with
        {
            Tags = new Dictionary<string, string> { ["severity"] = "minor", ["at_fault"] = "true" },
            Supersedes = DemoIds.Of("injury", "suspected"),
            Reason = "调查结论:轻伤,班组有责",
        });

    private EntryForm InjuryEntry(string step) => new(
        DemoIds.Of("injury", step), Injury, 1, Injured.Subject, Date: season.Day(2));

    // 125.0 is typed for 12.50 of a man of another team, and corrected at once.
    private IEnumerable<DemoAct> WrongPoint()
    {
        var team = Team("mine-cars");
        var shift = new ShiftId(DemoPlant.Id, team.Id, season.Day(3), ShiftSheets.Day);
        var worker = new SubjectId(SubjectKind.Person, Borrowed.Value);
        var typed = DemoIds.Of("wrong-point", "typed");
        var hours = new MeasureCode("hours");
        yield return new ShiftAct(
            At(3, 15, 40), Posts.Lead(team.Id), shift, [new EntryForm(typed, hours, 125.0m, worker)]);
        yield return new ShiftAct(
            At(3, 15, 47), Posts.Lead(team.Id), shift,
            [
                new EntryForm(
                    DemoIds.Of("wrong-point", "corrected"), hours, 12.50m, worker,
                    Supersedes: typed, Reason: "小数点点错,应为 12.50"),
            ]);
    }

    private IEnumerable<DemoAct> FinanceCertifies() =>
        Costs.Select(measure => Verdicts.Accept(
            season.Month(Verdicts.OpenMonth), new UnitId(Verdicts.OpenDepartment), new MeasureCode(measure),
            Team(Verdicts.OpenTeam), At(4, 10, 0)));

    // From the next month on 车工班 is two teams.
    private RegisterAct Split()
    {
        var next = season.Month(DemoMonth.PerQuarter + 1).Start;
        var lines = ImmutableArray.CreateBuilder<RegisterLine>();
        foreach (var team in DemoPlant.Instance.Teams.Where(team => team.Months.First > 1))
        {
            lines.Add(new UnitLine
            {
                Id = DemoIds.Of("unit", team.Id),
                From = next,
                Unit = team.Id,
                Kind = UnitKind.Team,
                Names = team.Names,
                Parent = team.Branch,
            });
        }

        foreach (var team in DemoPlant.Instance.Teams.Where(team => team.Months.Until > 0))
        {
            lines.Add(new UnitClosedLine { Id = DemoIds.Of("closed", team.Id), From = next, Unit = team.Id });
        }

        return new RegisterAct(At(5, 9, 0), Posts.Administrator, RegisterName.Organisation, lines.ToImmutable());
    }

    private RegisterAct OtherWork() => new(
        At(5, 9, 5), Posts.Planning, RegisterName.Products,
        [.. DemoPlant.Instance.Teams.Where(team => team.Months.First > 1).Select(Founding.OtherOf)]);

    private DateOnly LastOfMonth2 => season.Month(2).WorkingDays[^1];

    private DateTimeOffset At(int day, int hour, int minute) => DemoSeason.At(season.Day(day), new TimeOnly(hour, minute));

    private static DemoTeam Team(string id) => DemoPlant.Instance.Teams.Single(team => team.Id.Value == id);
}
