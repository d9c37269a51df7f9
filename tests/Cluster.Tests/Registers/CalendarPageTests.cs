using System.Net;
using System.Text;
using Ganchao.Cluster.Tests.Identity;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;

namespace Ganchao.Cluster.Tests.Registers;

/// <summary>Holidays and 调休 come in by file, are tried first, and the sheets of the shifts follow.</summary>
public sealed class CalendarPageTests
{
    private const string Holidays =
        """
        日期,类型,名称
        2026-10-01,法定节假日,国庆节
        2026/10/5,休息,国庆节调休
        2026年10月10日,调休上班,

        """;

    // A Thursday, a Monday, and the Saturday that is worked for it.
    private const string Holiday = "/entry/blank?plant=p1&date=2026-10-01";
    private const string FreeMonday = "/entry/blank?plant=p1&date=2026-10-05";
    private const string WorkedSaturday = "/entry/blank?plant=p1&date=2026-10-10";

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_swapped_saturday_makes_sheets_due_and_a_holiday_makes_none(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await SetUpAsync(silo);
        using var lead = await people.HireAsync("lead", Role.ShiftLead, "t07");
        Assert.Contains("7班 · 白班|缺报", (await lead.GetAsync(Holiday)).Text);
        Assert.Contains("该日没有应填的班报", (await lead.GetAsync(WorkedSaturday)).Text);
        var before = await database.ReadEventsAsync();

        var tried = await RegisterPages.TryAsync(people.Administrator, RegisterPages.Calendar, Holidays);
        Assert.Equal(HttpStatusCode.OK, tried.Status);
        Assert.Contains("新增 3 · 修改 0 · 停用 0 · 不变 0 · 拒收 0", tried.Text);
        Assert.Contains("法定节假日", RegisterPages.Under(tried, LineFateName.Added));
        Assert.Equal(before, await database.ReadEventsAsync());

        var written = await people.Administrator.PressAsync(tried, "record");
        var again = await people.Administrator.PressAsync(tried, "record");
        Assert.Equal((HttpStatusCode.SeeOther, "/registers/p1/calendar?done=3"), (written.Status, written.Location));
        Assert.Equal((HttpStatusCode.SeeOther, "/registers/p1/calendar?done=0"), (again.Status, again.Location));
        Assert.Equal(before.Count + 3, (await database.ReadEventsAsync()).Count);
        Assert.Contains("7班 · 白班|缺报", (await lead.GetAsync(WorkedSaturday)).Text);
        Assert.Contains("该日没有应填的班报", (await lead.GetAsync(Holiday)).Text);
        Assert.Contains("该日没有应填的班报", (await lead.GetAsync(FreeMonday)).Text);

        var calendar = await people.Administrator.GetAsync($"{RegisterPages.Calendar}?year=2026");
        Assert.Contains("10月1日, 法定节假日, 国庆节", calendar.Html);
        Assert.Contains("10月10日|六 · 调休上班", calendar.Text);
        Assert.Contains("白班|day|08:00|8 小时|全部班组", calendar.Text);
        await Commands.AssertNothingIsWrongAsync(database);
    }

    [Fact]
    public async Task A_second_list_shows_what_it_changes_and_what_is_there_already()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await SetUpAsync(silo);
        await RegisterPages.ImportAsync(people.Administrator, RegisterPages.Calendar, Holidays);

        var same = await RegisterPages.TryAsync(people.Administrator, RegisterPages.Calendar, Holidays);
        var changed = await RegisterPages.TryAsync(
            people.Administrator, RegisterPages.Calendar,
            "2026-10-05\t法定节假日\t国庆节\n2026-10-10\t调休\n2026-02-30\t休\n2026-10-01\t法定节假日\t国庆节\n2026-10-09\t加班\t");
        var good = await people.Administrator.PressAsync(changed, "record-good");

        Assert.Contains("和现在的一样,没有要写入的", same.Text);
        Assert.DoesNotContain("value=\"record\"", same.Html);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, changed.Status);
        Assert.Contains("新增 0 · 修改 1 · 停用 0 · 不变 1 · 拒收 3", changed.Text);
        Assert.Contains("第 1 行|2026-10-05|国庆节|类型:|休息日|→|法定节假日|名称:|国庆节调休|→|国庆节", changed.Text);
        Assert.Contains("第 2 行|2026-10-10|类型: “调休”有两种意思。上班的写“调休上班”,休息的写“调休放假”。", changed.Text);
        Assert.Contains("日期: 不是日期。请写成 2026-10-01。", changed.Text);
        Assert.Contains("类型: “加班”不认识。应为:法定节假日、调休上班、休息日、工作日。", changed.Text);
        Assert.DoesNotContain("value=\"record\"", changed.Html);
        Assert.Equal("/registers/p1/calendar?done=1", good.Location);
        Assert.Contains(
            "10月5日|一 · 法定节假日 国庆节", (await people.Administrator.GetAsync($"{RegisterPages.Calendar}?year=2026")).Text);
    }

    [Fact]
    public async Task A_single_day_is_changed_by_form_and_its_history_says_who_when_and_why()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await SetUpAsync(silo);
        using var lead = await people.HireAsync("lead", Role.ShiftLead, "t07");
        const string Day = $"{RegisterPages.Calendar}/edit?key=2026-10-10";

        var unexplained = await People.PostAsync(
            people.Administrator, Day, "edit", ("date", "2026-10-10"), ("kind", "swapped-working-day"), ("zh", ""), ("en", ""));
        var saved = await RegisterPages.PostAsync(
            people.Administrator, Day, "edit", ("date", "2026-10-10"), ("kind", "swapped-working-day"), ("zh", ""), ("en", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unexplained.Status);
        Assert.Contains("请写为什么改", unexplained.Text);
        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        var page = (await people.Administrator.GetAsync(saved.Location!)).Text;
        Assert.Contains("✓ 已写入 1 项", page);
        Assert.Contains("类型:|调休上班|管理员", page);
        Assert.Contains("国办发明电〔2025〕7号", page);
        Assert.Contains("7班 · 白班|缺报", (await lead.GetAsync(WorkedSaturday)).Text);
        Assert.DoesNotContain(
            await database.ReadEventsAsync(),
            stored => Encoding.UTF8.GetString(Convert.FromHexString(stored.Payload)).Contains("国办", StringComparison.Ordinal));
        await Commands.AssertNothingIsWrongAsync(database);
    }

    [Fact]
    public async Task What_somebody_else_has_changed_meanwhile_is_shown_before_anything_is_written()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await SetUpAsync(silo);
        var tried = await RegisterPages.TryAsync(people.Administrator, RegisterPages.Calendar, Holidays);
        await RegisterPages.ImportAsync(people.Administrator, RegisterPages.Calendar, "2026-10-01,工作日,照常生产");

        var moved = await people.Administrator.PressAsync(tried, "record");
        var written = await people.Administrator.PressAsync(moved, "record");

        Assert.Equal(HttpStatusCode.Conflict, moved.Status);
        Assert.Contains("您看过以后,别人改了这张表", moved.Text);
        Assert.Contains("类型:|工作日|→|法定节假日", moved.Text);
        Assert.Equal("/registers/p1/calendar?done=3", written.Location);
    }

    // Worked from Monday to Friday.
    private static async Task<People> SetUpAsync(RunningSilo silo)
    {
        await SmallPlant.SetUpAsync(silo);
        await RegisterPages.RecordAsync(silo, "calendar", new WorkingWeekLine
        {
            Id = SmallPlant.Id(100),
            Days = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
        });
        var people = new People(silo);
        Assert.Equal(HttpStatusCode.SeeOther, (await people.SetUpAsync(People.CodeOf(silo))).Status);
        return people;
    }
}
