using System.Text;
using Ganchao.Silo.CommandLine;

namespace Ganchao.Cluster.Tests.Goldens;

/// <summary>Medal tables through <c>ganchao score</c>, by both evaluators and under both rules.</summary>
public sealed class MedalTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ganchao-golden-");

    public static TheoryData<string, string> Tables()
    {
        var tables = new TheoryData<string, string>
        {
            {
                Repository.Sample("score", "medals", "medals.csv"),
                Repository.Sample("score", "medals", "golden_ranks.csv")
            },
        };
        if (Repository.RealData("tokyo-medals", "medals.csv") is { } real)
        {
            tables.Add(real, Repository.RealData("tokyo-medals", "golden_ranks.csv")!);
        }

        return tables;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_place_is_the_published_one(string file, string golden)
    {
        foreach (var (rulebook, column) in new[] { ("medals", "rank"), ("medals-by-total", "rank_by_total") })
        {
            var job = WriteJob(rulebook, file);
            var expected = GoldenFile.Read(golden).ToDictionary(row => row["team"], row => row[column]);

            var plain = Places(job, "plain");
            var live = Places(job, "live");

            Assert.Equivalent(expected, plain, strict: true);
            Assert.Equivalent(expected, live, strict: true);
        }
    }

    private static Dictionary<string, string> Places(string job, string evaluator)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var code = ScoreCommand.Run([job, "--evaluator", evaluator], output, error);
        Assert.True(code == ScoreCommand.Fine, error.ToString());
        return Encoding.UTF8.GetString(output.ToArray())
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(GoldenFile.Cells)
            .ToDictionary(cells => cells[2], cells => cells[1]);
    }

    private string WriteJob(string rulebook, string file)
    {
        var job = Path.Combine(_folder.FullName, $"{rulebook}.job.yaml");
        File.WriteAllText(
            job,
            $$"""
            rulebook: {{Repository.Sample("rulebooks", $"{rulebook}.yaml")}}
            stage: { from: 2021-01-01, to: 2022-01-01 }
            facts:
              - file: {{file}}
                columns: { entrant: TeamCountry }
                fixed: { date: 2021-08-08 }
                measures: { gold: Gold, silver: Silver, bronze: Bronze }
            """);
        return job;
    }
}
