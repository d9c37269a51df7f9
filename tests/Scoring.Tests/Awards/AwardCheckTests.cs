using System.Text;
using Ganchao.Scoring.Jobs;

namespace Ganchao.Scoring.Tests.Awards;

public sealed class AwardCheckTests
{
    [Theory]
    [InlineData("a: { places: { 1: 100 } }", "award-ties")]
    [InlineData("a: { quota: 1 }", "award-ties")]
    [InlineData("a: { quota: 1, ties: none }", "award-ties")]
    [InlineData("a: { quota: 1, ties: maybe }", "wrong-value")]
    [InlineData("a: { quota: 1, ties: split }", "award-split")]
    [InlineData("a: { quota: 1, ties: split, money: total }", "award-split")]
    [InlineData("a: { quota: 1, ties: split, money: 0.001 }", "award-split")]
    [InlineData("a: { names: a }", "award-kind")]
    [InlineData("a: { quota: 1, share: 30%, ties: each }", "award-kind")]
    [InlineData("a: { places: { 1: 100 }, pool: 100, ties: each }", "award-kind")]
    [InlineData("a: 100", "wrong-value")]
    [InlineData("a: { places: { 1: 100 }, ties: each, money: total }", "unknown-key")]
    [InlineData("a: { pool: 100, weight: total, ties: each }", "unknown-key")]
    [InlineData("a: { pool: 100 }", "missing-key")]
    [InlineData("a: { pool: 0, weight: total }", "award-money")]
    [InlineData("a: { pool: 0.001, weight: total }", "award-money")]
    [InlineData("a: { places: { 1: 0.001 }, ties: each }", "award-money")]
    [InlineData("a: { places: { 1: 1000000000000001 }, ties: each }", "award-money")]
    [InlineData("a: { places: { 0: 100 }, ties: each }", "wrong-value")]
    [InlineData("a: { places: { first: 100 }, ties: each }", "wrong-value")]
    [InlineData("a: { places: { 1: 100, 01: 50 }, ties: each }", "wrong-value")]
    [InlineData("a: { quota: 0, ties: each }", "wrong-value")]
    [InlineData("a: { quota: 1.5, ties: each }", "wrong-value")]
    [InlineData("a: { share: 0%, ties: each }", "wrong-value")]
    [InlineData("a: { share: 101%, ties: each }", "wrong-value")]
    [InlineData("a: { quota: 1, ties: each, by: total }", "wrong-value")]
    [InlineData("a: { quota: 1, ties: each, when: total }", "wrong-kind")]
    [InlineData("a: { money: total > 1 }", "wrong-kind")]
    [InlineData("a: { money: points(nobody) }", "unknown-column")]
    [InlineData("a: { money: sum(x * eligible) }", "wrong-level")]
    public void Mistaken_awards_are_refused_with_their_reason(string awards, string mistake)
    {
        Assert.Contains(mistake, AwardCase.Mistakes(awards));
        Assert.All(
            Sample.Compile(AwardCase.Text(awards)).Diagnostics,
            static diagnostic => Assert.True(diagnostic.Zh.Length > 0 && diagnostic.En.Length > 0));
    }

    [Fact]
    public void Eligible_is_a_word_of_the_language_and_may_not_lead_back_to_itself()
    {
        const string Named = "language: 1\ncode: e\nconstants: { eligible: 1 }\nindicators: { i: { value: '1' } }";

        Assert.Contains("name-reserved", Sample.Compile(Named).Diagnostics.Select(static diagnostic => diagnostic.Id));
        Assert.Contains("cycle", AwardCase.Mistakes("a: { money: total }", "eligibility: { e: not eligible }"));
    }

    [Fact]
    public void Csv_json_and_the_explanation_show_what_was_won_and_what_was_not()
    {
        const string Awards = "红旗: { names: { zh: 红旗, en: Flag }, quota: 1, ties: each }\n"
            + "奖金: { pool: 100, weight: sum(x), when: plan(x) > 0 or total < 9 }";
        const string Gate = "gates: { g: { when: total > 8, scope: award, effect: hold } }";
        var book = Sample.Compiled(AwardCase.Text(Awards, Gate));
        var standing = AwardCase.Standing(Awards, "9 8", Gate);
        var (csv, json) = (new StringWriter(), new MemoryStream());

        StandingCsv.Write(standing, book.Definition, csv);
        StandingJson.Write(standing, json);

        Assert.Contains(",grade_given,award 红旗,award 奖金,", csv.ToString(), StringComparison.Ordinal);
        Assert.Contains("Held,Open,Open,,yes,n/a(NoPlan),9", csv.ToString(), StringComparison.Ordinal);
        Assert.Contains("Open,Open,Open,,,n/a(NoPlan),8", csv.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"held\": true", Encoding.UTF8.GetString(json.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void An_award_opens_into_its_condition_and_its_money()
    {
        const string Surplus = "超产奖: { names: { zh: 超产奖, en: Surplus }, money: total * 1%, when: total > 8 }";
        var book = Sample.Compiled(AwardCase.Text(Surplus));
        var live = new Plant(book).With(new Entrant("A")).With(new Entrant("B"))
            .With(Plant.Fact("A", "x", 900m), Plant.Fact("B", "x", 7m)).Live();
        live.Evaluate(Plant.FirstDay);

        var (won, lost) = (Award(live, "A"), Award(live, "B"));

        Assert.Equal((9m, "Surplus"), (won.Result.Number, won.Note.En));
        Assert.Contains(won.Parts.SelectMany(static part => part.Parts), static step => step.Numbers == "900 * 1%");
        Assert.Equal((0m, "超产奖:未获"), (lost.Result.Number, lost.Note.Zh));
        Assert.Contains(lost.Parts.SelectMany(static part => part.Parts), static step => step.Numbers == "7 > 8");
    }

    private static Explanation Award(LiveStanding live, string entrant) =>
        live.Explain(entrant)!.Parts.Single(static step => step.Kind == ExplanationKind.Award);
}
