using System.Text;
using Ganchao.Silo.CommandLine;

namespace Ganchao.Silo.Tests.CommandLine;

/// <summary><c>ganchao score</c>, on files as an office's spreadsheets save them.</summary>
public sealed class ScoreCommandTests : IDisposable
{
    private const string Job = "rulebook: rules.yaml\nstage: { from: 2026-03-01, to: 2026-04-01 }\nfacts: [ facts.csv ]\n";
    private const string Rules =
        "language: 1\ncode: teams\nnames: 班组\ninputs: { 产量: { measure: output, unit: t } }\n"
        + "indicators: { 得分: { value: sum(产量) } }\n";

    private const string Facts = "entrant,date,measure,value\n丙班,2026-03-02,output,520\n丁班,2026-03-02,output,100\n";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ganchao-score-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Files_in_gb18030_name_teams_as_they_are()
    {
        var (code, output, error) = Score(Gb18030, Facts);

        Assert.Equal((ScoreCommand.Fine, ""), (code, error));
        Assert.Contains("\n,1,丙班,false,520,", output, StringComparison.Ordinal);
        Assert.Contains("\n,2,丁班,false,100,", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_no_known_encoding_is_refused_by_name()
    {
        Write("job.yaml", Encoding.UTF8.GetBytes(Job));
        Write("rules.yaml", Encoding.UTF8.GetBytes(Rules));
        Write("facts.csv", [.. Encoding.UTF8.GetBytes("entrant\n"), 0xFF, 0x80, 0xFF]);

        var (code, output, error) = Run();

        Assert.Equal((ScoreCommand.Refused, ""), (code, output));
        Assert.Contains("facts.csv", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh", "facts.csv:4:1 counts-for-nothing: 没有一项输入用到指标“outptu”,不计。")]
    [InlineData("en", "facts.csv:4:1 counts-for-nothing: No input uses the measure 'outptu'; it counts for nothing.")]
    public void What_counts_for_nothing_is_said_beside_the_standing(string language, string said)
    {
        var (code, output, error) = Score(Encoding.UTF8, $"{Facts}丁班,2026-03-03,outptu,7\n", "--language", language);

        Assert.Equal((ScoreCommand.Fine, said), (code, error.Trim()));
        Assert.Contains("丁班", output, StringComparison.Ordinal);
    }

    private (int Code, string Output, string Error) Score(Encoding encoding, string facts, params string[] more)
    {
        Write("job.yaml", encoding.GetBytes(Job));
        Write("rules.yaml", encoding.GetBytes(Rules));
        Write("facts.csv", encoding.GetBytes(facts));
        return Run(more);
    }

    private (int Code, string Output, string Error) Run(params string[] more)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var code = ScoreCommand.Run([Path.Combine(_folder.FullName, "job.yaml"), .. more], output, error);
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private void Write(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(_folder.FullName, name), bytes);
}
