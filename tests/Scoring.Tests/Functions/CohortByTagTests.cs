using System.Globalization;

namespace Ganchao.Scoring.Tests.Functions;

/// <summary>Cohort functions over all, and over those whom a tag picks; five teams A to E with 10, 20, 30, 40 and 45.</summary>
public sealed class CohortByTagTests
{
    private static readonly (string Id, string Zone, string Sponsor, decimal Figure)[] Teams =
        [("A", "I", "E", 10m), ("B", "I", "E", 20m), ("C", "II", "A", 30m), ("D", "II", "", 40m), ("E", "", "X", 45m)];

    private static Plant PlantOf(string formula)
    {
        var plant = new Plant(Sample.Compiled($$"""
            language: 1
            code: cohorts
            inputs: { a: a }
            indicators: { x: { value: '{{formula}}', when_na: { points: na } } }
            """));
        foreach (var (id, zone, sponsor, figure) in Teams)
        {
            var tags = new Dictionary<string, string> { ["zone"] = zone, ["sponsor"] = sponsor }
                .Where(static tag => tag.Value.Length > 0)
                .ToDictionary();
            plant.With(new Entrant(id), new EntrantTerms { Tags = tags }).With(Plant.Fact(id, "a", figure));
        }

        return plant;
    }

    private static string Values(Standing standing) => string.Join(' ', standing.Rows
        .OrderBy(static row => row.Entrant, StringComparer.Ordinal)
        .Select(static row => row.Indicators[0].Value is { IsNumber: true } value
            ? Exact.Quantised(value.Number).ToString(CultureInfo.InvariantCulture)
            : $"{row.Indicators[0].Value.Reason}"));

    [Theory]
    [InlineData("sumOf(sum(a))", "145 145 145 145 145")]
    [InlineData("countOf(sum(a) >= 30)", "3 3 3 3 3")]
    [InlineData("countOf(sum(a) > 100)", "0 0 0 0 0")]
    [InlineData("percentile(sum(a), 0%)", "10 10 10 10 10")]
    [InlineData("percentile(sum(a), 20%)", "18 18 18 18 18")]
    [InlineData("percentile(sum(a), 100%)", "45 45 45 45 45")]
    [InlineData("if(closest(sum(a), 27), 1, 0)", "0 0 1 0 0")]
    [InlineData("if(closest(sum(a), 25), 1, 0)", "0 1 1 0 0")]
    [InlineData("if(closest(sum(a), 27, below), 1, 0)", "0 1 0 0 0")]
    [InlineData("if(closest(sum(a), 31, above), 1, 0)", "0 0 0 1 0")]
    [InlineData("countOf(closest(sum(a), 25))", "2 2 2 2 2")]
    [InlineData("countOf(closest(sum(a), 27, below))", "1 1 1 1 1")]
    [InlineData("if(closest(sum(a), 27), 10, 0) + countOf(closest(sum(a), 27))", "1 1 11 1 1")]
    [InlineData("among(tag(sponsor), countOf(closest(sum(a), 25)))", "1 0 0 0 1")]
    [InlineData("if(of(tag(sponsor), closest(sum(a), 45)), 1, 0)", "1 1 0 NoTag NoEntrant")]
    [InlineData("within(tag(zone), rank(sum(a)))", "2 1 2 1 NoTag")]
    [InlineData("within(tag(zone), best(sum(a)))", "20 20 40 40 NoTag")]
    [InlineData("if(within(tag(zone), closest(sum(a), 22)), 1, 0)", "0 1 1 0 NoTag")]
    [InlineData("among(tag(sponsor), sumOf(sum(a)))", "30 Missing Missing Missing 30")]
    [InlineData("among(tag(sponsor), countOf(sum(a) > 15))", "1 0 0 0 1")]
    [InlineData("among(tag(sponsor), rank(sum(a)))", "2 Missing Missing Missing 1")]
    [InlineData("of(tag(sponsor), sum(a))", "45 45 10 NoTag NoEntrant")]
    [InlineData("if(of(tag(sponsor), sum(a) > 20), 1, 0)", "1 1 0 NoTag NoEntrant")]
    public void A_cohort_function_looks_at_those_it_names(string formula, string expected) =>
        Assert.Equal(expected, Values(PlantOf(formula).Standing()));

    [Fact]
    public void A_tag_that_changes_changes_the_cohort_of_others()
    {
        var live = PlantOf("within(tag(zone), rank(sum(a)))").Live();
        live.Evaluate(Plant.FirstDay);

        live.PutTerms("E", new EntrantTerms { Tags = new Dictionary<string, string> { ["zone"] = "II" } });

        Assert.Equal("2 1 3 2 1", Values(live.Evaluate(Plant.FirstDay)));
    }

    [Fact]
    public void A_figure_of_another_division_that_moves_moves_those_who_name_it()
    {
        var plant = new Plant(Sample.Compiled("""
            language: 1
            code: sponsors
            inputs: { a: a }
            indicators: { x: { value: 'ifna(of(tag(sponsor), sum(a)), sum(a))' } }
            """))
            .With(new Entrant("科室", "机关"), new EntrantTerms { Tags = new Dictionary<string, string> { ["sponsor"] = "甲班" } })
            .With(new Entrant("甲班", "车间"))
            .With(Plant.Fact("甲班", "a", 5m));
        var live = plant.Live();
        live.Evaluate(Plant.FirstDay);
        var set = Assert.Single(Sample.Compiled("""
            language: 1
            code: other
            inputs: { a: a }
            indicators: { x: { value: sum(a) } }
            """).FoldSets);

        live.Put("甲班", set.Hash, set.Fold([Plant.Fact("甲班", "a", 8m)]));

        Assert.Equal(
            Result.Of(8m), live.Evaluate(Plant.FirstDay).Rows.Single(static row => row.Entrant == "科室").Total);
    }

    [Theory]
    [InlineData("closest(sum(a))", "closest-terms")]
    [InlineData("closest(sum(a), 1, left)", "closest-terms")]
    [InlineData("within(zone, rank(sum(a)))", "scope-form")]
    [InlineData("within(tag(zone), sum(a))", "scope-form")]
    [InlineData("among(tag(zone), 1)", "scope-form")]
    [InlineData("of(zone, 1)", "of-form")]
    [InlineData("of(tag(zone), tag(zone))", "wrong-kind")]
    [InlineData("countOf(sum(a))", "wrong-kind")]
    [InlineData("percentile(sum(a), sum(b))", "literal-expected")]
    [InlineData("sum(within(tag(zone), rank(a)))", "cohort-in-fold")]
    public void A_circle_that_is_none_is_refused(string formula, string mistake) =>
        Assert.Equal(mistake, Calculation.MistakeIn(formula));
}
