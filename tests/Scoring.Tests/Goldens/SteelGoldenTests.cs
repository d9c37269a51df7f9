using System.Globalization;
using System.Text;
using Ganchao.Scoring.Jobs;

namespace Ganchao.Scoring.Tests.Goldens;

/// <summary>Three shifts of a steel plant, month by month, each against its own first quarter.</summary>
public sealed class SteelGoldenTests
{
    [Theory]
    [MemberData(nameof(GoldenData.All), MemberType = typeof(GoldenData))]
    public void Every_month_is_the_published_one(string source, string evaluator)
    {
        var facts = source == GoldenData.Sample
            ? GoldenData.SampleText("data", "steel", "steel.csv")
            : Shifts(GoldenData.RealText("steel-energy", "steel_energy_15min.csv"));
        var golden = GoldenData.Rows(source == GoldenData.Sample
            ? GoldenData.SampleText("data", "steel", "steel-golden.csv")
            : GoldenData.RealText("steel-energy", "golden_shift_month_8x3.csv"));

        var run = Score("2018-01", facts, evaluator);
        Assert.All(golden.GroupBy(static row => row["month"]), month =>
        {
            var rows =
                GoldenData.EvaluatorNamed(evaluator).Score(
                run.Rulebook, run.Material with { Calendar = Calendar(month.Key) }).Rows;

            Assert.Equal(month.Count(), rows.Count);
            Assert.All(
                month, shift => Assert.Equal(shift.Values.Skip(1), Printed(rows.Single(row => row.Entrant == shift["shift"]))));
        });
    }

    [Fact]
    public void A_month_without_a_reading_has_no_place_and_no_zero()
    {
        var rows = Score("2019-01", GoldenData.SampleText("data", "steel", "steel.csv"), "plain").Standing.Rows;

        Assert.All(rows, static row => Assert.Equal((Result.Na(NaReason.Missing), null), (row.Total, row.Place)));
    }

    private static IEnumerable<string> Printed(StandingRow row)
    {
        string Figure(string id, string format) =>
            row.Indicators.Single(score => score.Id == id).Value.Number.ToString(format, CultureInfo.InvariantCulture);

        return
        [
            row.Entrant, Figure("days", "0"), Figure("used", "0.00"), Figure("baseline", "0.000000"), Figure("saved", "0.000000"),
            Figure("saving", "0.000000"), row.Place!.Value.ToString(CultureInfo.InvariantCulture),
        ];
    }

    private static ScoreRun Score(string month, string facts, string evaluator)
    {
        var job = GoldenData.Job("steel");
        return GoldenData.Run(
            job with { Stages = [job.Stages[0] with { Calendar = Calendar(month) }] },
            GoldenData.SampleText("rulebooks", "steel.yaml"),
            facts,
            evaluator);
    }

    private static StageCalendar Calendar(string month)
    {
        var start = DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture);
        return new StageCalendar(new DateSpan(start, start.AddMonths(1)), new DateOnly(start.Year, 1, 1), []);
    }

    /// <summary>
    /// Cuts the shifts from the clock: a reading is stamped with the end of its quarter hour, so 8:00 is the
    /// last of N1 and 0:00 of E.
    /// </summary>
    private static string Shifts(string readings)
    {
        var rows = new StringBuilder("date,shift,kwh\n");
        foreach (var reading in GoldenData.Rows(readings))
        {
            var stamp = DateTime.ParseExact(reading["date_time"], "dd/MM/yyyy H:mm", CultureInfo.InvariantCulture);
            var shift = stamp.TimeOfDay.TotalHours switch
            {
                0 => "E",
                <= 8 => "N1",
                <= 16 => "D",
                _ => "E",
            };
            rows.Append(CultureInfo.InvariantCulture, $"{stamp:yyyy-MM-dd},{shift},{reading["usage_kwh"]}\n");
        }

        return rows.ToString();
    }
}
