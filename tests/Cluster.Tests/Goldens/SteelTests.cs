using Ganchao.Contracts.Boards;
using Ganchao.Silo.CommandLine;

namespace Ganchao.Cluster.Tests.Goldens;

/// <summary>
/// Quarter hours of a steel works' meter, 32 in a shift, in twelve monthly stages. The real year goes through SQLite only:
/// with 35,040 entries it is most of the time that these tests take, and the sample shows the same on both.
/// </summary>
public sealed class SteelTests : IDisposable
{
    private const string Plant = "steel-works";

    private static readonly Dictionary<string, string> Columns = new()
    {
        ["days"] = "days",
        ["used"] = "kwh",
        ["baseline"] = "baseline_kwh_q1_mean_x_days",
        ["saved"] = "saving_kwh",
        ["saving"] = "saving_pct",
    };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ganchao-golden-");

    public static TheoryData<DatabaseKind, string, string> Years()
    {
        var file = Repository.Sample("import", "steel", "sample.csv");
        var golden = Repository.Sample("import", "steel", "golden.csv");
        var years = new TheoryData<DatabaseKind, string, string>
        {
            { DatabaseKind.Sqlite, file, golden },
            { DatabaseKind.Postgres, file, golden },
        };
        if (Repository.RealData("steel-energy", "steel_energy_15min.csv") is { } real)
        {
            years.Add(
                DatabaseKind.Sqlite, real, Repository.RealData("steel-energy", "golden_shift_month_8x3.csv")!);
        }

        return years;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Years))]
    public async Task Saving_percent_and_place_of_each_shift_and_month_are_the_golden_ones(
        DatabaseKind kind, string file, string golden)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        string[] words = ["--mapping", Repository.Sample("import", "steel", "mapping.yaml"), file];
        await AssertImportedAsync(silo, "--setup", WriteSetup(), "--commit");
        var before = await database.PositionAsync(Plant);

        await AssertImportedAsync(silo, [.. words, "--commit"]);

        var stored = await database.PositionAsync(Plant);
        Assert.Equal(File.ReadAllLines(file).Length - 1, stored - before);
        await AssertImportedAsync(silo, [.. words, "--commit"]);
        Assert.Equal(stored, await database.PositionAsync(Plant));
        await AssertMidnightEndsTheEveningShiftOfItsDateAsync(database, file);
        foreach (var month in GoldenFile.Read(golden).GroupBy(row => row["month"]))
        {
            // The recount reconciles first: hints may still be on their way.
            await silo.AssertRecountIsEqualAsync(Board(month.Key));
            AssertIsGolden(await silo.ReadFrameAsync(Board(month.Key)), [.. month]);
        }

        await silo.StopAsync();
        await Commands.AssertNothingIsWrongAsync(database);
    }

    private static string Board(string month) => $"{Plant}/energy/{month}";

    private static void AssertIsGolden(BoardFrame frame, IReadOnlyList<Dictionary<string, string>> month)
    {
        Assert.Equal(3, month.Count);
        foreach (var expected in month)
        {
            var shift = expected["shift"];
            var row = Assert.Single(
                frame.Rows, row => string.Equals(row.Entrant, shift, StringComparison.OrdinalIgnoreCase));
            foreach (var (indicator, column) in Columns)
            {
                var cell = row.Cells[frame.Columns.Index().Single(c => c.Item.Id == indicator).Index];
                Assert.True(
                    cell.Value == GoldenFile.Figure(expected[column]),
                    $"{expected["month"]} {shift} {column}: {expected[column]} is golden, the board shows {cell}");
            }

            Assert.Equal(GoldenFile.Figure(expected["rank_saving_pct"]), row.Place);
        }
    }

    private static async Task AssertMidnightEndsTheEveningShiftOfItsDateAsync(SiloDatabase database, string file)
    {
        var midnights = GoldenFile.Read(file).Count(row => row["date_time"].Split(' ')[1] is "0:00" or "00:00");

        var perSheet = await database.ReadAsync<long>(
            $"select count(*) from fact where plant = '{Plant}' group by stream_date, stream");
        var evenings = await database.ReadAsync<string>(
            $"select distinct stream from fact where plant = '{Plant}' and subject = 'team/e'");

        Assert.All(perSheet, count => Assert.Equal(32, count));
        Assert.Equal(midnights, evenings.Count);
    }

    private static async Task AssertImportedAsync(RunningSilo silo, params string[] words)
    {
        var imported = await Commands.ImportAsync(silo, words);
        Assert.True(imported.Code == ImportCommand.Fine, $"{imported}\n{silo.Log}");
    }

    /// <summary>The sample's setup with the rulebook that shows every column of the golden file.</summary>
    private string WriteSetup()
    {
        var rulebook = Repository.Sample("rulebooks", "steel.yaml");
        var sample = File.ReadAllText(Repository.Sample("import", "steel", "setup.yaml"));
        var file = Path.Combine(_folder.FullName, "setup.yaml");
        File.WriteAllText(file, sample.Replace("file: rulebook.yaml", $"file: {rulebook}", StringComparison.Ordinal));
        return file;
    }
}
