using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Silo.Demo.Season;
using Ganchao.Silo.Demo.Tables;

namespace Ganchao.Silo.Demo.Diary;

/// <summary>
/// Quality control's day sheets: what was made on a working day is inspected on the next one, the pieces of the team's own
/// projects first and on their work orders.
/// </summary>
internal sealed class Inspections(DemoSeason season, Production production, MeltingSheets melting)
{
    private const string Department = "quality";

    private static readonly MeasureCode Inspected = new("inspected");
    private static readonly MeasureCode Rejected = new("rejected");
    private static readonly TimeOnly Time = new(9, 30);

    /// <summary>What quality control enters on a working day: the sheet of the working day before.</summary>
    public IEnumerable<DemoAct> On(DateOnly day)
    {
        var made = DemoSeason.WorkingDayBefore(day);
        yield return new DepartmentAct(
            DemoSeason.At(day, Time),
            Posts.Enters(Department),
            new UnitId(Department),
            made,
            Occasion.Day,
            [.. DemoPlant.Instance.TeamsIn(season.MonthOf(made).Number).SelectMany(team => Of(team, made))]);
    }

    public static Guid IdOf(DemoTeam team, DateOnly date) => DemoIds.Of(Rejected, team.Id, date);

    /// <summary>How many of a team's pieces (heats) of a date are inspected and rejected at first.</summary>
    public (int Inspected, int Rejected) Found(DemoTeam team, DateOnly date)
    {
        if (team.Melts)
        {
            return melting.Found(date);
        }

        var month = season.MonthOf(date);
        var figures = TeamMonth.Of(team, month);
        var (day, days) = (month.WorkingDays.IndexOf(date), month.WorkingDays.Length);
        var phase = DemoDice.Share("rejected-phase", team.Id, month.Number);
        return (Spread.At(day, days, figures.Inspected), Spread.At(day, days, figures.Rejected, phase));
    }

    private IEnumerable<EntryForm> Of(DemoTeam team, DateOnly date)
    {
        var (left, rejected) = Found(team, date);
        if (left == 0)
        {
            yield break;
        }

        foreach (var line in team.Melts ? [] : production.Of(team, date).Where(line => IsOwn(team, line)))
        {
            var pieces = Math.Min(left, line.Pieces);
            left -= pieces;
            yield return new EntryForm(
                DemoIds.Of(Inspected, team.Id, date, line.Product), Inspected, pieces, team.Subject, line.Product, line.Order);
        }

        yield return new EntryForm(DemoIds.Of(Inspected, team.Id, date), Inspected, left, team.Subject, team.Other);
        yield return new EntryForm(IdOf(team, date), Rejected, rejected, team.Subject, team.Other);
    }

    private static bool IsOwn(DemoTeam team, WorkLine line) => line.Order is not null &&
        DemoPlant.Instance.Projects.Any(project => project.Product == line.Product && project.Team == team.Id);
}
