namespace Ganchao.Layering.Tests.Conventions;

public class SourceTests
{
    private static readonly string[] Exact = ["Contracts", "Scoring", "Grains.Interfaces", "Grains"];

    private static readonly string[] Written =
        ["*.cs", "*.razor", "*.css", "*.js", "*.sql", "*.csproj", "*.props", "*.targets", "*.md", "*.yaml"];

    [Fact]
    public void Lines_fit_130_columns() =>
        NoneIn(Repository.Files("*.cs"), SourceRules.TooLong, "are longer than 130 columns");

    [Fact]
    public void Points_and_money_are_decimal() => NoneIn(
        Exact.SelectMany(project => Repository.Files("*.cs", project)),
        SourceRules.BinaryFloatingPoint,
        "use binary floating point; take decimal, or keep the figure out of these projects");

    [Fact]
    public void Tests_do_not_sleep() => NoneIn(
        Repository.Files("*.cs", "tests"),
        SourceRules.Sleeping,
        "wait for the clock; await what should happen, or turn the fake clock");

    [Fact]
    public void Nothing_is_put_off_in_the_code() => NoneIn(
        Written.SelectMany(pattern => Repository.Files(pattern)),
        SourceRules.PutOff,
        "put work off; do it now or write it in the tracker");

    [Fact]
    public void Catching_everything_is_explained() => NoneIn(
        Repository.Files("*.cs"),
        SourceRules.SilentCatchAlls,
        "catch everything, do not throw again and do not say which edge this is and what tries again");

    [Fact]
    public void No_file_needs_folding() =>
        NoneIn(Repository.Files("*.cs"), SourceRules.Regions, "open a region; split the file");

    [Fact]
    public void A_suppression_gives_its_reason_on_its_line() => NoneIn(
        Repository.Files("*.cs"),
        SourceRules.UnexplainedSuppressions,
        "switch a warning off without saying why");

    [Theory]
    [InlineData("double share = 0.5;")]
    [InlineData("var x = (float)y;")]
    [InlineData("""var text = "//"; double x;""")]
    [InlineData("var share = 0.5;")]
    [InlineData("x = new[] { 1_000.25e3 };")]
    public void Planted_binary_floating_point_is_found(string line) =>
        Assert.Equal([2], SourceRules.BinaryFloatingPoint($"// first\n{line}\n"));

    [Theory]
    [InlineData("// A double entry.")]
    [InlineData("/* float */ decimal x;")]
    [InlineData("""var text = "double";""")]
    [InlineData("""var text = @"c:\"; var more = $"double {x}";""")]
    [InlineData(""""var text = """a "double" b""";"""")]
    [InlineData("var quote = '\"'; // double")]
    [InlineData("var range = text[1..2]; var share = 0.5m; x.Item1.Y = 3;")]
    public void The_words_in_prose_are_no_binary_floating_point(string line) =>
        Assert.Empty(SourceRules.BinaryFloatingPoint(line));

    [Theory]
    [InlineData("await Task.Delay(100);")]
    [InlineData("Thread.Sleep(100);")]
    [InlineData("await Task\n    .Delay(100, token);")]
    public void Planted_sleep_is_found(string line) => Assert.Equal([1], SourceRules.Sleeping(line));

    [Theory]
    [InlineData("try { A(); } catch { }")]
    [InlineData("try { A(); }\ncatch (Exception)\n{\n    B();\n}", 2)]
    [InlineData("try { A(); }\ncatch (System.Exception problem)\n{\n    Log(\"throw\", problem);\n}", 2)]
    public void Planted_silent_catch_all_is_found(string source, int line = 1) =>
        Assert.Equal([line], SourceRules.SilentCatchAlls(source));

    [Theory]
    [InlineData("try { A(); } catch (Exception) { Forget(); throw; }")]
    [InlineData("try { A(); }\ncatch (Exception) // the loop tries again\n{\n}")]
    [InlineData("try { A(); }\ncatch (Exception)\n{\n    // The loop tries again.\n}")]
    [InlineData("try { A(); } catch (IOException) { }")]
    [InlineData("try { A(); } catch (Exception e) when (e is IOException) { }")]
    public void A_catch_that_is_narrow_or_explained_or_throws_again_is_fine(string source) =>
        Assert.Empty(SourceRules.SilentCatchAlls(source));

    [Fact]
    public void Planted_small_faults_are_found()
    {
        Assert.Equal([1], SourceRules.PutOff("-- TO" + "DO later"));
        Assert.Equal([2], SourceRules.Regions("class A\n#region B\n"));
        Assert.Equal([1], SourceRules.UnexplainedSuppressions("#pragma warning disable CA1031"));
        Assert.Empty(SourceRules.UnexplainedSuppressions("#pragma warning disable CA1 // the host's edge"));
        Assert.Empty(SourceRules.TooLong($"Say(\"{new string('x', 200)}\");"));
        Assert.Equal([1], SourceRules.TooLong($"// {new string('x', 200)}"));
        Assert.Equal([2], SourceRules.TooLong($"{new string('x', 130)}\n{new string('x', 131)}\n"));
    }

    private static void NoneIn(
        IEnumerable<string> files, Func<string, IEnumerable<int>> rule, string whatTheyDo)
    {
        var wrong = files
            .SelectMany(file => rule(Repository.Read(file)).Select(line => $"{file}:{line}"))
            .ToList();

        Assert.True(wrong.Count == 0, $"These lines {whatTheyDo}:\n{string.Join('\n', wrong)}");
    }
}
