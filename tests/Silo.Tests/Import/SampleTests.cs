using System.Globalization;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Registers;
using Ganchao.Silo.Import;
using Ganchao.Silo.Import.Files;
using Ganchao.Silo.Import.Setup;

namespace Ganchao.Silo.Tests.Import;

/// <summary>The samples that users start from, and the real files that they are cut after, where those are there.</summary>
public class SampleTests
{
    private static readonly string Samples = Path.Combine(Factory.Root, "samples", "import");
    private static readonly string RealData = Path.Combine(Factory.Root, "..", "shared", "data");

    [Fact]
    public void Steel_file_becomes_sheets_of_thirty_two_quarter_hours()
    {
        var real = Path.Combine(RealData, "steel-energy", "steel_energy_15min.csv");
        var (path, days) = File.Exists(real) ? (real, 365) : (Sample("steel", "sample.csv"), 2);

        var plan = Map("steel", path);

        Assert.Empty(plan.Bad);
        Assert.Equal(3 * days, plan.Batches.Count);
        Assert.All(plan.Batches, sheet => Assert.Equal(32, sheet.Lines.Count));
        Assert.Equal(96 * days, Factory.Entries(plan).Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public void Last_quarter_hour_of_a_month_counts_in_that_month()
    {
        var golden = Golden("steel").ToDictionary(g => (g["month"], g["shift"]), g => Number(g["kwh"]));

        var plan = Map("steel", Sample("steel", "sample.csv"));

        // The address is api/shifts/plant/team/date/kind/entries.
        Assert.Equal(golden, plan.Batches.GroupBy(b => (b.Target.Path.Split('/')[4][..7], b.Target.Path.Split('/')[5]))
            .ToDictionary(g => g.Key, g => g.SelectMany(b => b.Lines).Sum(l => ((EntryForm)l.Content).Value!.Value)));
        Assert.Equal(
            DateTimeOffset.Parse("2018-03-31T15:00:00Z", CultureInfo.InvariantCulture), // midnight in Seoul
            plan.Batches.Single(b => b.Target.Path.Contains("2018-03-31/E", StringComparison.Ordinal))
                .Lines.Max(l => ((EntryForm)l.Content).ObservedAt));
    }

    [Fact]
    public void Garment_figures_add_up_to_the_golden_ones()
    {
        var real = Path.Combine(RealData, "garments", "garments_worker_productivity.csv");
        var golden = Path.Combine(RealData, "garments", "golden_team_season.csv");
        AssertGarments(Sample("garments", "sample.csv"), Sample("garments", "golden.csv"));
        if (File.Exists(real))
        {
            AssertGarments(real, golden);
        }
    }

    [Theory]
    [InlineData("garments")]
    [InlineData("steel")]
    public void Setup_is_lines_that_the_api_takes(string sample)
    {
        var folder = Path.Combine(Samples, sample);

        var plan = SetupReader.Read("setup.yaml", folder, File.ReadAllText(Path.Combine(folder, "setup.yaml")));

        var rulebook = plan.Batches.SelectMany(b => b.Lines).Select(l => l.Content).OfType<RulebookLine>().Single();
        Assert.Equal(sample, rulebook.Code);
        Assert.Equal(
            plan.Batches.Sum(b => b.Lines.Count), plan.Batches.SelectMany(b => b.Lines).Select(l => l.Id).Distinct().Count());
        Assert.Contains(PlantBook.HashOf(rulebook.Text), plan.Batches[^1].Lines.Select(l => l.Content.ToString()).Single(
            l => l!.Contains("Rulebook =", StringComparison.Ordinal))!, StringComparison.Ordinal);
    }

    [Fact]
    public void Month_plan_from_an_office_becomes_plans()
    {
        var plan = Map("month-plan", Sample("month-plan", "month-plan.csv"));

        Assert.Empty(plan.Bad);
        Assert.Equal(4, plan.Rows);
        Assert.Equal(
            [66m, 66m, 66.5m, 48m, 50m, 52m, 1148m, 148m, 52m, 52m, 46m], Factory.Lines<PlanLine>(plan).Select(p => p.Value));
    }

    private static void AssertGarments(string path, string golden)
    {
        var plan = Map("garments", path);

        Assert.Empty(plan.Bad);
        var sums = Factory.Entries(plan).Zip(plan.Batches.SelectMany(b => b.Lines.Select(_ => b.Target.Path.Split('/')[3])))
            .GroupBy(e => (Team: e.Second, Product: e.First.Product!.Value.Value, Measure: e.First.Measure.Value))
            .ToDictionary(g => g.Key, g => g.Sum(e => e.First.Value!.Value));
        foreach (var row in ReadCsv(golden).Where(g => g["scope"] != "all"))
        {
            var team = row["team"].PadLeft(3, 't').Replace("tt", "t0", StringComparison.Ordinal);
            Assert.Equal(
                (row["team"], Number(row["sum_actual"]), Number(row["sum_target"]), Number(row["sum_workers"]),
                    Number(row["sum_idle_time"])),
                (row["team"], sums[(team, row["scope"], "actual")], sums[(team, row["scope"], "target")],
                    sums[(team, row["scope"], "workers")], sums[(team, row["scope"], "idle_time")]));
        }
    }

    private static ImportPlan Map(string sample, string path)
    {
        var mapping = Factory.Mapping(File.ReadAllText(Sample(sample, "mapping.yaml")));
        return Factory.Map(mapping, [CsvFile.Read(Path.GetFileName(path), File.ReadAllBytes(path), mapping.Form)]);
    }

    private static string Sample(string sample, string file) => Path.Combine(Samples, sample, file);

    private static List<Dictionary<string, string>> Golden(string sample) => ReadCsv(Sample(sample, "golden.csv"));

    private static List<Dictionary<string, string>> ReadCsv(string path)
    {
        var file = CsvFile.Read(Path.GetFileName(path), File.ReadAllBytes(path), new CsvForm());
        return [.. file.Rows.Select(r => file.Headings.Zip(r.Cells).ToDictionary(c => c.First, c => c.Second))];
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
