using System.Net;
using System.Text;
using Ganchao.Cluster.Tests.Entry;
using Ganchao.Cluster.Tests.Identity;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;

namespace Ganchao.Cluster.Tests.Registers;

/// <summary>Organisation, products and measures are listed, added, changed, ended and imported, and kept for ever.</summary>
public sealed class RegisterPageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Units_are_imported_moved_and_closed_and_their_past_stays(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        using var boss = new Phone(silo.Address);

        var tried = await RegisterPages.TryAsync(
            boss, RegisterPages.Organisation,
            """
            编号,类型,名称,英文名,上级,起
            foundry,分厂,铸造分厂,Foundry,p1,2015-01-01
            t07,班组,7班,Team 7,foundry,2015-01-01
            t31,班组,造型三班,,moulding,
            t08,分厂,8班,,p1,
            """);
        Assert.Contains("新增 1 · 修改 1 · 停用 0 · 不变 0 · 拒收 2", tried.Text);
        Assert.Contains("英文名:|Team 7", tried.Text);
        Assert.Contains("上级:|p1|→|foundry", tried.Text);
        Assert.Contains("上级: 那一天没有这个单位。先登记它", tried.Text);
        Assert.Contains("类型: 类型定了就不能改。另建一个单位。", tried.Text);
        Assert.Equal("/registers/p1/organisation?done=2", (await boss.PressAsync(tried, "record-good")).Location);

        const string Team = $"{RegisterPages.Organisation}/edit?key=t09";
        var closed = await RegisterPages.PostAsync(boss, Team, "end", ("closed", "2015-01-20"), ("successor", "t07"));
        var page = (await boss.GetAsync(closed.Location!)).Text;
        Assert.Contains("单位 t09 (已停用)", page);
        Assert.Contains("从哪天起撤销:|2015-01-20|并入:|t07|", page);
        var undated = await RegisterPages.PostAsync(boss, Team, "end", ("closed", ""), ("successor", ""));
        Assert.Contains("从哪天起撤销: 必须填。", undated.Text);

        var list = (await boss.GetAsync($"{RegisterPages.Organisation}?q=TEAM%207")).Text;
        Assert.Contains("t07|班组|7班|Team 7|铸造分厂", list);
        Assert.DoesNotContain("t08", list);
        await SmallPlant.AssertEnteredAsync(silo, SmallPlant.Sheet("t09", 19), SmallPlant.Entry(SmallPlant.Id(1)));
        using var late = await SmallPlant.EnterAsync(
            silo, SmallPlant.Sheet("t09", 20), SmallPlant.Entry(SmallPlant.Id(2)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        await Commands.AssertNothingIsWrongAsync(database);
    }

    [Fact]
    public async Task What_is_downloaded_is_taken_again_and_changes_nothing()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        await RegisterPages.RecordAsync(silo, "products", Wheel());
        using var boss = new Phone(silo.Address);
        await RegisterPages.ImportAsync(boss, RegisterPages.Calendar, "2026-10-10,调休上班,\"国庆,调休\"");
        foreach (var (register, count) in new[]
        {
            (RegisterPages.Calendar, 1), (RegisterPages.Organisation, 5), (RegisterPages.Products, 1),
            (RegisterPages.Measures, 4),
        })
        {
            foreach (var language in new[] { "zh", "en" })
            {
                var address = new Uri($"{register}/list.csv?lang={language}", UriKind.Relative);
                var file = await silo.Http.GetByteArrayAsync(address, Token);

                var tried = await boss.UploadAsync(Explained(await boss.GetAsync($"{register}/import")), "list.csv", file);

                Assert.Contains($"新增 0 · 修改 0 · 停用 0 · 不变 {count} · 拒收 0", tried.Text);
            }
        }
    }

    [Fact]
    public async Task Two_administrators_at_one_form_change_what_each_of_them_changed()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        await RegisterPages.RecordAsync(silo, "products", Wheel());
        using var boss = new Phone(silo.Address);
        var (one, other) = (await FormAsync(), await FormAsync());

        var first = await boss.PressAsync(one, "", ("_handler", "edit"), ("price", "430.5"), ("reason", "调价"));
        var second = await boss.PressAsync(other, "", ("_handler", "edit"), ("drawing", "K-700"), ("reason", "换图"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.Status, second.Status));
        var fields = (await FormAsync()).Fields();
        Assert.Equal(("430.5", "K-700"), (fields["price"], fields["drawing"]));

        Task<Phone.Page> FormAsync() => boss.GetAsync($"{RegisterPages.Products}/edit?key=wheel");
    }

    [Fact]
    public async Task A_price_changes_from_a_day_on_and_all_that_the_file_does_not_name_stays()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        await RegisterPages.RecordAsync(silo, "products", Wheel());
        using var boss = new Phone(silo.Address);

        var written = await RegisterPages.ImportAsync(
            boss, RegisterPages.Products, "产品编号;结算价\nwheel;４３０．5０", from: "2026-03-01");

        Assert.Equal("/registers/p1/products?done=1", written.Location);
        var page = (await boss.GetAsync($"{RegisterPages.Products}/edit?key=wheel")).Text;
        Assert.Contains("从 2026年3月1日 起|厂内结算价(元):|412|→|430.5|", page);
        var last = (await database.ReadEventsAsync())
            .Select(stored => Encoding.UTF8.GetString(Convert.FromHexString(stored.Payload)))
            .Single(payload => payload.Contains("430.5", StringComparison.Ordinal));
        Assert.Contains("\"route\":[{\"step\":\"造型\",\"teams\":[\"t07\"]}]", last);
        Assert.Contains("\"unitWeight\":\"0.086\"", last);
        Assert.Contains("\"drawing\":\"K-600\"", last);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_measure_is_added_keeps_its_unit_and_takes_no_figures_once_it_has_ended(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        using var boss = new Phone(silo.Address);
        const string Kwh = $"{RegisterPages.Measures}/edit?key=kwh";

        var added = await RegisterPages.PostAsync(
            boss, $"{RegisterPages.Measures}/edit", "edit", ("measure", "scrap"), ("zh", "废品"), ("unit", "件"), ("decimals", "0"),
            ("kind", "additive"), ("subject", "team"), ("occasion", "shift"), ("min", "0"), ("from", "2015-01-01"));
        Assert.Equal(HttpStatusCode.SeeOther, added.Status);
        await SmallPlant.AssertEnteredAsync(
            silo, SmallPlant.Sheet(), new EntryForm(SmallPlant.Id(1), new MeasureCode("scrap"), 3));

        var other = await RegisterPages.TryAsync(boss, RegisterPages.Measures, "指标编号,计量单位,小数位数\nkwh,度,1.5\noutput,吨,0");
        Assert.Contains("小数位数: 不是整数。", other.Text);
        Assert.Contains("计量单位、小数位数和类型定了就不能改。另建一个指标。", other.Text);
        var lacking = await RegisterPages.TryAsync(boss, RegisterPages.Measures, "指标编号,名称\nnoise,噪声");
        Assert.Contains("计量单位: 必须填。", lacking.Text);

        await SmallPlant.AssertEnteredAsync(silo, SmallPlant.Sheet(day: 20), SmallPlant.Entry(SmallPlant.Id(2)));
        var ended = await RegisterPages.PostAsync(boss, Kwh, "end", ("until", "2015-01-15"));
        Assert.Contains("指标 kwh (已停用)", (await boss.GetAsync(ended.Location!)).Text);
        Assert.Contains("用电", (await boss.GetAsync("/entry/p1/t07/2015-01-15/day")).Text);
        Assert.DoesNotContain("用电", (await boss.GetAsync("/entry/p1/t08/2015-01-16/day")).Text);
        using var late = await SmallPlant.EnterAsync(silo, SmallPlant.Sheet(day: 16), SmallPlant.Entry(SmallPlant.Id(3)));
        Assert.Contains("measure-ended", await late.Content.ReadAsStringAsync(Token));

        // What stands beyond its end is still corrected; and it is taken up again.
        await SmallPlant.AssertEnteredAsync(silo, SmallPlant.Sheet(day: 20), SmallPlant.Entry(SmallPlant.Id(4), 6) with
        {
            Supersedes = SmallPlant.Id(2),
            Reason = "录错",
        });
        Assert.Equal(HttpStatusCode.SeeOther, (await RegisterPages.PostAsync(boss, Kwh, "end", ("until", ""))).Status);
        Assert.DoesNotContain("已停用)", (await boss.GetAsync(Kwh)).Text);
        await Commands.AssertNothingIsWrongAsync(database);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_roster_says_who_belongs_where_and_the_ledger_knows_no_name(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        var boss = people.Administrator;
        await people.GivePinAsync("zhangsan", "1003", Role.ShiftLead, "t07");
        await people.GivePinAsync("lisi", "1004", Role.Worker, "t08");

        var tried = await RegisterPages.TryAsync(
            boss, RegisterPages.People,
            "工号,姓名,班组,用工,起\n1003,zhangsan,t07,本厂,2026-01-01\n1004,张三,t07,派遣,\n1999,,t07,借工,\nlisi,lisi,t99,派遣,");
        var written = await boss.PressAsync(tried, "record-good");
        await RegisterPages.ImportAsync(boss, RegisterPages.People, "工号,班组\n1003,t08", from: "2026-06-01");
        var list = await boss.GetAsync(RegisterPages.People);
        var thing = list.Link($"{RegisterPages.People}/edit?key=p-");
        var left = await RegisterPages.PostAsync(boss, thing, "end", ("until", "2026-07-31"));

        Assert.Contains("新增 1 · 修改 0 · 停用 0 · 不变 0 · 拒收 3", tried.Text);
        Assert.Contains("姓名: 这个工号的账号叫别的名字。", tried.Text);
        Assert.Contains("工号: 没有这个工号或登录名的账号。是新来的,就连姓名一起写", tried.Text);
        Assert.Contains("班组或部门: 那一天没有这个单位。", tried.Text);
        Assert.Equal("/registers/p1/people?done=1", written.Location);
        Assert.Contains("1003|zhangsan|8班|本厂", list.Text);
        var page = (await boss.GetAsync(left.Location!)).Text;
        Assert.Contains("人员 1003 zhangsan (已停用)", page);
        Assert.Contains("从 2026年6月1日 起|班组或部门:|t07|→|t08|", page);
        Assert.DoesNotContain(
            await database.ReadEventsAsync(),
            stored => Encoding.UTF8.GetString(Convert.FromHexString(stored.Payload)) is var payload
                && (payload.Contains("zhangsan", StringComparison.Ordinal) || payload.Contains("1003", StringComparison.Ordinal)));
        await Commands.AssertNothingIsWrongAsync(database);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Whoever_has_no_account_is_taken_in_by_number_and_name_and_cannot_sign_in_yet(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        var boss = people.Administrator;
        const string Lines = "工号,姓名,班组,用工\n3001,甲某,t07,本厂\n3002,乙某,t08,派遣\n3001,丙某,t08,本厂\n3 3,丁某,t08,本厂";

        var tried = await RegisterPages.TryAsync(boss, RegisterPages.People, Lines);
        var before = await boss.GetAsync("/accounts");
        var written = await boss.PressAsync(tried, "record-good");
        var again = await boss.PressAsync(tried, "record-good");
        var added = await RegisterPages.PostAsync(
            boss, $"{RegisterPages.People}/edit", "edit",
            ("person", "3003"), ("name", "戊某"), ("unit", "t07"), ("employment", "own"), ("from", "2026-01-01"));

        Assert.Contains("新增 2 · 修改 0 · 停用 0 · 不变 0 · 拒收 2", tried.Text);
        Assert.Contains("3001|甲某|姓名:|甲某|班组或部门:|t07", tried.Text);
        Assert.DoesNotContain("3001", before.Text);
        Assert.Equal("/registers/p1/people?done=2", written.Location);
        Assert.Equal("/registers/p1/people?done=0", again.Location);
        Assert.Equal(HttpStatusCode.SeeOther, added.Status);
        var list = (await boss.GetAsync(RegisterPages.People)).Text;
        Assert.All(["3001|甲某|7班|本厂", "3002|乙某|8班|派遣", "3003|戊某|7班|本厂"], row => Assert.Contains(row, list));
        var accounts = (await boss.GetAsync("/accounts?q=甲")).Text;
        Assert.Contains("共 1 项|甲某|3001 3001|还不能登录", accounts);
        Assert.DoesNotContain("3002", accounts);
        using var stranger = new Phone(silo.Address);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await People.PostAsync(stranger, "/sign-in", "sign-in", ("name", "3001"), ("password", ""))).Status);
        Assert.DoesNotContain(
            await database.ReadEventsAsync(),
            stored => Encoding.UTF8.GetString(Convert.FromHexString(stored.Payload)) is var payload
                && (payload.Contains("甲某", StringComparison.Ordinal) || payload.Contains("3001", StringComparison.Ordinal)));
        await Commands.AssertNothingIsWrongAsync(database);
    }

    [Fact]
    public async Task An_administrator_of_one_team_keeps_no_register_of_the_plant()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        using var small = await people.HireAsync("small", Role.Administrator, "t07");
        var before = await database.ReadEventsAsync();

        var page = await small.GetAsync(RegisterPages.Calendar);
        var tried = await RegisterPages.TryAsync(small, RegisterPages.Calendar, "2026-10-01,法定节假日");
        var saved = await RegisterPages.PostAsync(
            small, $"{RegisterPages.Organisation}/edit", "edit", ("unit", "t99"), ("kind", "team"), ("zh", "99班"), ("parent", "p1"));

        Assert.DoesNotContain("name=\"reason\"", (await small.GetAsync($"{RegisterPages.Calendar}/import")).Html);
        Assert.All([tried.Status, saved.Status], answer => Assert.Equal(HttpStatusCode.Forbidden, answer));
        Assert.All([page, tried, saved], answer => Assert.Contains("这要全厂的系统管理员办", answer.Text));
        Assert.Equal(before, await database.ReadEventsAsync());
    }

    [Fact]
    public async Task Hostile_files_are_turned_away_with_words()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database, ports: null, "--Ganchao:Evidence:PerMinute=10");
        await SmallPlant.SetUpAsync(silo);
        var before = await database.ReadEventsAsync();
        using var boss = new Phone(silo.Address);
        var form = Explained(await boss.GetAsync($"{RegisterPages.Organisation}/import"));
        const string Heads = "编号,类型,名称,上级\n";

        await AssertRefusedAsync(new byte[1_000_001], HttpStatusCode.RequestEntityTooLarge, "文件超过 1 MB");
        await AssertRefusedAsync([0x50, 0x4B, 3, 4, 20, 0], HttpStatusCode.UnprocessableEntity, "这是 Excel 工作簿");
        await AssertRefusedAsync([0x80, 0x81, 0xFF, 0xFF], HttpStatusCode.UnprocessableEntity, "文件不是 UTF-8、UTF-16 或 GB18030");
        await AssertRefusedAsync(Utf8("编号,类型\0"), HttpStatusCode.UnprocessableEntity, "文件不是 UTF-8、UTF-16 或 GB18030");
        await AssertRefusedAsync(Utf8($"{Heads}t1,班组,{new string('长', 300_000)},p1"), HttpStatusCode.UnprocessableEntity, "一格太长");
        await AssertRefusedAsync(
            Utf8($"{Heads}t1,班组,=HYPERLINK(\"\"x\"\"),p1\nt2,班组,@x,p1"), HttpStatusCode.UnprocessableEntity, "像电子表格的公式");
        await AssertRefusedAsync(
            Utf8(Heads + string.Concat(Enumerable.Range(0, 5_001).Select(n => $"x{n},班组,名,p1\n"))),
            HttpStatusCode.UnprocessableEntity, "超过 5000 行");
        await AssertRefusedAsync(Utf8(string.Join(',', Enumerable.Range(0, 100_000))), HttpStatusCode.UnprocessableEntity, "一行有 100 多格");
        await AssertRefusedAsync(Utf8("编号,类型,名称,上级,绰号\nt1,班组,名,p1,<b>x"), HttpStatusCode.UnprocessableEntity, "不认识表头“绰号”");
        var taken = await boss.UploadAsync(
            form, "list.csv", CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes($"{Heads}t41,班组,龙门铣班,p1"));
        Assert.Contains("t41|龙门铣班", taken.Text);

        var limited = await boss.UploadAsync(form, "list.csv", Utf8(Heads));
        Assert.Equal(HttpStatusCode.TooManyRequests, limited.Status);
        Assert.Equal(before, await database.ReadEventsAsync());

        async Task AssertRefusedAsync(byte[] file, HttpStatusCode status, string words)
        {
            var page = await boss.UploadAsync(form, "list.csv", file);
            Assert.Equal(status, page.Status);
            Assert.Contains(words, page.Text);
            Assert.True(page.Html.Length < 1_500_000, "The answer is as long as what was sent.");
            Assert.DoesNotContain("<b>x", page.Html);
        }
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    // As a browser sends it, with the reason typed.
    private static Phone.Page Explained(Phone.Page page) => page with
    {
        Html = page.Html.Replace("name=\"reason\" value=\"\"", "name=\"reason\" value=\"年初整理\"", StringComparison.Ordinal),
    };

    private static ProductLine Wheel() => new()
    {
        Id = SmallPlant.Id(300),
        Product = new ProductCode("wheel"),
        Names = new("矿车轮", "Mine wheel"),
        Unit = "件",
        Drawing = "K-600",
        UnitWeight = 0.086m,
        Price = 412m,
        Route = [new RouteStep("造型", [new UnitId("t07")])],
    };
}
