using System.Net;
using Ganchao.Cluster.Tests.Entry;
using Ganchao.Cluster.Tests.Identity;
using Ganchao.Cluster.Tests.Registers;
using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Silo.Tests.Spreadsheets;

namespace Ganchao.Cluster.Tests.Grids;

/// <summary>Several events at once by the department that owns their kinds: typed, pasted, or from its own list.</summary>
public sealed class EventPageTests
{
    private const string Events = "/entry/events/p1/safety";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Events_are_typed_checked_and_recorded_once_each_on_its_own_sheet(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        await ReportingPlant.SetUpAsync(silo);
        using var desk = new Phone(silo.Address);

        var check = await desk.PressAsync(
            await desk.GetAsync(Events), "check",
            ("date:0", "2015年1月5日"), ("who:0", "team/t07"), ("kind:0", "injury"), ("number:0", "GS-1"), ("v:0", "２"),
            ("a-severity:0", "minor"), ("a-share:0", "70%"), ("note:0", "手指划伤"),
            ("date:1", "2015-1-6"), ("who:1", "team/t08"), ("kind:1", "violation"));
        Assert.Contains("核对:2 起", check.Text);
        Assert.Contains("2015年1月5日 · 造型一班 · 工伤 人 · GS-1 · 伤情 轻伤 · 责任比例 70% · 手指划伤", check.Text);
        var sent = await desk.PressAsync(check, "submit");
        var again = await desk.PressAsync(check, "submit");

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (sent.Status, again.Status));
        Assert.Contains("✓ 已存入 2 起", (await desk.GetAsync(sent.Location!)).Text);
        Assert.Contains("没有再记一次", (await desk.GetAsync(again.Location!)).Text);
        var line = Assert.Single((await SheetAsync(silo, "GS-1")).Lines);
        Assert.Equal((2m, "team/t07"), (line.Value, line.Subject.ToString()));
        await Commands.AssertNothingIsWrongAsync(database);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_recorded_event_is_corrected_with_a_reason_and_taken_back(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        await ReportingPlant.SetUpAsync(silo);
        using var desk = new Phone(silo.Address);
        var check = await desk.PressAsync(
            await desk.GetAsync(Events), "check",
            ("date:0", "2015-1-5"), ("who:0", "team/t07"), ("kind:0", "injury"), ("number:0", "GS-1"), ("v:0", "2"), ("a-severity:0", "minor"));
        await desk.PressAsync(check, "submit");
        var first = Assert.Single((await SheetAsync(silo, "GS-1")).Lines).Entry;

        var page = await desk.GetAsync($"{Events}/GS-1/{first}");
        var unchanged = await desk.PressAsync(page, "check", ("a-severity", "minor"), ("reason", "0"));
        var unexplained = await desk.PressAsync(page, "check", ("a-severity", "serious"));
        var tooMany = await desk.PressAsync(page, "check", ("value", "11"), ("reason", "0"));
        var reviewed = await desk.PressAsync(page, "check", ("a-severity", "serious"), ("reason", "0"), ("details", "住院"));
        var sent = await desk.PressAsync(reviewed, "submit");
        var again = await desk.PressAsync(reviewed, "submit");
        var corrected = await desk.GetAsync(sent.Location!);
        var voided = await desk.PressAsync(
            await desk.PressAsync(corrected, "check", ("void", "yes"), ("reason", "0"), ("details", "报错班组")), "submit");

        Assert.Equal("2", page.Fields()["value"]);
        Assert.Equal("minor", page.Chosen().ToDictionary()["a-severity"]);
        Assert.Contains("新旧数字相同", unchanged.Text);
        Assert.Contains("请选择更正原因", unexplained.Text);
        Assert.Contains("超出允许的范围", tooMany.Text);
        Assert.Contains("伤情|轻伤 → 重伤", reviewed.Text);
        Assert.Equal(sent.Location, again.Location);
        Assert.Contains("✓ 已更正", corrected.Text);
        Assert.Equal("serious", corrected.Chosen().ToDictionary()["a-severity"]);
        Assert.Equal(HttpStatusCode.SeeOther, voided.Status);
        var line = Assert.Single((await SheetAsync(silo, "GS-1")).Lines);
        Assert.Null(line.Value);
        Assert.Contains("报错班组", (await desk.GetAsync($"{Events}/GS-1/{first}")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync($"{Events}/GS-2/{first}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync($"/entry/events/p1/finance/GS-1/{first}")).Status);
        await Commands.AssertNothingIsWrongAsync(database);
    }

    [Fact]
    public async Task A_lead_comes_from_the_shifts_form_to_the_events_that_leads_record()
    {
        const string Shift = "p1/t07/2015-01-05/day";
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        using var phone = new Phone(silo.Address);
        Assert.Equal("", (await phone.GetAsync($"/entry/{Shift}")).Link("/entry/events/"));
        await RegisterPages.RecordAsync(silo, "measures", new MeasureLine
        {
            Id = Guid.CreateVersion7(),
            From = DateOnly.MinValue,
            Measure = new MeasureCode("near_miss"),
            Names = new Names("未遂报告"),
            Unit = "次",
            Decimals = 0,
            Kind = MeasureKind.Count,
            Subject = SubjectKind.Team,
            Occasion = Occasion.Event,
            Min = 1,
            Max = 1,
            Owner = new UnitId("quality"),
        });
        using var people = await People.SetUpOnAsync(silo);
        using var lead = await people.HireAsync("lead", Role.ShiftLead, "t07");

        var form = await lead.GetAsync($"/entry/{Shift}");
        var page = await lead.GetAsync(form.Link("/entry/events/"));
        Assert.True(page.Chosen().Any(), page.Text);
        var check = await lead.PressAsync(page, "check", ("who:0", page.Chosen().ToDictionary()["who:0"]), ("kind:0", "near_miss"));
        var sent = await lead.PressAsync(check, "submit");

        Assert.Contains("登记事件 · 质检科", form.Text);
        Assert.Equal(("2015-01-05", "team/t07"), (page.Fields()["date:0"], page.Chosen().ToDictionary()["who:0"]));
        Assert.True(check.Status == HttpStatusCode.OK, check.Text);
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
    }

    [Fact]
    public async Task What_is_wrong_with_a_row_is_said_at_its_field()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await ReportingPlant.SetUpAsync(silo);
        using var desk = new Phone(silo.Address);

        var refused = await desk.PressAsync(
            await desk.GetAsync(Events), "check",
            ("date:0", "昨天"), ("kind:0", "violation"), ("a-severity:0", "minor"),
            ("date:1", "2015-1-6"), ("who:1", "team/t08"), ("kind:1", "injury"), ("number:1", "安〔1〕"), ("v:1", "11"),
            ("date:2", "2015-1-6"), ("who:2", "team/t08"), ("kind:2", "injury"), ("v:2", "11"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("第 1 行: “昨天”不是日期", refused.Text);
        Assert.Contains("第 1 行: 请选对象。", refused.Text);
        Assert.Contains("第 1 行: “违章”没有“伤情”这一项", refused.Text);
        Assert.Contains("第 2 行: 编号“安〔1〕”只能用字母", refused.Text);
        Assert.Contains("第 3 行: 超出允许的范围", refused.Text);
        Assert.Equal("昨天", refused.Fields()["date:0"]);
        Assert.Contains("还没有填事件。", (await desk.PressAsync(await desk.GetAsync(Events), "check")).Text);
    }

    [Fact]
    public async Task A_like_event_on_the_same_day_asks_whether_it_is_another()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await ReportingPlant.SetUpAsync(silo);
        using var desk = new Phone(silo.Address);
        (string, string)[] violation = [("date:0", "2015-1-6"), ("who:0", "team/t08"), ("kind:0", "violation")];
        await desk.PressAsync(await desk.PressAsync(await desk.GetAsync(Events), "check", violation), "submit");

        var check = await desk.PressAsync(await desk.GetAsync(Events), "check", violation);
        var without = await desk.PressAsync(check, "submit");
        var with = await desk.PressAsync(without, "submit", ("another:0", "yes"));

        Assert.Contains("已登记过 1 起同样的事件", check.Text);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (without.Status, with.Status));
    }

    [Fact]
    public async Task The_departments_own_list_is_tried_and_recorded_and_the_same_list_again_records_nothing()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await ReportingPlant.SetUpAsync(silo);
        using var desk = new Phone(silo.Address);
        var list = Workbooks.Of(
            Workbooks.Row(1, "安全科1月事件台账") + Workbooks.Row(2, "序号", "发生日期", "责任班组", "类别", "人数", "伤情", "备注")
            + $"""<row r="3"><c r="A3"><v>1</v></c>{Workbooks.Styled("B3", 2, "42009")}{Text("C3", "造型一班")}{Text("D3", "工伤")}<c r="E3"><v>1</v></c>{Text("F3", "轻伤")}</row>"""
            + Workbooks.Row(4, 2, "2015-1-8", "造型二班", "违 章", null, null, "未戴安全帽")
            + Workbooks.Row(5, 3, "2015-1-9", "清砂班", "违章") + Workbooks.Row(6, null, "合计", null, null, 3),
            Workbooks.Merge("A1:G1"));

        var tried = await UploadAsync(desk, list);
        Assert.Equal(HttpStatusCode.OK, tried.Status);
        Assert.Contains("2015年1月5日 · 造型一班 · 工伤 人 · 伤情 轻伤|存入", tried.Text);
        Assert.Contains("C5 “清砂班”不在可填的值里:造型一班、造型二班", tried.Text);
        Assert.Contains("核对:2 起", tried.Text);
        var without = await desk.PressPartsAsync(tried, [.. tried.Chosen(), ("step", "submit")]);
        var sent = await desk.PressPartsAsync(without, [.. without.Chosen(), ("skip", "yes"), ("step", "submit")]);
        var again = await desk.PressPartsAsync(without, [.. without.Chosen(), ("skip", "yes"), ("step", "submit")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (sent.Status, again.Status));
        Assert.Contains("✓ 已存入 2 起", (await desk.GetAsync(sent.Location!)).Text);
        Assert.Contains("没有再记一次", (await desk.GetAsync(again.Location!)).Text);
        var twice = await UploadAsync(desk, list);
        Assert.Contains("已存过,不再存", twice.Text);
        Assert.Contains("这个文件没有可存的新数。", twice.Text);
    }

    [Fact]
    public async Task A_list_that_is_pasted_fills_the_rows()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await ReportingPlant.SetUpAsync(silo);
        using var desk = new Phone(silo.Address);

        var pasted = await desk.PressAsync(await desk.GetAsync(Events), "paste", ("paste", "日期\t班组\t事件\t编号\n1月5日\t造型一班\t违章\tWZ-1"));
        var nothing = await desk.PressAsync(await desk.GetAsync(Events), "paste", ("paste", "甲\t乙"));

        var chosen = pasted.Chosen().ToDictionary();
        Assert.Equal(("WZ-1", "team/t07", "violation"), (pasted.Fields()["number:0"], chosen["who:0"], chosen["kind:0"]));
        Assert.Contains("没有认出事件", nothing.Text);
    }

    [Fact]
    public async Task What_is_pasted_is_filled_in_whole_or_said_to_be_refused()
    {
        const string Headings = "日期\t班组\t事件\t说明";
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await ReportingPlant.SetUpAsync(silo);
        using var desk = new Phone(silo.Address);

        var tooLong = await PasteAsync($"{Headings}\n1月5日\t造型一班\t违章\t{new string('长', 2_001)}");
        var tooMany = await PasteAsync(Headings + string.Concat(Enumerable.Repeat("\n1月5日\t造型一班\t违章", 201)));
        var tooWide = await PasteAsync($"{Headings}{new string('\t', 300)}x");

        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity),
            (tooLong.Status, tooMany.Status, tooWide.Status));
        Assert.Contains("超过 2,000 个字", tooLong.Text);
        Assert.Equal("team/t07", tooLong.Chosen().ToDictionary()["who:0"]);
        Assert.Contains("最多 200 起。现在有 201 起", tooMany.Text);
        Assert.Contains("粘贴的表太大", tooWide.Text);

        async Task<Phone.Page> PasteAsync(string table) =>
            await desk.PressAsync(await desk.GetAsync(Events), "paste", ("paste", table));
    }

    [Theory]
    [InlineData("/entry/events/p9/safety", HttpStatusCode.NotFound, "没有这个部门或期间")]
    [InlineData("/entry/events/p1/nobody", HttpStatusCode.NotFound, "没有这个部门或期间")]
    [InlineData("/entry/events/p1/foundry", HttpStatusCode.OK, "没有归这个部门登记的事件。")]
    [InlineData("/entry/events/p1/safety/template.csv", HttpStatusCode.OK, "\"日期\",\"对象\",\"事件\"")]
    [InlineData("/entry/events/p1/safety/template.exe", HttpStatusCode.NotFound, "")]
    public async Task Only_departments_that_own_events_have_a_grid(string address, HttpStatusCode status, string words)
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await ReportingPlant.SetUpAsync(silo);
        using var desk = new Phone(silo.Address);

        var page = await desk.GetAsync(address);

        Assert.Equal(status, page.Status);
        Assert.Contains(words, page.Text);
    }

    private static string Text(string address, string text) => $"""<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>""";

    private static async Task<Phone.Page> UploadAsync(Phone desk, byte[] file) =>
        await desk.UploadAsync(await desk.GetAsync($"{Events}/file"), "台账.xlsx", file, ("step", "read"));

    private static async Task<SheetView> SheetAsync(RunningSilo silo, string happened)
    {
        using var answer = await silo.Http.GetAsync(new Uri($"/api/events/p1/{happened}", UriKind.Relative), Token);
        return await Api.ReadAsync<SheetView>(silo, answer);
    }
}
