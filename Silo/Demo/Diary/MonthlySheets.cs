using System.Collections.Immutable;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Silo.Demo.Season;
using Ganchao.Silo.Demo.Tables;

namespace Ganchao.Silo.Demo.Diary;

/// <summary>What departments and branches enter by the week and month: costs, workplace checks, training.</summary>
internal sealed class MonthlySheets(DemoSeason season, Production production)
{
    private const int CostDay = 5;
    private const int TrainingDay = 3;
    private const decimal Record = 2_226m;

    private static readonly MeasureCode Budget = new("cost_budget");
    private static readonly MeasureCode Actual = new("cost_actual");
    private static readonly (string Element, decimal Share)[] Elements =
        [("材料", 0.58m), ("能源", 0.14m), ("人工", 0.19m), ("制造费用", 0.09m)];

    public IEnumerable<DemoAct> On(DateOnly day)
    {
        var month = season.MonthOf(day);
        if (day == DemoSeason.OnOrAfter(month.Start.AddDays(CostDay - 1)) && month.Number > 1)
        {
            foreach (var act in Costs(season.Month(month.Number - 1), day))
            {
                yield return act;
            }
        }

        if (day.DayOfWeek == DayOfWeek.Friday && season.MonthOf(day.AddDays(-4)).Number > 0)
        {
            yield return Site(day.AddDays(-4), day);
        }

        if (day == month.WorkingDays[TrainingDay - 1])
        {
            yield return Training(month, day);
        }
    }

    private static IEnumerable<DemoAct> ByBranch(
        DemoMonth month, DateOnly day, Func<DemoTeam, IEnumerable<EntryForm>> entries) =>
        DemoPlant.Instance.TeamsIn(month.Number).GroupBy(team => team.Branch).Select(branch => new DepartmentAct(
            DemoSeason.At(day, new TimeOnly(10, 30)),
            Posts.Statistician(branch.Key),
            branch.Key,
            month.Start,
            Occasion.Month,
            [.. branch.SelectMany(entries)]));

    private IEnumerable<DemoAct> Costs(DemoMonth month, DateOnly day) => ByBranch(month, day, team =>
    {
        var actual = TeamMonth.Of(team, month).Cost;
        return CostsOf(team, month, Budget, team.Budget).Concat(CostsOf(team, month, Actual, actual));
    });

    // By cost element, the part of each of the team's projects on its work order, the rest on none; the sums are exact.
    private IEnumerable<EntryForm> CostsOf(DemoTeam team, DemoMonth month, MeasureCode measure, decimal sum)
    {
        var projects = DemoPlant.Instance.Projects
            .Where(project => project.Team == team.Id && Production.PiecesIn(project, month) > 0)
            .Select(project => (Order: production.OrderOf(project), Share: ShareOf(project, team, month)))
            .ToImmutableArray();
        var left = sum;
        foreach (var (index, (element, part)) in Elements.Index())
        {
            var amount = index == Elements.Length - 1 ? left : decimal.Round(sum * part);
            left -= amount;
            var rest = amount;
            foreach (var (order, share) in projects)
            {
                var ofProject = decimal.Round(amount * share);
                rest -= ofProject;
                yield return Cost(element, ofProject, order);
            }

            yield return Cost(element, rest, null);
        }

        EntryForm Cost(string element, decimal amount, WorkOrderNumber? order) => new(
            DemoIds.Of(measure, team.Id, month.Start, element, order?.Value ?? ""),
            measure, amount, team.Subject, WorkOrder: order, Detail: element);
    }

    private static decimal ShareOf(DemoProject project, DemoTeam team, DemoMonth month) =>
        Production.PiecesIn(project, month) * DemoPlant.Instance.OutputEach(project, team.Id) / TeamMonth.Of(team, month).Output;

    private DepartmentAct Site(DateOnly monday, DateOnly day) => new(
        DemoSeason.At(day, new TimeOnly(14, 30)),
        Posts.Enters("enterprise"),
        new UnitId("enterprise"),
        monday,
        Occasion.Week,
        [
            .. DemoPlant.Instance.TeamsIn(season.MonthOf(monday).Number).Select(team => new EntryForm(
                DemoIds.Of("site", team.Id, monday), new MeasureCode("site"), SiteScore(team, monday), team.Subject)),
        ]);

    // Pairs of weeks lie as far above as below the month's mean.
    private decimal SiteScore(DemoTeam team, DateOnly monday)
    {
        var month = season.MonthOf(monday);
        var (week, weeks) = (month.Mondays.IndexOf(monday), month.Mondays.Length);
        var pair = Math.Min(week, weeks - 1 - week);
        var sign = week * 2 == weeks - 1 ? 0 : week < weeks - week ? 1 : -1;
        return TeamMonth.Of(team, month).Site + (sign * 0.5m * DemoDice.Pick(5, "site", team.Id, month.Number, pair));
    }

    private static DepartmentAct Training(DemoMonth month, DateOnly day)
    {
        var trained = DemoPlant.Instance.TeamsIn(month.Number).Select(team => new EntryForm(
            DemoIds.Of("trained", team.Id, month.Start),
            new MeasureCode("trained"),
            DemoDice.Share("trained", team.Id, month.Number) < 0.75m ? 100m : 97.5m,
            team.Subject));
        var record = new EntryForm(
            DemoIds.Of("safe-days", month.Start),
            new MeasureCode("safe_days_record"),
            Record,
            new SubjectId(SubjectKind.Branch, DemoPlant.Id.Value));
        return new DepartmentAct(
            DemoSeason.At(day, new TimeOnly(16, 20)), Posts.Safety, new UnitId("safety"), month.Start, Occasion.Month,
            [.. trained, .. month.StartsQuarter ? [record] : ImmutableArray<EntryForm>.Empty]);
    }
}
