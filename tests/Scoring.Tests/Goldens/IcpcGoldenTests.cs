using System.Globalization;
using System.Text;
using Ganchao.Scoring.Jobs;

namespace Ganchao.Scoring.Tests.Goldens;

/// <summary>Programming contests from their single tries: the final table, the frozen board and the boards in between.</summary>
public sealed class IcpcGoldenTests
{
    private const int End = 300;
    private const int Freeze = 240;

    private static string[] Real => GoldenData.Sources.Contains(GoldenData.Real) ? ["wf49", "xuzhou2018"] : [];

    public static TheoryData<string, string> Contests() => With([GoldenData.Sample, .. Real]);

    public static TheoryData<string, string> Published() => With(Real);

    [Theory]
    [MemberData(nameof(Contests))]
    public void The_final_table_is_the_published_one(string contest, string evaluator)
    {
        var golden = Golden(contest, "golden_final.csv");

        var table = Board(contest, evaluator, End);
        var dense = Board(contest, evaluator, End, static rules => Replaced(rules, "shared: 1-2-2-4", "shared: 1-2-2-3"));
        var later = Board(
            contest, evaluator, End,
            static rules => Replaced(rules, "value(penalty_min) asc ]", "value(penalty_min) asc, value(last_min) asc ]"));

        Assert.Equal(golden.Count, table.Count);
        Assert.All(golden, team =>
        {
            var row = table[team["team_id"]];
            Assert.Equal(
                Fields(
                    team, "solved", "penalty_min", "last_ac_min", "rank_competition", "rank_dense", "tied_with",
                    "rank_with_last_ac_tiebreak"),
                $"{Value(row, "solved")} {Value(row, "penalty_min")} {Value(row, "last_min")} {Place(row)} " +
                $"{Place(dense[row.Entrant])} {Level(row, table.Values)} {Place(later[row.Entrant])}");
            Assert.Equal(row.Guest, team["official"] == "0");
        });
    }

    [Theory]
    [MemberData(nameof(Contests))]
    public void The_frozen_board_says_what_is_pending_and_the_thaw_who_gains_places(string contest, string evaluator)
    {
        var prefix = contest == GoldenData.Sample ? "frozen_" : "";
        var golden = Golden(contest, "golden_frozen.csv");

        var frozen = Board(contest, evaluator, Freeze);
        var final = Board(contest, evaluator, End);

        Assert.Equal(golden.Count, frozen.Count);
        Assert.All(golden, team =>
        {
            var row = frozen[team["team_id"]];
            var gained = row.Place - final[row.Entrant].Place;
            Assert.Equal(
                Fields(
                    team, $"{prefix}solved", $"{prefix}penalty_min", "pending_tries",
                    contest == GoldenData.Sample ? "frozen_rank" : "rank_competition", "places_gained_after_unfreeze"),
                $"{Value(row, "solved")} {Value(row, "penalty_min")} {Value(row, "pending_tries")} {Place(row)} " +
                $"{gained?.ToString(CultureInfo.InvariantCulture)}");
        });
    }

    [Theory]
    [MemberData(nameof(Published))]
    public void The_first_ten_places_are_those_of_every_snapshot(string contest, string evaluator)
    {
        var snapshots = Golden(contest, "golden_snapshots_top10.csv").GroupBy(static row => row["at_minute"]).ToList();

        Assert.Equal(10, snapshots.Count);
        Assert.All(snapshots, snapshot =>
        {
            var board = Board(contest, evaluator, int.Parse(snapshot.Key, CultureInfo.InvariantCulture));

            Assert.Equal(
                snapshot.Select(static team => Fields(team, "team_id", "solved", "penalty_min", "rank_competition")),
                board.Values.Where(static row => row.Place <= 10)
                    .OrderBy(static row => row.Place)
                    .ThenBy(static row => row.Entrant, StringComparer.Ordinal)
                    .Select(static row => $"{row.Entrant} {Value(row, "solved")} {Value(row, "penalty_min")} {Place(row)}"));
        });
    }

    [Fact]
    public void A_problem_opens_into_its_tries()
    {
        var run = Run(GoldenData.Sample, "plain", End, static rules => rules);
        var solver = run.Standing.Rows[0].Entrant;

        var explanation = run.Explain(solver);

        Assert.Contains(All(explanation), static step => step is { Kind: ExplanationKind.Occasion, Note.En: "Penalty" });
        Assert.Contains(All(explanation), static step => step is { Kind: ExplanationKind.Record, Entries.Count: 1 });
    }

    private static IEnumerable<Explanation> All(Explanation step) => step.Parts.SelectMany(All).Prepend(step);

    private static TheoryData<string, string> With(IEnumerable<string> contests)
    {
        var all = new TheoryData<string, string>();
        foreach (var contest in contests)
        {
            foreach (var evaluator in GoldenData.Evaluators)
            {
                all.Add(contest, evaluator.Name);
            }
        }

        return all;
    }

    private static string Fields(Dictionary<string, string> row, params string[] names) =>
        string.Join(' ', names.Select(name => row[name]));

    private static string Value(StandingRow row, string id) => row.Indicators.Single(score => score.Id == id).Value.ToString();

    private static string Place(StandingRow row) => row.Place?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>How many others are level with it; empty for guests.</summary>
    private static string Level(StandingRow row, IEnumerable<StandingRow> rows) => row.Guest
        ? ""
        : (rows.Count(other => !other.Guest && other.Keys.Equals(row.Keys)) - 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>As of a minute, by team.</summary>
    private static Dictionary<string, StandingRow> Board(
        string contest, string evaluator, int minute, Func<string, string>? change = null) =>
        Run(contest, evaluator, minute, change ?? (static rules => rules)).Standing.Rows.ToDictionary(static row => row.Entrant);

    private static ScoreRun Run(string contest, string evaluator, int minute, Func<string, string> change)
    {
        var job = GoldenData.Job("icpc");
        var board = string.Create(CultureInfo.InvariantCulture, $"board: {minute}");
        var rules = change(Replaced(GoldenData.SampleText("rulebooks", "icpc.yaml"), "board: 300", board));
        var (run, problems) = ScoreRun.Of(
            job,
            file => new StringReader(file == job.Rulebook ? rules : file == "teams.csv" ? Teams(contest) : Tries(contest)),
            GoldenData.EvaluatorNamed(evaluator));
        return run ?? throw new InvalidOperationException(string.Join('\n', problems));
    }

    private static string Replaced(string rules, string before, string after)
    {
        Assert.Contains(before, rules, StringComparison.Ordinal);
        return rules.Replace(before, after, StringComparison.Ordinal);
    }

    private static string Tries(string contest) => contest == GoldenData.Sample
        ? GoldenData.SampleText("data", "icpc", "icpc.csv")
        : GoldenData.RealText("icpc", contest, "submissions.csv");

    /// <summary>Teams outside of the competition are guests.</summary>
    private static string Teams(string contest)
    {
        if (contest == GoldenData.Sample)
        {
            return GoldenData.SampleText("data", "icpc", "teams.csv");
        }

        var teams = new StringBuilder("id,guest\n");
        foreach (var team in GoldenData.Rows(GoldenData.RealText("icpc", contest, "teams.csv")))
        {
            teams.Append(CultureInfo.InvariantCulture, $"{team["team_id"]},{(team["official"] == "1" ? "false" : "true")}\n");
        }

        return teams.ToString();
    }

    private static IReadOnlyList<Dictionary<string, string>> Golden(string contest, string file) => GoldenData.Rows(
        contest == GoldenData.Sample
            ? GoldenData.SampleText("data", "icpc", "icpc-golden.csv")
            : GoldenData.RealText("icpc", contest, file));
}
