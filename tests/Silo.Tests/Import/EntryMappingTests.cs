using Ganchao.Contracts.Entries;

namespace Ganchao.Silo.Tests.Import;

public class EntryMappingTests
{
    private const string Garments = """
        source: garments
        plant: garment-works
        columns:
          date: {heading: [date, 日期], date: M/d/yyyy}
          department: {heading: department, values: {sweing: sewing}, others: keep}
          team: team
          wip: wip
          actual: actual_productivity
        rows:
          - {column: team, not: [合计]}
        line: [date, department, team]
        entries:
          - sheet: shift
            team: t<team:00>
            date: <date>
            shift: day
            product: <department>
            figures:
              - {measure: actual, value: <actual>}
              - {measure: wip, value: <wip>, empty: skip, unit: 件}
        """;

    [Fact]
    public void Row_becomes_the_entries_of_its_shift()
    {
        var plan = Factory.Map(Garments, "date,department,team,wip,actual_productivity\n1/2/2015,sweing,8,1108,0.94\n");

        var batch = Assert.Single(plan.Batches);
        Assert.Equal("api/shifts/garment-works/t08/2015-01-02/day/entries", batch.Target.Path);
        Assert.Equal(
            [("actual", "sewing", 0.94m, null), ("wip", "sewing", 1108m, "件")],
            Factory.Entries(plan).Select(e => (e.Measure.Value, e.Product!.Value.Value, e.Value!.Value, e.Unit)));
        Assert.All(Factory.Entries(plan), e => Assert.Equal(EntryWay.Imported, e.Way));
    }

    [Fact]
    public void Empty_figure_makes_no_entry_where_the_mapping_lets_it_and_is_bad_elsewhere()
    {
        var plan =
            Factory.Map(
            Garments, "date,department,team,wip,actual_productivity\n1/1/2015,finishing ,8,,0.5\n1/1/2015,sewing,9,,\n");

        Assert.Equal("finishing", Assert.Single(Factory.Entries(plan)).Product!.Value.Value);
        Assert.Equal((3, "actual_productivity", "empty"), Told(plan));
    }

    [Theory]
    [InlineData("13/1/2015,sewing,8,,0.5", "date", "not-a-date")]
    [InlineData("1/1/2015,sewing,8,,abc", "actual_productivity", "not-a-figure")]
    [InlineData("1/1/2015,sewing,8,,1,5", null, "ragged")]
    [InlineData("1/1/2015,sewing,8", null, "ragged")]
    [InlineData("1/1/2015,sewing,a b,,0.5", "team", "not-valid")]
    [InlineData("1/1/2015,sewing line,8,,0.5", "department", "not-valid")]
    public void Bad_line_is_named_by_number_column_and_rule(string line, string? column, string rule)
    {
        var plan = Factory.Map(Garments, $"日期,department,team,wip,actual_productivity\n{line}\n");

        Assert.Empty(Factory.Entries(plan));
        Assert.Equal((2, column is "date" ? "日期" : column, rule), Told(plan));
    }

    [Fact]
    public void Totals_under_the_table_are_left_out_by_a_condition()
    {
        var plan = Factory.Map(Garments, "date,department,team,wip,actual_productivity\n1/1/2015,sewing,1,,0.5\n,,合计,,0.5\n");

        Assert.Empty(plan.Bad);
        Assert.Equal(1, plan.Rows);
    }

    [Fact]
    public void Opening_balance_and_month_figure_go_to_the_departments_month_sheet()
    {
        var plan = Factory.Map("""
            source: deposits
            plant: bank
            columns: {month: 月份, person: 工号, balance: 余额}
            entries:
              - sheet: month
                department: finance
                date: <month>
                subject: person/<person>
                way: opening
                figures:
                  - {measure: deposits, value: <balance>}
            """, "月份,工号,余额\n2026年3月,p-112,\"1,250,000.00\"\n");

        Assert.Equal("api/departments/bank/finance/month/2026-03-01/entries", Assert.Single(plan.Batches).Target.Path);
        var entry = Assert.Single(Factory.Entries(plan));
        Assert.Equal(("person/p-112", EntryWay.Opening, 1250000m), (entry.Subject.ToString(), entry.Way, entry.Value));
    }

    [Fact]
    public void Event_goes_to_its_own_sheet()
    {
        var plan = Factory.Map("""
            source: accidents
            plant: works
            columns: {number: 编号, date: 日期, team: 班组, level: 等级}
            entries:
              - sheet: event
                event: <number>
                date: <date>
                subject: team/<team>
                detail: <level>
                figures:
                  - {measure: injury, value: 1, when: [{column: level, is: [轻伤, 重伤]}]}
                  - {measure: near_miss, value: 1, when: [{column: level, not: [轻伤, 重伤]}]}
            """, "编号,日期,班组,等级\nA-1,2026/3/2,t1,轻伤\nA-2,2026/3/3,t2,未遂\n");

        Assert.Equal(
            ["api/events/works/A-1/entries", "api/events/works/A-2/entries"], plan.Batches.Select(b => b.Target.Path));
        Assert.Equal(["injury", "near_miss"], Factory.Entries(plan).Select(e => e.Measure.Value));
        Assert.Equal([new DateOnly(2026, 3, 2), new(2026, 3, 3)], Factory.Entries(plan).Select(e => e.Date!.Value));
    }

    private static (int Line, string? Column, string Rule) Told(Silo.Import.ImportPlan plan)
    {
        var bad = Assert.Single(plan.Bad);
        return (bad.Place.Line, bad.Column, bad.Rule);
    }
}
