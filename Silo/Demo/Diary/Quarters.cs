using System.Collections.Immutable;
using System.Globalization;
using Ganchao.Contracts;
using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Registers;
using Ganchao.Silo.Demo.Season;
using Ganchao.Silo.Demo.Tables;

namespace Ganchao.Silo.Demo.Diary;

/// <summary>What is set before each quarter: its months' plans, the teams' contest with its stages, the plant's own board.</summary>
internal sealed class Quarters(DemoSeason season)
{
    private static readonly CompetitionId PlantBoard = new("plant");
    private static readonly (string Id, Names Names)[] Divisions =
    [
        ("hot", new Names("热加工组", "Hot working")),
        ("cold", new Names("冷加工组", "Cold working")),
        ("assembly", new Names("结构装配组", "Fabrication and assembly")),
    ];

    /// <summary>On a quarter's last working day the next one is set up.</summary>
    public IEnumerable<DemoAct> On(DateOnly day)
    {
        var month = season.MonthOf(day);
        return month.Number >= 0 && month.Number % DemoMonth.PerQuarter == 0 && day == month.WorkingDays[^1]
            ? SetUp(month.Number + 1, DemoSeason.At(day, new TimeOnly(16, 30)))
            : [];
    }

    private IEnumerable<DemoAct> SetUp(int first, DateTimeOffset at)
    {
        ImmutableArray<DemoMonth> months = [.. Enumerable.Range(first, DemoMonth.PerQuarter).Select(season.Month)];
        yield return new RegisterAct(at, Posts.Planning, RegisterName.Plans, [.. months.SelectMany(Plans), ValuePlan(months)]);
        yield return new CompetitionAct(at.AddMinutes(5), Posts.Office, months[0].Contest, [.. Contest(months)]);
        yield return new CompetitionAct(at.AddMinutes(6), Posts.Office, PlantBoard, [.. BoardLines(months, first == 1)]);
    }

    private static IEnumerable<RegisterLine> Plans(DemoMonth month) =>
        from team in DemoPlant.Instance.TeamsIn(month.Number)
        from plan in new[]
        {
            ("output", team.Plan),
            ("pass_rate", team.Target),
            ("cost_budget", team.Budget),
            (ReservedMeasures.SheetsHandedIn.Value, month.WorkingDays.Length * (team.Melts ? 2 : 1)),
        }
        select Plan(plan.Item1, team.Subject, month.Dates, plan.Item2);

    // The quarter's target is what its projects are worth; a quarter without projects keeps the last one.
    private static PlanLine ValuePlan(ImmutableArray<DemoMonth> months) => Plan(
        "value",
        new SubjectId(SubjectKind.Branch, DemoPlant.Id.Value),
        new DateRange(months[0].Start, months[^1].End),
        DemoPlant.Instance.Projects.Sum(project => project.Pieces.Sum() * project.Price));

    private static PlanLine Plan(string measure, SubjectId subject, DateRange period, decimal value) => new()
    {
        Id = DemoIds.Of("plan", measure, subject, period.Start),
        Measure = new MeasureCode(measure),
        Subject = subject,
        Period = period,
        Value = value,
    };

    private static IEnumerable<CompetitionLine> Contest(ImmutableArray<DemoMonth> months)
    {
        var contest = months[0].Contest;
        yield return new CompetitionProposedLine { Id = Id("proposed"), Names = new Names("班组季度赛", "Team contest") };
        yield return new RulebookAdoptedLine { Id = Id("rulebook"), Rulebook = PlantBook.HashOf(Founding.Rulebook("demo-a")) };
        foreach (var month in months)
        {
            yield return new StageLine { Id = Id(month.Stage), Stage = month.Stage, Names = NamesOf(month), Dates = month.Dates };
        }

        foreach (var (division, names) in Divisions)
        {
            yield return new DivisionLine { Id = Id(division), Division = division, Names = names };
        }

        foreach (var team in DemoPlant.Instance.TeamsIn(months[0].Number))
        {
            yield return new EnrolmentLine { Id = Id(team.Id), Entrant = team.Id.Value, Division = team.Division };
        }

        Guid Id(object what) => DemoIds.Of("contest", contest, what);
    }

    private static IEnumerable<CompetitionLine> BoardLines(ImmutableArray<DemoMonth> months, bool isFirst)
    {
        if (isFirst)
        {
            yield return new CompetitionProposedLine
            {
                Id = Id("proposed"),
                Names = new Names("全厂看板", "The plant at a glance"),
            };
            yield return new RulebookAdoptedLine
            {
                Id = Id("rulebook"),
                Rulebook = PlantBook.HashOf(Founding.Rulebook("demo-plant")),
            };
            yield return new EnrolmentLine { Id = Id("plant"), Entrant = DemoPlant.Id.Value };
        }

        yield return new StageLine
        {
            Id = Id(months[0].QuarterName),
            Stage = new StageCode(months[0].QuarterName),
            Names = new Names(months[0].QuarterName),
            Dates = new DateRange(months[0].Start, months[^1].End),
        };

        Guid Id(string what) => DemoIds.Of("plant-board", what);
    }

    private static Names NamesOf(DemoMonth month) => new(
        string.Create(CultureInfo.InvariantCulture, $"{month.Start.Year}年{month.Start.Month}月"),
        month.Start.ToString("MMMM yyyy", CultureInfo.InvariantCulture));
}
