using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;

namespace Ganchao.Silo.Tests.Import;

public class RegisterMappingTests
{
    private const string WidePlan = """
        source: month-plan
        plant: works
        constants: {year: "2026"}
        columns: {team: 班组}
        unpivot: {columns: 1..12, as: month}
        plans:
          - measure: output
            subject: team/<team>
            month: <year>-<month>
            value: <figure>
            empty: skip
        """;

    [Fact]
    public void Wide_table_becomes_one_plan_for_each_month_that_has_a_figure()
    {
        var plan = Factory.Map(WidePlan,
            "班组,1月,2月,3月,4月,5月,6月,7月,8月,9月,10月,11月,12月,合计\n造型一班,66,60.5,,,,,,,,,,70,196.5\n");

        Assert.Equal(
            [
                (new DateRange(new(2026, 1, 1), new(2026, 2, 1)), 66m),
                (new DateRange(new(2026, 2, 1), new(2026, 3, 1)), 60.5m),
                (new DateRange(new(2026, 12, 1), new(2027, 1, 1)), 70m),
            ],
            Factory.Lines<PlanLine>(plan).Select(p => (p.Period, p.Value)));
        Assert.Equal("api/plants/works/registers/plans/lines", Assert.Single(plan.Batches).Target.Path);
    }

    [Fact]
    public void Bad_cell_of_a_wide_table_is_named_by_its_own_heading()
    {
        var plan = Factory.Map(WidePlan,
            "班组,1月,2月,3月,4月,5月,6月,7月,8月,9月,10月,11月,12月\n造型一班,66,６０o,,,,,,,,,,70\n");

        var bad = Assert.Single(plan.Bad);
        Assert.Equal((2, "2月", "not-a-figure"), (bad.Place.Line, bad.Column, bad.Rule));
    }

    [Fact]
    public void Calendar_of_a_month_becomes_the_shifts_of_its_days()
    {
        var plan = Factory.Map("""
            source: calendar
            plant: works
            columns: {team: 班组}
            unpivot: {columns: 1..31, as: day}
            constants: {month: 2026-04}
            entries:
              - {sheet: shift, team: <team>, date: <month>-<day>, shift: day, empty: skip, figures: [{measure: output, value: <figure>}]}
            """,
            $"班组,{string.Join(',', Enumerable.Range(1, 31).Select(d => $"{d:00}"))}\n一班,5,6{new string(',', 28)},,\n二班{new string(',', 31)}7\n");

        Assert.Equal(
            ["api/shifts/works/一班/2026-04-01/day/entries", "api/shifts/works/一班/2026-04-02/day/entries"],
            plan.Batches.Select(b => Uri.UnescapeDataString(b.Target.Path)));
        Assert.Equal("31", Assert.Single(plan.Bad).Column); // April has no 31st
    }

    [Fact]
    public void Unit_that_every_row_names_is_one_line_and_a_contradiction_is_bad()
    {
        var plan = Factory.Map("""
            source: teams
            plant: works
            columns: {team: 编号, name: 名称}
            units:
              - {unit: <team>, kind: team, zh: <name>, parent: works, from: 2026-01-01}
            """, "编号,名称\nt1,一班\nt1,一班\nt1,二班\n");

        Assert.Equal("一班", Assert.Single(Factory.Lines<UnitLine>(plan)).Names.Zh);
        Assert.Equal((4, "said-twice"), (Assert.Single(plan.Bad).Place.Line, plan.Bad[0].Rule));
    }

    [Fact]
    public void Plan_is_for_the_days_that_people_name_both_included()
    {
        var plan = Factory.Map("""
            source: p
            plant: works
            columns: {team: 班组, first: 起, last: 止, value: 计划, notice: 通知单}
            plans:
              - {measure: output, subject: team/<team>, first: <first>, last: <last>, value: <value>, when: [{column: notice, filled: false}]}
            plan_changes:
              - {notice: <notice>, measure: output, subject: team/<team>, first: <first>, last: <last>, value: <value>,
                 reason: 停电, when: [{column: notice, filled: true}]}
            """, "班组,起,止,计划,通知单\nt1,2026-03-01,2026-03-31,52,\nt1,2026-03-01,2026-03-31,46,生计07号\n");

        var period = new DateRange(new(2026, 3, 1), new(2026, 4, 1));
        Assert.Equal((period, 52m), Factory.Lines<PlanLine>(plan).Select(p => (p.Period, p.Value)).Single());
        Assert.Equal(
            ("生计07号", period, 46m), Factory.Lines<PlanChangeLine>(plan).Select(p => (p.Notice, p.Period, p.Value)).Single());
    }

    [Fact]
    public void Register_is_filled_with_every_kind_of_field()
    {
        var plan = Factory.Map("""
            source: r
            plant: works
            columns: {code: 代码}
            shift_kinds:
              - {kind: night, zh: 夜班, start: "20:00", length_minutes: 480, zone: Asia/Shanghai, order: 2}
            measures:
              - {measure: <code>, zh: 产量, unit: t, decimals: 3, kind: additive, subject: team, occasion: shift, entries: many,
                 over_teams: last-step, usual_max: 12.5}
            products:
              - {product: <code>, zh: 铸件, unit: 件, unit_weight: "2.40", price: "22,300"}
            """, "代码\noutput\n");

        Assert.Empty(plan.Bad);
        Assert.Equal(new TimeOnly(20, 0), Factory.Lines<ShiftKindLine>(plan).Single().Start);
        Assert.Equal(
            (OverTeams.LastStep, 12.5m), Factory.Lines<MeasureLine>(plan).Select(m => (m.OverTeams, m.UsualMax)).Single());
        Assert.Equal((2.4m, 22300m), Factory.Lines<ProductLine>(plan).Select(p => (p.UnitWeight, p.Price)).Single());
    }

    [Fact]
    public void Days_members_and_ends_come_from_files_too()
    {
        var plan = Factory.Map("""
            source: registers
            plant: works
            columns:
              date: {heading: 日期, date: iso}
              kind: 类型
              worked: {of: <kind>, values: {public-holiday: "false", swapped-working-day: "true"}}
              person: 人员
              team: 班组
            days: [{date: <date>, kind: <kind>, working: <worked>}]
            members: [{person: <person>, unit: <team>, employment: own, from: <date>}]
            units_closed: [{unit: <team>, successor: t02, from: <date>, entrant_continues: "true"}]
            measures:
              - {measure: m, zh: 数, unit: 件, decimals: "0", kind: additive, subject: team, occasion: day,
                 certifiers: "d1、d2"}
            """,
            "日期,类型,人员,班组\n2026/10/10,swapped-working-day,p-1,t01\n");

        Assert.Empty(plan.Bad);
        Assert.True(Assert.Single(Factory.Lines<DayLine>(plan)) is { Working: true, Kind: DayKind.SwappedWorkingDay });
        Assert.Equal(new UnitId("t01"), Assert.Single(Factory.Lines<MemberLine>(plan)).Unit);
        Assert.True(Assert.Single(Factory.Lines<UnitClosedLine>(plan)).EntrantContinues);
        Assert.Equal([new UnitId("d1"), new UnitId("d2")], Assert.Single(Factory.Lines<MeasureLine>(plan)).Certifiers);
    }
}
