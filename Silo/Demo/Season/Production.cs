using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ganchao.Contracts.Identity;
using Ganchao.Silo.Demo.Tables;

namespace Ganchao.Silo.Demo.Season;

/// <summary>Pieces of one product that a team finishes in one shift; the work order where they are a project's.</summary>
internal sealed record WorkLine(ProductCode Product, WorkOrderNumber? Order, int Pieces);

/// <summary>
/// What each team but the melters finishes in each shift: project pieces when they are due, the rest of the month's output
/// spread around them.
/// </summary>
internal sealed class Production(DemoSeason season)
{
    private const decimal Wobble = 0.3m;

    // ZD-03 is one piece behind at D1: nothing of it is finished in the first days of its last month.
    private const string Late = "ZD-03";
    private const int LateBy = 5;

    private readonly ConcurrentDictionary<(UnitId Team, int Month), ImmutableArray<ImmutableArray<WorkLine>>> _known = new();

    /// <summary>The work order of a project.</summary>
    public WorkOrderNumber OrderOf(DemoProject project) => new($"GL-{QuarterName}-{project.No}");

    public ProjectId IdOf(DemoProject project) => new($"{project.No[..2]}-{QuarterName}-{project.No[3..]}");

    /// <summary>The lines of a team's day shift.</summary>
    public ImmutableArray<WorkLine> Of(DemoTeam team, DateOnly date)
    {
        var month = season.MonthOf(date);
        return _known.GetOrAdd((team.Id, month.Number), _ => Make(team, month))[month.WorkingDays.IndexOf(date)];
    }

    /// <summary>The pieces of a project that are planned for a month; none after its quarter.</summary>
    public static int PiecesIn(DemoProject project, DemoMonth month) =>
        month.Number is >= 1 and <= DemoMonth.PerQuarter ? project.Pieces[month.Number - 1] : 0;

    private string QuarterName => season.Month(1).QuarterName;

    private ImmutableArray<ImmutableArray<WorkLine>> Make(DemoTeam team, DemoMonth month)
    {
        var days = month.WorkingDays.Length;
        var projects = DemoPlant.Instance.Projects
            .Where(project => project.Reporters.Contains(team.Id) && PiecesIn(project, month) > 0)
            .ToImmutableArray();
        var figures = TeamMonth.Of(team, month);
        var gross = figures.Output + (figures.Rejected * team.OtherEach);
        var others = (gross - projects.Sum(project => Worth(project) * PiecesIn(project, month))) / team.OtherEach;
        var shifts = ImmutableArray.CreateBuilder<ImmutableArray<WorkLine>>(days);
        var booked = 0;
        for (var day = 0; day < days; day++)
        {
            var due = day + 1 == days ? others : (Due(day + 1) - projects.Sum(p => Worth(p) * Made(p, day + 1))) / team.OtherEach;
            var until = (int)Math.Clamp(decimal.Floor(due), booked, others);
            shifts.Add(
            [
                .. projects
                    .Select(p => new WorkLine(p.Product, OrderOf(p), Made(p, day + 1) - Made(p, day)))
                    .Append(new WorkLine(team.Other, null, until - booked))
                    .Where(line => line.Pieces > 0),
            ]);
            booked = until;
        }

        return shifts.MoveToImmutable();

        decimal Worth(DemoProject project) => DemoPlant.Instance.OutputEach(project, team.Id);
        int Made(DemoProject project, int until) => MadeUntil(project, month, until);
        decimal Due(int until) =>
            gross / days * (until + ((DemoDice.Share("wobble", team.Id, month.Number, until) - 0.5m) * Wobble));
    }

    private static int MadeUntil(DemoProject project, DemoMonth month, int until)
    {
        var (days, pieces) = (month.WorkingDays.Length, PiecesIn(project, month));
        return project.No == Late && month.Number == DemoMonth.PerQuarter
            ? Spread.Until(until - LateBy, days - LateBy, pieces)
            : Spread.Until(until, days, pieces, DemoDice.Share("phase", project.No, month.Number));
    }
}
