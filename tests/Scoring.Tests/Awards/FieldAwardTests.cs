namespace Ganchao.Scoring.Tests.Awards;

/// <summary>
/// Awards that depend on the size of the field, on a tag, on other awards, and amounts that must come to a pool.
/// </summary>
public sealed class FieldAwardTests
{
    private const string Ladder =
        "名次奖: { places: [ { when: size >= 5, 1: 9000, 2: 5000, 3: 0, 4: -1000, 5: -3000 }, { 1: 10000, 2: 6000, 3: 0, 4: -2000 } ], ties: TIES }";

    // 03-huayingshan: another ladder for five shifts than for four; the source does not say how a tie shares 6000 and 0.
    [Theory]
    [InlineData("split", "97 95 95 90", "10000 3000 3000 -2000")]
    [InlineData("each", "97 95 95 90", "10000 6000 6000 -2000")]
    [InlineData("split", "97 96 95 90 80", "9000 5000 0 -1000 -3000")]
    public void A_ladder_depends_on_how_many_compete(string ties, string figures, string expected) =>
        Assert.Equal(expected, AwardCase.Given(Ladder.Replace("TIES", ties, StringComparison.Ordinal), figures));

    // 35-drilling-rig-zones: 10 rigs and more three prizes, fewer two, fewer than five none.
    [Theory]
    [InlineData("9 8 7 6", "– – – –")]
    [InlineData("9 8 7 6 5", "yes yes – – –")]
    [InlineData("9 8 7 6 5 4 3 2 1 0", "yes yes yes – – – – – – –")]
    public void A_quota_depends_on_the_size_of_the_zone(string figures, string expected) => Assert.Equal(
        expected, AwardCase.Given("奖: { quota: \"if(size >= 10, 3, if(size >= 5, 2, 0))\", ties: each }", figures));

    // 67-suggestion-score-sheet: 1500 × 1 from 18 points, 1000 × 2 from 15, 500 × 3 from 13 = 5000.
    [Fact]
    public void Who_got_a_higher_prize_gets_no_lower_one()
    {
        var standing = AwardCase.Standing(
            """
            三等: { quota: 3, ties: each, by: total desc, money: 500, when: total >= 13 and not award(一等) and not award(二等) }
            一等: { quota: 1, ties: each, by: total desc, money: 1500, when: total >= 18 }
            二等: { quota: 2, ties: each, by: total desc, money: 1000, when: total >= 15 and not award(一等) }
            """,
            "20 19 18 15 14 13 12");

        var money = standing.Rows
            .OrderBy(static row => row.Entrant)
            .Select(static row => row.Awards.Sum(static award => award.Money ?? 0m));
        Assert.Equal([1500m, 1000m, 1000m, 500m, 500m, 500m, 0m], money);
        Assert.Equal(["一等"], standing.Rows.Single(static row => row.Entrant == "A").Awards.Select(static award => award.Id));
    }

    // 88-rospa: one winner of a sector; all its other entries are assessed for bronze, silver, gold.
    [Fact]
    public void All_others_fall_back_on_another_track() => Assert.Equal(
        "yes yes – yes",
        AwardCase.Given(
            """
            银奖: { money: 0, when: total >= 5 and not award(行业优胜) }
            行业优胜: { quota: 1, ties: each }
            """.Replace("银奖: { money: 0,", "银奖: { share: 100%, ties: each,", StringComparison.Ordinal),
            "9 8 3 7"));

    // 31-pingdingshan: each county nominates one.
    [Fact]
    public void Each_county_has_a_quota_and_a_pool_of_its_own()
    {
        var counties = new Dictionary<string, string> { ["A"] = "汝州", ["B"] = "汝州", ["C"] = "宝丰", ["D"] = "宝丰" };
        var plant = new Plant(Sample.Compiled(AwardCase.Text(
            """
            推荐: { quota: 1, ties: each, per: tag(county) }
            奖金: { pool: size * 10, weight: total, per: tag(county) }
            """)));
        foreach (var (id, figure) in new[] { ("A", 1m), ("B", 3m), ("C", 2m), ("D", 2m), ("E", 9m) })
        {
            var tags = counties.TryGetValue(id, out var county) ? new Dictionary<string, string> { ["county"] = county } : [];
            plant.With(new Entrant(id), new EntrantTerms { Tags = tags }).With(Plant.Fact(id, "x", figure));
        }

        var rows = plant.Standing().Rows.ToDictionary(static row => row.Entrant);
        var nominated = rows.Values.Where(static row => row.Awards.Any(static award => award.Id == "推荐"));
        Assert.Equal(["B", "C", "D"], nominated.Select(static row => row.Entrant).Order());
        string[] paid = ["A", "B", "C", "D"];
        Assert.Equal(
            [12.5m, 37.5m, 25m, 25m],
            paid.Select(id => rows[id].Awards.Single(static award => award.Id == "奖金").Money!.Value));
        Assert.Empty(rows["E"].Awards);
    }

    // 79-soviet-ktu-brigade: the printed rate divides by the sum without КТУ and pays 10581.97 more than there is.
    [Theory]
    [InlineData("83316.81 / 62265.60", "PoolMissed PoolMissed PoolMissed")]
    [InlineData("83316.81 / 70173.88", "51120 15647.16 16549.65")]
    public void Amounts_come_to_the_pool_or_nothing_is_paid(string rate, string expected) => Assert.Equal(
        expected,
        AwardCase.Given($"премия: {{ money: \"round(total * ({rate}), 2)\", pool: 83316.81 }}", "43056 13178.88 13939"));

    [Theory]
    [InlineData("奖: { quota: total, ties: each }", "field-formula")]
    [InlineData("奖: { quota: sum(x), ties: each }", "field-formula")]
    [InlineData("奖: { quota: rank(total), ties: each }", "field-formula")]
    [InlineData("奖: { pool: coefficient(k), weight: total }", "field-formula")]
    [InlineData("奖: { places: [ { when: eligible, 1: 5 } ], ties: each }", "field-formula")]
    [InlineData("奖: { quota: 0, ties: each }", "wrong-value")]
    [InlineData("奖: { money: 5, when: award(旗) }", "unknown-award")]
    [InlineData("奖: { money: 5, when: award(奖) }", "cycle")]
    [InlineData("奖: { money: \"if(award(旗), 1, 2)\" }\n旗: { quota: 1, ties: each }", "award-elsewhere")]
    [InlineData("奖: { money: 5, per: county }", "wrong-value")]
    public void A_field_formula_speaks_of_no_single_entrant(string award, string mistake) =>
        Assert.Contains(mistake, AwardCase.Mistakes(award));

    [Theory]
    [InlineData("奖: { quota: \"countOf(total > 3)\", ties: each }", "9 8 3 1", "yes yes – –")]
    [InlineData("奖: { quota: reference(名额), ties: each }", "9 8", "NoReference NoReference")]
    [InlineData("奖: { pool: sumOf(total) * 10%, weight: total }", "30 70", "3 7")]
    [InlineData("扣款: { pool: 0 - 100, weight: total }", "1 3", "-25 -75")]
    public void A_quota_and_a_pool_may_be_worked_out(string award, string figures, string expected) =>
        Assert.Equal(expected, AwardCase.Given(award, figures));
}
