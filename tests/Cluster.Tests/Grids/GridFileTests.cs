using System.Net;
using System.Text;
using Ganchao.Cluster.Tests.Entry;
using Ganchao.Cluster.Tests.Identity;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Spreadsheets;
using Ganchao.Silo.Tests.Spreadsheets;

namespace Ganchao.Cluster.Tests.Grids;

/// <summary>A plant's own spreadsheet: tried row by row, entered once it is confirmed; a hostile one is turned away.</summary>
public sealed class GridFileTests
{
    private const string File = $"{ReportingPlant.Foundry}/file";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>As a statistician makes it: title, merged headings, a wrong sum, an unknown team, a text among figures.</summary>
    private static byte[] Report => Workbooks.Of(
        Workbooks.Row(1, "铸造分厂2014年12月成本月报") + Workbooks.Row(2, "班组", "成本(元)", null, "培训")
        + Workbooks.Row(3, null, "预算成本", "实际成本") + Workbooks.Row(4, "造型一班", 1000, "１，２００.5", 1)
        + Workbooks.Row(5, "造型二班", 900, "约八百", 1) + Workbooks.Row(6, "清砂班", 5, 6)
        + Workbooks.Row(7) + Workbooks.Row(8, "合计", 1905, 1300),
        Workbooks.Merge("A1:D1") + Workbooks.Merge("B2:C2") + Workbooks.Merge("A2:A3"));

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_report_is_tried_row_by_row_and_entered_once_when_it_is_confirmed(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        await ReportingPlant.SetUpAsync(silo);
        await ReportingPlant.EnterAsync(silo, "foundry", "2015-01-01", ReportingPlant.Cost("t07", 1_100));
        using var desk = new Phone(silo.Address);

        var tried = await UploadAsync(desk, "月报.xlsx", Report);
        Assert.Equal(HttpStatusCode.OK, tried.Status);
        Assert.Contains("月报.xlsx", tried.Text);
        Assert.Contains("文件标题写的是 2014年12月,本表是 2015年1月", tried.Text);
        Assert.Contains("C4 实际成本|1200.5|: 更正 1100 → 1200.5", tried.Text);
        Assert.Contains("B4 预算成本|1000|: 存入", tried.Text);
        Assert.Contains("C5 实际成本|约八百|: “约八百”不是数字", tried.Text);
        Assert.Contains("拒收:“清砂班”不在本表上。", tried.Text);
        Assert.Contains("合计行,不存,只核对", tried.Text);
        Assert.Contains("C8 实际成本:表上写 1,300,明细相加 1,206.5,差 93.5", tried.Text);
        Assert.DoesNotContain("B8", tried.Text);
        Assert.Contains("确认存入 3 个数", tried.Text);
        Assert.Single((await ReportingPlant.SheetAsync(silo, "foundry")).Lines);

        var without = await SubmitAsync(desk, tried);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.Contains("有 2 处拒收。请改好文件重新上传", without.Text);
        Assert.Contains("请选择更正原因", without.Text);
        var sent = await SubmitAsync(desk, without, ("skip", "yes"), ("reason", "0"));
        var again = await SubmitAsync(desk, without, ("skip", "yes"), ("reason", "0"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (sent.Status, again.Status));
        Assert.Contains("✓ 已存入 3 个数", (await desk.GetAsync(sent.Location!)).Text);
        Assert.Contains("没有再记一次", (await desk.GetAsync(again.Location!)).Text);
        Assert.Equal([1200.5m, 1000m, 900m], (await ReportingPlant.SheetAsync(silo, "foundry")).Lines.Select(static line => line.Value));
        Assert.Contains("月报.xlsx C4", (await desk.GetAsync("/entry/history/department/p1/foundry/2015-01-01/month")).Text);

        var unchanged = await UploadAsync(desk, "月报.xlsx", Report);
        Assert.Contains("已有相同的数,不再存", unchanged.Text);
        Assert.Contains("这个文件没有可存的新数。", unchanged.Text);
        await Commands.AssertNothingIsWrongAsync(database);
    }

    [Fact]
    public async Task Columns_may_be_chosen_and_what_was_not_shown_is_not_entered()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await ReportingPlant.SetUpAsync(silo);
        using var desk = new Phone(silo.Address);

        var tried = await UploadAsync(desk, "月报.csv", Encoding.UTF8.GetBytes("班组,金额,成本\n造型一班,5,6\n"));
        Assert.Contains("没有哪一列的表头对得上本表的指标", tried.Text);
        var changed = await PressAsync(desk, tried, "submit", ("map:1", "who"), ("map:2", "cost_actual"), ("map:3", ""));

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Contains("列的含义改了,结果已重新试运行", changed.Text);
        Assert.Empty((await ReportingPlant.SheetAsync(silo, "foundry")).Lines);
        var sent = await PressAsync(desk, changed, "submit", ("map:1", "who"), ("map:2", "cost_actual"), ("map:3", ""));
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        Assert.Equal(5m, Assert.Single((await ReportingPlant.SheetAsync(silo, "foundry")).Lines).Value);
    }

    [Fact]
    public async Task Hostile_files_are_refused_with_clear_words_and_too_many_of_them_wait()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database, ports: null, "--Ganchao:Evidence:PerMinute=8");
        await ReportingPlant.SetUpAsync(silo);
        using var desk = new Phone(silo.Address);
        var row = Workbooks.Row(1, "x");

        await AssertRefusedAsync(new byte[SpreadsheetLimits.FileLength + 1], HttpStatusCode.RequestEntityTooLarge, "文件超过 5 MB");
        await AssertRefusedAsync(
            Workbooks.With(row, ("xl/worksheets/sheet1.xml", $"<worksheet>{new string(' ', 100_000_000)}</worksheet>")),
            HttpStatusCode.UnprocessableEntity, "展开后大得不正常");
        await AssertRefusedAsync(
            Workbooks.With(row, ("xl/worksheets/sheet1.xml", """<!DOCTYPE x [<!ENTITY a "a">]><worksheet>&a;</worksheet>""")),
            HttpStatusCode.UnprocessableEntity, "结构可疑");
        await AssertRefusedAsync(Workbooks.With(row, ("xl/vbaProject.bin", "x")), HttpStatusCode.UnprocessableEntity, "带有宏");
        await AssertRefusedAsync(
            Workbooks.With(row, ("xl/externalLinks/externalLink1.xml", "<x/>")), HttpStatusCode.UnprocessableEntity, "引用了别的文件");
        await AssertRefusedAsync(
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], HttpStatusCode.UnprocessableEntity, "旧的 .xls 格式");
        await AssertRefusedAsync(
            Workbooks.Of(string.Concat(Enumerable.Range(1, 6_000).Select(static number => Workbooks.Row(number, number)))),
            HttpStatusCode.UnprocessableEntity, "表太大");
        await AssertRefusedAsync("<html><table>"u8.ToArray(), HttpStatusCode.UnprocessableEntity, "按内容看,这不是 .xlsx 也不是 CSV");

        var page = await desk.GetAsync(File);
        using var form = new MultipartFormDataContent { { new StringContent("read"), "step" } };
        using var limited = await silo.Http.PostAsync(new Uri(File, UriKind.Relative), form, Token);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (page.Status, limited.StatusCode));
        Assert.Contains("请等一分钟", await limited.Content.ReadAsStringAsync(Token));
        Assert.InRange(limited.Headers.RetryAfter?.Delta ?? TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Assert.Empty((await ReportingPlant.SheetAsync(silo, "foundry")).Lines);

        async Task AssertRefusedAsync(byte[] file, HttpStatusCode status, string words)
        {
            var refused = await UploadAsync(desk, "月报.xlsx", file);
            Assert.Equal(status, refused.Status);
            Assert.Contains(words, refused.Text);
        }
    }

    [Fact]
    public async Task Fifty_megabytes_are_turned_away_before_they_are_read()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await ReportingPlant.SetUpAsync(silo);
        using var file = new ByteArrayContent(new byte[50_000_000]);
        using var form = new MultipartFormDataContent { { new StringContent("read"), "step" }, { file, "file", "月报.xlsx" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(File, UriKind.Relative)) { Content = form };
        request.Headers.ExpectContinue = true;    // asks before it sends, and waits for the answer
        using var handler = new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(2) };
        using var patient = new HttpClient(handler) { BaseAddress = silo.Address };

        using var refused = await patient.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Contains("文件最大 5 MB", await refused.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task A_branchs_own_statistician_enters_and_another_branchs_does_not()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await ReportingPlant.SetUpAsync(silo);
        using var people = await People.SetUpOnAsync(silo);
        using var own = await people.HireAsync("own", Role.Statistician, "foundry");
        using var other = await people.HireAsync("other", Role.Statistician, "machining");

        var grid = await own.GetAsync(ReportingPlant.Foundry);
        var check = await own.PressAsync(grid, "check", ("v:team/t07!cost_actual", "5"));
        var sent = await own.PressAsync(check, "submit");

        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(ReportingPlant.Foundry)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(File)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync($"{ReportingPlant.Foundry}/template.xlsx")).Status);
    }

    [Theory]
    [InlineData("xlsx", Workbooks.MediaType)]
    [InlineData("csv", "text/csv")]
    public async Task The_blank_sheet_is_a_file_with_the_right_headings(string format, string type)
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await ReportingPlant.SetUpAsync(silo);

        using var answer = await silo.Http.GetAsync(new Uri($"{ReportingPlant.Foundry}/template.{format}", UriKind.Relative), Token);
        using var none = await silo.Http.GetAsync(new Uri($"{ReportingPlant.Foundry}/template.exe", UriKind.Relative), Token);

        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"foundry-2015-01-01-month.{format}", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        using var desk = new Phone(silo.Address);
        var tried = await UploadAsync(desk, $"blank.{format}", await answer.Content.ReadAsByteArrayAsync(Token));
        Assert.DoesNotContain("没有哪一列", tried.Text);
        Assert.Contains("这个文件没有可存的新数。", tried.Text);
    }

    private static async Task<Phone.Page> UploadAsync(Phone desk, string name, byte[] file) =>
        await desk.UploadAsync(await desk.GetAsync(File), name, file, ("step", "read"));

    private static Task<Phone.Page> SubmitAsync(Phone desk, Phone.Page page, params (string Name, string Value)[] fields) =>
        PressAsync(desk, page, "submit", fields);

    // A browser posts what its lists show.
    private static Task<Phone.Page> PressAsync(
        Phone desk, Phone.Page page, string step, params (string Name, string Value)[] fields) =>
        desk.PressPartsAsync(page, [.. page.Chosen(), .. fields, ("step", step)]);
}
