using Ganchao.Contracts.Boards;
using Ganchao.Silo.CommandLine;

namespace Ganchao.Cluster.Tests.Goldens;

/// <summary>A garment factory's season, from the file to the board, held against its golden file.</summary>
public sealed class GarmentTests : IDisposable
{
    private const string Plant = "garment-works";
    private const string Stage = "season";

    /// <summary>The golden file's columns by the indicator that shows them.</summary>
    private static readonly Dictionary<string, string> Columns = new()
    {
        ["rows"] = "rows",
        ["days"] = "days",
        ["hits"] = "hits",
        ["hit_rate"] = "hit_rate",
        ["sum_actual"] = "sum_actual",
        ["mean_actual"] = "mean_actual",
        ["sum_target"] = "sum_target",
        ["mean_target"] = "mean_target",
        ["ahead"] = "sum_actual_minus_target",
        ["attainment"] = "mean_attainment",
        ["workers"] = "sum_workers",
        ["weighted_mean"] = "worker_weighted_mean_actual",
        ["over_time"] = "sum_over_time_min",
        ["idle_time"] = "sum_idle_time",
        ["incentive"] = "sum_incentive",
        ["rank_hits"] = "rank_hits",
        ["rank_hit_rate"] = "rank_hit_rate",
        ["rank_mean_actual"] = "rank_mean_actual",
        ["rank_attainment"] = "rank_mean_attainment",
        ["rank_weighted"] = "rank_worker_weighted",
        ["rank_idle"] = "rank_idle_competition",
        ["rank_idle_dense"] = "rank_idle_dense",
        ["rank_idle_fractional"] = "rank_idle_fractional",
        ["rank_over_time"] = "rank_over_time_lowest_first",
    };

    /// <summary>The golden file's scopes by the competition that shows them.</summary>
    private static readonly Dictionary<string, string> Scopes = new()
    {
        ["garments"] = "all",
        ["garments-sewing"] = "sewing",
        ["garments-finishing"] = "finishing",
    };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ganchao-golden-");

    /// <summary>Our own sample always; the real factory where its file lies beside the repository.</summary>
    public static TheoryData<DatabaseKind, string, string> Seasons()
    {
        var seasons = new TheoryData<DatabaseKind, string, string>();
        foreach (var kind in new[] { DatabaseKind.Sqlite, DatabaseKind.Postgres })
        {
            seasons.Add(
                kind,
                Repository.Sample("import", "garments", "sample.csv"),
                Repository.Sample("import", "garments", "golden.csv"));
            if (Repository.RealData("garments", "garments_worker_productivity.csv") is { } real)
            {
                seasons.Add(kind, real, Repository.RealData("garments", "golden_team_season.csv")!);
            }
        }

        return seasons;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Seasons))]
    public async Task Every_figure_and_place_of_the_season_is_the_golden_one(
        DatabaseKind kind, string file, string golden)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        string[] words = ["--mapping", Repository.Sample("import", "garments", "mapping.yaml"), file];
        await AssertImportedAsync(silo, "--setup", Repository.Sample("import", "garments", "setup.yaml"), "--commit");
        await AssertImportedAsync(silo, "--setup", WriteCompetitions(), "--commit");
        var before = await database.PositionAsync(Plant);
        await AssertImportedAsync(silo, words);
        Assert.Equal(before, await database.PositionAsync(Plant));

        var committed = await AssertImportedAsync(silo, [.. words, "--commit"]);

        AssertUnusualFiguresAreKeptWithWarnings(file, committed.Output);
        var stored = await database.PositionAsync(Plant);
        var repeated = await AssertImportedAsync(silo, [.. words, "--commit"]);
        Assert.Contains(" 0 new lines", repeated.Output, StringComparison.Ordinal);
        Assert.Equal(stored, await database.PositionAsync(Plant));
        foreach (var (competition, scope) in Scopes)
        {
            var board = $"{Plant}/{competition}/{Stage}";

            // The recount reconciles first: hints may still be on their way.
            await silo.AssertRecountIsEqualAsync(board);
            AssertIsGolden(await silo.ReadFrameAsync(board), scope, golden);
        }

        await silo.StopAsync();
        await Commands.AssertNothingIsWrongAsync(database);
    }

    private static async Task<CommandResult> AssertImportedAsync(RunningSilo silo, params string[] words)
    {
        var imported = await Commands.ImportAsync(silo, words);
        Assert.True(imported.Code == ImportCommand.Fine, $"{imported}\n{silo.Log}");
        return imported;
    }

    private static void AssertIsGolden(BoardFrame frame, string scope, string golden)
    {
        var rows = GoldenFile.Read(golden).Where(row => row["scope"] == scope).ToList();
        Assert.Equal(12, rows.Count);
        Assert.Equal(rows.Count, frame.Rows.Count);
        foreach (var expected in rows)
        {
            var team = int.Parse(expected["team"], System.Globalization.CultureInfo.InvariantCulture);
            var row = Assert.Single(frame.Rows, row => row.Entrant == $"t{team:00}");
            Assert.Equal(GoldenFile.Figure(expected["rank_hits"]), row.Place);
            foreach (var (indicator, column) in Columns)
            {
                var cell = row.Cells[frame.Columns.Index().Single(c => c.Item.Id == indicator).Index];
                Assert.True(
                    cell.Value == GoldenFile.Figure(expected[column]),
                    $"{scope}, team {team}, {column}: {expected[column]} is golden, the board shows {cell}");
            }
        }
    }

    // Usual is 0.2 to 1, both for the target and for what was done.
    private static void AssertUnusualFiguresAreKeptWithWarnings(string file, string report)
    {
        var unusual = GoldenFile.Read(file)
            .SelectMany(row => new[] { row["targeted_productivity"], row["actual_productivity"] })
            .Select(GoldenFile.Figure)
            .Where(figure => figure is < 0.2m or > 1m)
            .ToList();

        Assert.Contains(0.07m, unusual);
        Assert.Contains(unusual, figure => figure > 1);
        Assert.Equal(unusual.Count, report.Split("[unusual-value]").Length - 1);
        Assert.Contains("warning: 0.07 1 is unusual for 'target'", report, StringComparison.Ordinal);
    }

    /// <summary>Each rulebook is adopted in a competition of its own.</summary>
    private string WriteCompetitions()
    {
        var rulebooks = string.Join('\n', Scopes.Keys.Select(
            name => $$"""    - { type: rulebook, code: {{name}}, text: { file: {{Rulebook(name)}} }, accept: [ ratio-averaged ] }"""));
        var competitions = string.Join('\n', Scopes.Keys.Select(
            name => $$"""
              {{name}}:
                - { type: proposed, names: { zh: {{name}} } }
                - { type: rulebook-adopted, rulebook: { file: {{Rulebook(name)}} } }
                - { type: stage, stage: {{Stage}}, names: { zh: 赛季 }, dates: { start: 2015-01-01, end: 2015-04-01 } }
            {{string.Join('\n', Enumerable.Range(1, 12).Select(
                team => $$"""    - { type: enrolment, entrant: t{{team:00}} }"""))}}
            """));
        var file = Path.Combine(_folder.FullName, "setup.yaml");
        File.WriteAllText(
            file, $"source: goldens\nplant: {Plant}\nregisters:\n  rulebooks:\n{rulebooks}\ncompetitions:\n{competitions}\n");
        return file;
    }

    private static string Rulebook(string name) => Repository.Sample("rulebooks", $"{name}.yaml");
}
