namespace Ganchao.Scoring.Tests.Awards;

public sealed class QuotaTests
{
    [Theory]
    [InlineData("quota: 1, ties: each", "9 8 8 7", "yes – – –")]
    [InlineData("quota: 2, ties: each", "9 8 8 7", "yes yes yes –")]
    [InlineData("quota: 9, ties: each", "9 8", "yes yes")]
    [InlineData("share: 30%, ties: each", "9 8 7 6 5 4 3", "yes yes – – – – –")]
    [InlineData("share: 30%, ties: each", "9 8 7", "– – –")]
    [InlineData("quota: 2, ties: split, money: 100", "9 8 8 8", "100 33.34 33.33 33.33")]
    [InlineData("quota: 2, ties: split, money: 奖金", "9 9 8 8", "300 300 – –")]
    [InlineData("quota: 1, ties: each, money: total * 1.005", "9.99 9.99 8", "10.04 10.04 –")]
    [InlineData("quota: 1, ties: each, when: total < 9", "9 8 7", "– yes –")]
    [InlineData("quota: 2, ties: each, by: value(得分) asc", "9 8 7", "– yes yes")]
    [InlineData("quota: 1, ties: each, by: [ 'step(total, 2, 1) desc' ]", "9 8 7", "yes yes –")]
    public void The_first_get_it(string award, string totals, string given) =>
        Assert.Equal(given, AwardCase.Given($"红旗: {{ {award} }}", totals));

    [Theory]
    [InlineData("quota: 1, ties: none", "yes – –")]
    [InlineData("quota: 1, ties: each", "yes – –")]
    [InlineData("quota: 2, ties: none, by: 'step(total, 2, 1) desc'", "yes yes –")]
    [InlineData("quota: 2, ties: each, by: 'step(total, 2, 1) desc'", "yes yes yes")]
    public void Where_places_are_all_different_the_order_of_the_standing_decides(string award, string given) =>
        Assert.Equal(given, AwardCase.Given($"红旗: {{ {award} }}", "9 9 8", "ranking: { shared: none }"));

    [Fact]
    public void Who_is_excluded_takes_no_quota_and_who_is_held_does()
    {
        const string Flag = "红旗: { quota: 1, ties: each }";
        static string Gate(string effect) => $"gates: {{ g: {{ when: total = 9, scope: award, effect: {effect} }} }}";

        Assert.Equal("– yes –", AwardCase.Given(Flag, "9 8 7", Gate("exclude")));
        Assert.Equal("yes – –", AwardCase.Given(Flag, "9 8 7", Gate("hold")));
    }

    [Theory]
    [InlineData("红旗: { quota: 2, ties: each, when: eligible }", "yes – yes Missing")]
    [InlineData("红旗: { quota: 2, ties: each, when: grade(甲) }", "yes – – Missing")]
    [InlineData("红旗: { quota: 2, ties: each, by: total desc }", "yes yes – Missing")]
    public void Eligibility_and_grades_decide_who_takes_part_and_what_is_open_stays_open(string award, string given)
    {
        const string Rules = "eligibility: { 够: total <> 8 }\ngrades: { 甲: { when: total > 8 }, 乙: {} }";

        Assert.Equal(given, AwardCase.Given(award, "9 8 7 -", Rules));
    }

    [Theory]
    [InlineData(0, "Yes")]
    [InlineData(1, "No")]
    [InlineData(2, "NoPlan")]
    public void Eligible_in_a_formula_is_what_the_row_says(int which, string expected)
    {
        string[] rules = ["{ a: total > 0 }", "{ a: plan(x) > 0, b: total < 0 }", "{ a: total > 0, b: plan(x) > 0 }"];

        var given = AwardCase.Given("a: { money: 'if(eligible, 1, 0)' }", "9", $"eligibility: {rules[which]}");

        Assert.Equal(expected switch { "Yes" => "1", "No" => "0", _ => expected }, given);
    }
}
