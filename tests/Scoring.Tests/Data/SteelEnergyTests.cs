using System.Globalization;

namespace Ganchao.Scoring.Tests.Data;

public sealed class SteelEnergyTests
{
    private static readonly CompiledRulebook Rulebook = Sample.Compiled("""
        language: 1
        code: steel
        inputs:
          kwh: kwh
          kwh_q1: { measure: kwh, window: { from: 2018-01-01, to: 2018-04-01 } }
        indicators:
          days: { value: days(kwh) }
          kwh: { value: { formula: sum(kwh), decimals: 2 } }
          baseline: { value: sum(kwh_q1) / days(kwh_q1) * days(kwh), points: { formula: value, decimals: 6 } }
          saving: { value: value(baseline) - sum(kwh), points: { formula: value, decimals: 6 } }
          saving_pct: { value: value(saving) / value(baseline) * 100, points: { formula: value, decimals: 6 } }
        total: { formula: value(saving_pct), decimals: 6 }
        """);

    [Fact]
    public void Every_month_of_the_three_shifts_comes_out_against_their_first_quarter()
    {
        var facts = RealData.Read("steel-energy/steel_energy_15min.csv").Select(Quarter).ToLookup(static fact => fact.Date.Month);
        var golden = RealData.Read("steel-energy/golden_shift_month_8x3.csv");
        var sheets = facts.SelectMany(static month => month).ToLookup(static fact => (fact.Entrant, Month: fact.Date.Month, fact.Sheet));

        foreach (var month in golden.GroupBy(static row => row["month"]))
        {
            var live = new LiveStanding(Rulebook);
            live.SetEntrants([.. month.Select(static row => new Entrant(row["shift"]))]);
            foreach (var shift in month.Select(static row => row["shift"]))
            {
                foreach (var set in Rulebook.FoldSets)
                {
                    var isStage = set.Window.Kind == WindowKind.Stage;
                    var last = isStage ? MonthOf(month.Key) : 3;
                    live.Put(shift, set.Hash, sheets
                        .Where(sheet => sheet.Key.Entrant == shift && sheet.Key.Month <= last && (!isStage || sheet.Key.Month == last))
                        .Select(sheet => set.Fold([.. sheet]))
                        .Aggregate(set.Empty, set.Merge));
                }
            }

            var rows = live.Evaluate(new DateOnly(2018, MonthOf(month.Key), 28)).Rows.ToDictionary(static row => row.Entrant);

            Assert.All(month, expected => Assert.Equal(Golden(expected), Scored(rows[expected["shift"]])));
        }
    }

    private static int MonthOf(string month) => int.Parse(month[5..], CultureInfo.InvariantCulture);

    private static decimal?[] Golden(IReadOnlyDictionary<string, string> row) =>
    [
        row.Number("days"), row.Number("kwh"), row.Number("baseline_kwh_q1_mean_x_days"), row.Number("saving_kwh"),
        row.Number("saving_pct"), row.Number("rank_saving_pct"),
    ];

    private static decimal?[] Scored(StandingRow row) =>
        [.. row.Indicators.Select(static indicator => (decimal?)indicator.Points.Number), row.Place];

    /// <summary>A day runs 0:15 to 23:45 and then 0:00 of the same date: the last quarter hour, which is the evening shift's.</summary>
    private static Fact Quarter(IReadOnlyDictionary<string, string> row)
    {
        var time = DateTime.ParseExact(row["date_time"], "dd/MM/yyyy H:mm", CultureInfo.InvariantCulture);
        var minute = time.TimeOfDay == TimeSpan.Zero ? 1439 : ((int)time.TimeOfDay.TotalMinutes) - 1;
        var shift = (minute / 480) switch { 0 => "N1", 1 => "D", _ => "E" };
        var date = DateOnly.FromDateTime(time);
        return new Fact
        {
            Entrant = shift,
            Sheet = $"{shift}/{date:O}",
            Date = date,
            Measure = "kwh",
            Record = $"{minute}",
            Value = row.Number("usage_kwh"),
        };
    }
}
