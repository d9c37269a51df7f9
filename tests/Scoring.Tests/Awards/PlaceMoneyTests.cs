namespace Ganchao.Scoring.Tests.Awards;

public sealed class PlaceMoneyTests
{
    /// <summary>The ladders of the Huayingshan contest: they depend on how many shifts compete.</summary>
    private const string Huayingshan = """
        四值: { places: { 1: 10000, 2: 6000, 3: 0, 4: -2000 }, ties: TIES, when: share(1) = 1 / 4 }
        五值: { places: { 1: 9000, 2: 5000, 3: 0, 4: -1000, 5: -3000 }, ties: TIES, when: share(1) = 1 / 5 }
        """;

    [Theory]
    [InlineData("split", "97 95 95 90", "10000 3000 3000 -2000")]
    [InlineData("each", "97 95 95 90", "10000 6000 6000 -2000")]
    [InlineData("split", "97 95 93 90", "10000 6000 0 -2000")]
    [InlineData("split", "80 99 95 90 85", "-3000 9000 5000 0 -1000")]
    [InlineData("split", "99 99 95 90 90", "7000 7000 0 -2000 -2000")]
    public void The_ladder_pays_by_place_and_the_rulebook_says_what_a_tie_is_worth(string ties, string totals, string money) =>
        Assert.Equal(money, AwardCase.Given(Huayingshan.Replace("TIES", ties, StringComparison.Ordinal), totals));

    [Theory]
    [InlineData("1-2-2-4", "split", "100 15 15 -10")]
    [InlineData("1-2.5-2.5-4", "split", "100 15 15 -10")]
    [InlineData("1-2-2-3", "split", "100 10 10 10")]
    [InlineData("1-2-2-4", "each", "100 20 20 -10")]
    [InlineData("1-2-2-3", "each", "100 20 20 10")]
    [InlineData("none", "none", "100 20 10 -10")]
    public void Those_on_a_level_take_up_the_places_that_the_ranking_gives_them(string shared, string ties, string money) =>
        Assert.Equal(money, AwardCase.Given(
            $"a: {{ places: {{ 1: 100, 2: 20, 3: 10, 4: -10 }}, ties: {ties} }}", "9 8 8 7", $"ranking: {{ shared: {shared} }}"));

    [Theory]
    [InlineData("100", "33.34 33.33 33.33")]
    [InlineData("-0.05", "-0.02 -0.02 -0.01")]
    [InlineData("0", "0 0 0")]
    public void A_split_goes_to_the_fen_and_the_rest_to_the_first_by_id(string money, string shares) =>
        Assert.Equal(shares, AwardCase.Given($"a: {{ places: {{ 1: {money} }}, ties: split }}", "7 7 7"));

    [Fact]
    public void Nobody_moves_up_for_somebody_who_takes_no_part()
    {
        const string Ladder = "a: { places: { 1: 100, 2: 50, 3: 25 }, ties: split, when: total <> 8 }";

        Assert.Equal("100 – 25 –", AwardCase.Given(Ladder, "9 8 7 6"));
    }

    [Fact]
    public void Who_has_no_total_yet_is_undecided_and_who_is_out_of_the_rating_gets_nothing()
    {
        const string Out = "gates: { g: { when: total = 8, scope: rating, effect: exclude } }";

        Assert.Equal("100 – Missing 50", AwardCase.Given("a: { places: { 1: 100, 2: 50 }, ties: split }", "9 8 - 7", Out));
    }

    [Theory]
    [InlineData("exclude", "100 – 25", false)]
    [InlineData("hold", "100 50 25", true)]
    public void A_gate_takes_the_money_or_reserves_it(string effect, string money, bool isHeld)
    {
        var gate = $"gates: {{ 重伤: {{ when: total = 8, scope: award, effect: {effect} }} }}";

        var standing = AwardCase.Standing("a: { places: { 1: 100, 2: 50, 3: 25 }, ties: each }", "9 8 7", gate);

        Assert.Equal(money, AwardCase.Given(standing));
        Assert.Equal(isHeld, standing.Rows.SelectMany(static row => row.Awards).Any(static award => award.Held));
    }

    [Fact]
    public void Divisions_apart_have_their_own_ladder_and_guests_get_nothing()
    {
        const string Ladder = "a: { places: { 1: 100, 2: 50 }, ties: split }";

        var standing = AwardCase.Standing(
            Ladder, "9 8 7 6", entrant: static id => new Entrant(id, id is "A" or "B" ? "热" : "冷", Guest: id == "C"));

        Assert.Equal("100 50 – 100", AwardCase.Given(standing));
    }
}
