using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Silo.Demo.Season;
using Ganchao.Silo.Demo.Tables;

namespace Ganchao.Silo.Demo.Diary;

/// <summary>Quality control's day sheets: what was made on a working day is inspected on the next one.</summary>
internal sealed class Inspections(DemoSeason season, MeltingSheets melting)
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
        var (inspected, rejected) = Found(team, date);
        return inspected == 0
            ? []
            :
            [
                new(DemoIds.Of(Inspected, team.Id, date), Inspected, inspected, team.Subject, team.Other),
                new(IdOf(team, date), Rejected, rejected, team.Subject, team.Other),
            ];
    }
}
