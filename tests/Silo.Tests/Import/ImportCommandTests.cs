using Ganchao.Silo.CommandLine;
using Fault = Ganchao.Silo.Tests.Import.InMemoryApi.Fault;

namespace Ganchao.Silo.Tests.Import;

public sealed class ImportCommandTests : IDisposable
{
    private const string Mapping = """
        source: shop
        plant: works
        columns: {team: 班组, date: 日期, output: 产量}
        entries:
          - sheet: shift
            team: <team>
            date: <date>
            shift: day
            figures: [{measure: output, value: <output>}]
        """;

    private const string ThreeShifts = "班组,日期,产量\nt1,2026-03-02,5\nt2,2026-03-02,6\nt1,2026-03-03,7\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("import").FullName;
    private readonly PauselessTime _time = new();
    private string _report = "";
    private string _errors = "";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Without_commit_nothing_is_stored()
    {
        var api = new InMemoryApi();

        var code = await Import(api, ThreeShifts);

        Assert.Equal(ImportCommand.Fine, code);
        Assert.Empty(api.Written);
        Assert.Contains("3 new lines", _report, StringComparison.Ordinal);
        Assert.Contains("--commit", _report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_that_is_repeated_stores_nothing_twice()
    {
        var api = new InMemoryApi();

        await Import(api, ThreeShifts, "--commit");
        var code = await Import(api, ThreeShifts, "--commit");

        Assert.Equal(ImportCommand.Fine, code);
        Assert.Equal((3, 3), (api.EntryCount, api.Written.Count));
        Assert.Contains("0 new lines", _report, StringComparison.Ordinal);
        Assert.Contains("3 there before", _report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_bad_line_keeps_everything_back_and_each_bad_line_is_named()
    {
        var api = new InMemoryApi { Max = 6 };

        var code = await Import(api, ThreeShifts + "t3,2026-03-04,六\n", "--commit");

        Assert.Equal(ImportCommand.BadLines, code);
        Assert.Empty(api.Written);
        Assert.Contains("figures.csv:4: 产量: 7 is above 6. [value-out-of-range]", _report, StringComparison.Ordinal);
        Assert.Contains("figures.csv:5: 产量: '六' is no number. [not-a-figure]", _report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Skip_bad_sends_the_good_lines_of_a_sheet_with_a_bad_one()
    {
        var api = new InMemoryApi { Max = 6 };
        const string OneSheet = "班组,日期,产量\nt1,2026-03-02,5\nt1,2026-03-02,7\nt1,2026-03-02,6\n";

        var code = await Import(api, OneSheet, "--commit", "--skip-bad");

        Assert.Equal(ImportCommand.BadLines, code);
        Assert.Equal([5m, 6m], api.Streams.Values.Single().Select(s => s.Form!.Value));
        Assert.Contains("figures.csv:3:", _report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_that_was_lost_is_asked_for_again_and_nothing_is_stored_twice()
    {
        var api = new InMemoryApi { FaultAt = n => n is 4 or 6 ? Fault.AnswerLost : n == 1 ? Fault.Unavailable : null };

        var code = await Import(api, ThreeShifts, "--commit");

        Assert.Equal(ImportCommand.Fine, code);
        Assert.Equal((3, 3), (api.EntryCount, api.Written.Count));
        Assert.Equal(9, api.Requests);
    }

    [Fact]
    public async Task Server_that_is_away_is_told_from_bad_lines()
    {
        var api = new InMemoryApi { FaultAt = _ => Fault.NotReached };

        var code = await Import(api, "班组,日期,产量\nt1,2026-03-02,5\n", "--commit");

        Assert.Equal(ImportCommand.Unreachable, code);
        Assert.Equal([0.5, 1, 2, 4, 8], _time.Pauses.Select(p => p.TotalSeconds));
        Assert.Contains("again later", _errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_key_is_nobodys_bad_line()
    {
        var code = await Import(new InMemoryApi { FaultAt = _ => Fault.KeyUnknown }, ThreeShifts);

        Assert.Equal(ImportCommand.WrongCall, code);
        Assert.Contains("GANCHAO_KEY", _errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_figure_is_refused_until_somebody_gives_a_reason()
    {
        var api = new InMemoryApi();
        await Import(api, ThreeShifts, "--commit");
        var changed = ThreeShifts.Replace(",7", ",8", StringComparison.Ordinal);

        Assert.Equal(ImportCommand.BadLines, await Import(api, changed, "--commit"));
        Assert.Contains("figures.csv:4: This id holds something else. [id-taken]", _report, StringComparison.Ordinal);
        Assert.Equal(ImportCommand.Fine, await Import(api, changed, "--commit", "--correct", "weighed again"));

        Assert.Equal([7m, 8m], Values(api, "t1", "03"));
        Assert.Contains("1 corrections", _report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figure_that_goes_there_and_back_is_corrected_each_time_and_only_once()
    {
        var api = new InMemoryApi();
        string[] correct = ["--commit", "--correct", "weighed again"];
        await Import(api, ThreeShifts, correct);
        foreach (var value in new[] { "8", "7", "8", "8" })
        {
            Assert.Equal(
                ImportCommand.Fine, await Import(api, ThreeShifts.Replace(",7", "," + value, StringComparison.Ordinal), correct));
        }

        Assert.Equal([7m, 8m, 7m, 8m], Values(api, "t1", "03"));
        Assert.Equal(6, api.EntryCount);
    }

    [Fact]
    public async Task What_a_person_has_corrected_no_import_undoes()
    {
        var api = new InMemoryApi();
        await Import(api, ThreeShifts, "--commit");
        const string Sheet = "api/shifts/works/t1/2026-03-03/day/entries";
        api.CorrectByHand(Sheet, api.Streams[Sheet].Single().Id, 9);

        await Import(api, ThreeShifts, "--commit", "--correct", "again");

        Assert.Equal([7m, 9m], Values(api, "t1", "03"));
    }

    [Fact]
    public async Task Unusual_figure_is_kept_and_named()
    {
        var api = new InMemoryApi { UsualMax = 6 };

        var code = await Import(api, ThreeShifts, "--commit");

        Assert.Equal(ImportCommand.Fine, code);
        Assert.Equal(3, api.EntryCount);
        Assert.Contains("figures.csv:4: 产量: warning: Above the usual range. [unusual-value]", _report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registers_are_sent_before_the_figures_that_need_them()
    {
        var api = new InMemoryApi { Measures = [] };
        const string Setup = """
            source: shop-setup
            plant: works
            registers:
              measures:
                - {type: measure, measure: output, names: {zh: 产量}, unit: t, decimals: 2, kind: additive, subject: team, occasion: shift}
            """;

        Assert.Equal(ImportCommand.Fine, await Import(api, ThreeShifts, "--setup", Put("setup.yaml", Setup)));
        Assert.Contains("3 lines name", _report, StringComparison.Ordinal);
        Assert.Equal(ImportCommand.Fine, await Import(api, ThreeShifts, "--commit", "--setup", Put("setup.yaml", Setup)));

        Assert.Equal("api/plants/works/registers/measures/lines", api.Written[0]);
        Assert.Equal((4, 3), (api.Written.Count, api.EntryCount));
    }

    [Fact]
    public async Task Figure_that_is_bad_once_its_register_is_there_keeps_all_figures_back()
    {
        var api = new InMemoryApi { Measures = [], Max = 6 };
        var mapping = Mapping + "\n" + """
            measures:
              - {measure: output, zh: 产量, unit: t, decimals: 2, kind: additive, subject: team, occasion: shift}
            """;

        var code = await Import(api, ThreeShifts, mapping, ["--commit"]);

        Assert.Equal(ImportCommand.BadLines, code);
        Assert.Equal(["api/plants/works/registers/measures/lines"], api.Written);
        Assert.Contains("figures.csv:4: 产量: 7 is above 6. [value-out-of-range]", _report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_is_in_the_language_of_its_reader()
    {
        await Import(new InMemoryApi(), "班组,日期,产量\nt1,三月二日,5\n", "--lang", "zh");

        Assert.Contains("figures.csv:2: 日期: '三月二日' 不是日期", _report, StringComparison.Ordinal);
        Assert.Contains("坏行 1 行", _report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--colour")]
    [InlineData("--url", "ftp://x")]
    [InlineData("--correct")]
    [InlineData("--set", "year")]
    public async Task Wrong_call_is_refused_before_anything_is_read(params string[] args)
    {
        Assert.Equal(ImportCommand.WrongCall, await Import(new InMemoryApi(), ThreeShifts, args));
        Assert.NotEmpty(_errors);
    }

    private static IEnumerable<decimal?> Values(InMemoryApi api, string team, string day) =>
        api.Streams[$"api/shifts/works/{team}/2026-03-{day}/day/entries"].Select(s => s.Form!.Value);

    private Task<int> Import(InMemoryApi api, string csv, params string[] args) => Import(api, csv, Mapping, args);

    private async Task<int> Import(InMemoryApi api, string csv, string mapping, string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await ImportCommand.RunAsync(
            ["--lang", "en", "--mapping", Put("mapping.yaml", mapping), Put("figures.csv", csv), .. args],
            output, error, api, _time, TestContext.Current.CancellationToken);
        (_report, _errors) = (output.ToString(), error.ToString());
        return code;
    }

    private string Put(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
