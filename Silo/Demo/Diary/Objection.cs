using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Silo.Demo.Season;
using Ganchao.Silo.Demo.Tables;

namespace Ganchao.Silo.Demo.Diary;

/// <summary>
/// The objection to month 1, upheld: one rejected piece was 切割一班's fault, not 铆焊二班's. The sheets are corrected with the
/// decision as reason, and quality control judges both totals again.
/// </summary>
internal sealed class Objection(DemoSeason season, Inspections inspections)
{
    private const int Objected = 12;
    private const int Answered = 15;
    private const string Number = "YY-1";

    private static readonly UnitId Quality = new("quality");
    private static readonly MeasureCode Rejected = new("rejected");

    public IEnumerable<DemoAct> On(DateOnly day)
    {
        var following = season.Month(2);
        if (day == DemoSeason.OnOrAfter(following.Start.AddDays(Objected - 1)))
        {
            return [Raised(day)];
        }

        return day == DemoSeason.OnOrAfter(following.Start.AddDays(Answered - 1)) ? Upheld(day) : [];
    }

    private CompetitionAct Raised(DateOnly day) => new(
        DemoSeason.At(day, new TimeOnly(11, 0)), Posts.Office, season.Month(1).Contest,
        [
            new ObjectionLine
            {
                Id = DemoIds.Of("objection", Number),
                Objection = new ObjectionId(Number),
                Stage = season.Month(1).Stage,
                Entrants = ["fabrication-2", "cutting-1"],
                Text = "有一件横梁的废品系下料尺寸超差,责任应在切割一班,不应计入铆焊二班。",
            },
        ]);

    private IEnumerable<DemoAct> Upheld(DateOnly day)
    {
        var at = DemoSeason.At(day, new TimeOnly(9, 0));
        yield return new CompetitionAct(
            at, Posts.Office, season.Month(1).Contest,
            [
                new ObjectionAnsweredLine
                {
                    Id = DemoIds.Of("answer", Number),
                    Objection = new ObjectionId(Number),
                    Upheld = true,
                    Decision = $"劳赛委裁〔{day.Year}〕1号",
                    Answer = "经质检科复查切割记录,异议成立:该件废品改计切割一班。",
                },
            ]);
        foreach (var (team, change) in new[] { (Team("fabrication-2"), -1), (Team("cutting-1"), 1) })
        {
            yield return Correction(team, change, at.AddMinutes(30));
            yield return Verdicts.Accept(season.Month(1), Quality, Rejected, team, at.AddMinutes(60), Number);
        }
    }

    private DepartmentAct Correction(DemoTeam team, int change, DateTimeOffset at)
    {
        var (date, found) = season.Month(1).WorkingDays
            .Select(date => (Date: date, inspections.Found(team, date).Rejected))
            .First(day => day.Rejected > 0);
        return new DepartmentAct(at, Posts.Enters("quality"), Quality, date, Occasion.Day,
        [
            new EntryForm(
                DemoIds.Of("objection", Number, team.Id), Rejected, found + change, team.Subject, team.Other,
                Supersedes: Inspections.IdOf(team, date), Reason: "异议 YY-1 成立:一件废品的责任改计切割一班"),
        ]);
    }

    private static DemoTeam Team(string id) => DemoPlant.Instance.Teams.Single(team => team.Id.Value == id);
}
