using System.Globalization;

namespace Ganchao.Scoring.Tests.Live;

/// <summary>Large fields, whose rows are evaluated side by side.</summary>
public sealed class SideBySideTests
{
    private const int Entrants = 1200;

    [Fact]
    public void A_row_that_is_renewed_while_others_look_at_it_is_never_seen_half()
    {
        var rulebook = Sample.Compiled("""
            language: 1
            code: many
            inputs: { x: x }
            indicators:
              a: { value: "sum(x) + reference(r)" }
              b: { value: rank(value(a)) }
              c: { value: "of(tag(next), value(a)) + of(tag(after), value(a)) + within(tag(zone), best(value(a)))" }
            """);
        var plant = new Plant(rulebook);
        for (var i = 0; i < Entrants; i++)
        {
            var tags = new Dictionary<string, string> { ["next"] = Id(i + 1), ["after"] = Id(i + (Entrants / 2)), ["zone"] = Id(i % 300) };
            plant.With(new Entrant(Id(i)), EntrantTerms.None with { Tags = tags }).With(Plant.Fact(Id(i), "x", i));
        }

        var live = plant.Live();
        var set = rulebook.FoldSets[0];
        Accumulators Put(decimal x) => set.Fold([Plant.Fact(Id(0), "x", x)]);
        var (low, high) = (Put(0), Put(5000));
        for (var turn = 0; turn < Turns; turn++)
        {
            live.SetStage(StageFigures.First with { References = new Dictionary<string, decimal> { ["r"] = turn % 2 } });
            live.Put(Id(0), set.Hash, low);
            live.Evaluate(Plant.FirstDay);
            live.Put(Id(0), set.Hash, high);
            var rows = live.Evaluate(Plant.FirstDay).Rows;
            Assert.All(rows, row =>
            {
                var i = int.Parse(row.Entrant, CultureInfo.InvariantCulture);
                decimal Of(int other) => (other % Entrants == 0 ? 5000 : other % Entrants) + (turn % 2);
                Assert.Equal(
                    Of(i + 1) + Of(i + (Entrants / 2)) + Of(i % 300 == 0 ? 0 : (i % 300) + 900), row.Indicators[2].Value.Number);
                Assert.Equal(i == 0 ? 1 : Entrants + 1 - i, row.Indicators[1].Value.Number);
            });
        }
    }

    private const int Turns = 60;

    private static string Id(int i) => (i % Entrants).ToString(CultureInfo.InvariantCulture);
}
