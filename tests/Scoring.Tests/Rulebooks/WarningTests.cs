namespace Ganchao.Scoring.Tests.Rulebooks;

/// <summary>What is mostly a slip and sometimes meant: it is said, and does not keep a rulebook from being compiled.</summary>
public sealed class WarningTests
{
    private const string Inputs = """
        inputs: { 产量: { measure: output, unit: t }, 产值: { measure: value, unit: 万元 }, 工时: { measure: hours, unit: h }, 耗电: { measure: power, unit: kWh }, 件数: { measure: pieces, unit: 件 }, 单耗: { formula: 耗电 / 产量, unit: kWh/t } }
        constants: { 定额: { value: 5, unit: t }, 系数: 0.3 }
        """;

    private const string UsesAll = "ifna(sum(产量), 定额) * sum(产值) * sum(工时) * sum(耗电) * sum(件数) * 系数 + count(单耗)";

    [Theory]
    [InlineData("sum(产量) + sum(产值)")]
    [InlineData("sum(产量) > sum(工时)")]
    [InlineData("sum(产量 - 工时)")]
    [InlineData("if(sum(件数) > 5, sum(产量), sum(产值))")]
    [InlineData("ifna(sum(产量), sum(工时))")]
    [InlineData("max(mean(产量), best(sum(产值)))")]
    [InlineData("sum(产值) / sum(工时) + sum(产量) / sum(工时)")]
    [InlineData("sum(产量) * sum(工时) - sum(产量)")]
    [InlineData("sum(产值) + 定额")]
    [InlineData("step(sum(产值), 定额, 1)")]
    [InlineData("band(sum(产值), under(定额, 1), from(定额, 2))")]
    [InlineData("band(sum(件数), under(3, sum(产值)), from(3, sum(产量)))")]
    [InlineData("value(y) + sum(产值)")]
    public void Different_units_that_meet_are_a_warning(string formula) => Assert.Equal(["units-differ"], WarningsIn(formula));

    [Theory]
    [InlineData("sum(产量) + 5")]
    [InlineData("sum(产量) * 100 + sum(产值) * 0.5")]
    [InlineData("sum(产量) / plan(产量) * 40 + sum(产值) / plan(产值) * 60")]
    [InlineData("sum(件数) + sum(产量)")]
    [InlineData("sum(产量) * sum(产值) / sum(产量) + sum(产值)")]
    [InlineData("sum(产量) / sum(产量) + sum(产值) / sum(产值)")]
    [InlineData("rank(sum(产量)) + count(产值) + points(y)")]
    [InlineData("value(y) - sum(产量)")]
    [InlineData("sum(耗电) / sum(产量) - last(单耗)")]
    [InlineData("if(sum(工时) > 8, sum(产量), 0) + 定额")]
    public void Units_that_agree_or_are_not_known_are_none(string formula) => Assert.Empty(WarningsIn(formula));

    [Theory]
    [InlineData("mean(耗电 / 产量)")]
    [InlineData("mean(perShift(耗电 / 产量 * 100))")]
    [InlineData("mean(单耗)")]
    [InlineData("if(sum(产量) > 3, mean(1 - 耗电 / 产量), 0)")]
    public void A_ratio_averaged_is_a_warning(string formula) => Assert.Equal(["ratio-averaged"], WarningsIn(formula));

    [Theory]
    [InlineData("sum(耗电) / sum(产量)")]
    [InlineData("mean(耗电 / 100)")]
    [InlineData("mean(耗电 / 系数)")]
    [InlineData("mean(perShift(产量))")]
    [InlineData("mean(sum(耗电) / sum(产量))")]
    [InlineData("mean(产量) / mean(工时)")]
    public void Means_of_figures_and_quotients_of_sums_are_none(string formula) => Assert.Empty(WarningsIn(formula));

    [Theory]
    [InlineData("{ 班产: { per: shift, formula: sum(产量) } }", "sum(班产) + sum(产值)")]
    [InlineData("{ 班产: { per: shift, formula: sum(产量) } }", "if(longest(班产 > 定额) > 1, last(班产), sum(产值))")]
    [InlineData("{ 倍产: { per: day, formula: 日产 + 日产 }, 日产: { per: day, formula: sum(产量) } }", "bestOf(倍产, 3) - sum(耗电)")]
    [InlineData("{ 班耗: { per: shift, formula: sum(耗电) / sum(产量) } }", "max(班耗) - sum(产量)")]
    [InlineData("{ 班产: { per: shift, formula: sum(产量) - sum(工时) } }", "sum(班产)")]
    [InlineData("{ 日产: { per: day, formula: sum(产量) }, 增: { per: day, formula: '日产 - before(日耗)' }, 日耗: { per: day, formula: sum(耗电) } }", "sum(增)")]
    public void A_figure_by_occasion_has_the_unit_of_its_formula(string figures, string formula) =>
        Assert.Equal(["units-differ"], WarningsIn(formula, figures));

    [Theory]
    [InlineData("{ 班产: { per: shift, formula: sum(产量) } }", "sum(班产) + sum(产量) + 定额")]
    [InlineData("{ 班次: { per: shift, formula: count(产量) } }", "sum(班次) + sum(产值)")]
    [InlineData("{ 班耗: { per: shift, formula: sum(耗电) / sum(产量) } }", "max(班耗) - last(单耗)")]
    [InlineData("{ 名次: { per: day, formula: rank(sum(产量)) } }", "sum(名次) + sum(产值)")]
    [InlineData("{ 班耗: { per: shift, formula: sum(耗电) / sum(产量) } }", "median(班耗) + sum(耗电) / sum(产量)")]
    [InlineData("{ 班分: { per: shift, formula: 'step(sum(耗电) / sum(产量), 1, 2)' } }", "mean(班分)")]
    [InlineData("{ 名次: { per: shift, formula: rank(sum(耗电) / sum(产量)) } }", "mean(名次)")]
    [InlineData("{ 完成: { per: shift, formula: sum(产量) / plan(产量) } }", "mean(完成)")]
    [InlineData("{ 班均: { per: shift, formula: sum(产量) / count(产量) } }", "mean(班均)")]
    [InlineData("{ 日产: { per: day, formula: sum(产量) }, 日电: { per: day, formula: sum(耗电) } }", "mean(sum(日电) / sum(日产))")]
    [InlineData("{ 班耗: { per: shift, formula: sum(耗电) / sum(产量) }, 差: { per: shift, formula: '班耗 > mean(班耗)' } }", "countIf(差)")]
    public void Figures_whose_units_agree_and_means_of_points_are_none(string figures, string formula) =>
        Assert.Empty(WarningsIn(formula, figures));

    [Theory]
    [InlineData("{ 班耗: { per: shift, formula: sum(耗电) / sum(产量) } }", "mean(班耗)")]
    [InlineData("{ 班耗: { per: shift, formula: sum(耗电) / sum(产量) } }", "trimmedMean(班耗, 1)")]
    [InlineData("{ 耗: { per: record, formula: 耗电 / 产量 * 100 } }", "mean(耗)")]
    [InlineData("{ 耗: { per: record, formula: 单耗 } }", "mean(耗 - 3)")]
    [InlineData("{ 分: { per: day, formula: '40 - 班耗 * 2' }, 班耗: { per: day, formula: 'round(sum(耗电) / sum(产量), 2)' } }", "mean(分)")]
    [InlineData("{ 日产: { per: day, formula: sum(产量) }, 日电: { per: day, formula: sum(耗电) } }", "mean(日电 / 日产)")]
    [InlineData("{ 班耗: { per: shift, formula: mean(耗电 / 产量) } }", "max(班耗)")]
    public void A_ratio_of_the_row_averaged_is_a_warning(string figures, string formula) =>
        Assert.Equal(["ratio-averaged"], WarningsIn(formula, figures));

    [Fact]
    public void Of_figures_in_a_circle_only_the_circle_is_told() => Assert.Equal(
        ["cycle", "cycle"],
        Diagnostics("inputs: { a: { unit: t }, b: { unit: h } }\nfigures: { f: { per: day, formula: g + sum(a) }, g: { per: day, formula: f + sum(b) } }\nindicators: { x: { value: '1' } }")
            .Where(static found => found.Severity == Severity.Error).Select(static found => found.Id));

    [Theory]
    [InlineData("inputs: { a: a, b: b }\nindicators: { x: { value: sum(a) } }", "input-unused", 3)]
    [InlineData("constants: { k: 1, m: 2 }\nindicators: { x: { value: m } }", "constant-unused", 3)]
    [InlineData("sections: { s: {}, t: {} }\nindicators: { x: { value: '1', section: s } }", "section-empty", 3)]
    [InlineData("indicators: { x: { value: '1' } }\nawards: { a: { money: '5', when: total > 9 and not (total > 8) } }", "award-unreachable", 4)]
    [InlineData("indicators: { x: { value: '1' } }\nawards: { a: { places: { 1: 0 }, ties: each } }", "award-unreachable", 4)]
    [InlineData("indicators: { x: { value: '1' } }\ntotal: { cap: 100 }\nawards: { a: { money: '5', when: total > 100 } }", "award-unreachable", 5)]
    [InlineData("indicators: { x: { value: '1' } }\ngates: { g: { when: 1 > total and total > 2, scope: award, effect: hold } }", "condition-never-holds", 4)]
    [InlineData("indicators: { x: { value: '1' } }\neligibility: { e: total > 3 and (false or false) and false }", "condition-never-holds", 4)]
    [InlineData("grades: { a: { when: total > 9 }, b: {} }\nawards: { a: { money: '5', when: grade(a) and grade(b) } }\nindicators: { x: { value: '1' } }", "award-unreachable", 4)]
    [InlineData("eligibility: { e: total > 9 }\nawards: { a: { money: '5', when: eligible and not eligible } }\nindicators: { x: { value: '1' } }", "award-unreachable", 4)]
    public void What_nobody_asks_or_reaches_is_a_warning(string text, string warning, int line)
    {
        var found = Assert.Single(Diagnostics(text));

        Assert.Equal((warning, Severity.Warning, line), (found.Id, found.Severity, found.Place.Line));
    }

    [Theory]
    [InlineData("a: { when: total > 5 }\nb: { when: total > 6 }")]
    [InlineData("a: { when: total >= 5 }\nb: { when: 6 < total and total < 8 }")]
    [InlineData("a: { when: total > 5 }\nb: { when: total > 5 and eligible }")]
    [InlineData("a: { when: eligible }\nb: { when: total > 6 and eligible }")]
    [InlineData("a: { when: total > 1 and total < 1 }\nb: {}")]
    [InlineData("a: { when: 'true' }\nb: { when: total > 1 }")]
    [InlineData("a: { when: total <> 1 }\nb: { when: total <> 1 and total > 3 }")]
    [InlineData("a: { when: 'total > 100.04' }\nb: {}")]
    public void A_grade_that_is_never_reached_is_refused(string grades) =>
        Assert.Equal("grade-unreachable", Assert.Single(Diagnostics(Graded(grades))).Id);

    [Theory]
    [InlineData("a: { when: total > 6 }\nb: { when: total > 5 }")]
    [InlineData("a: { when: total > 5 and eligible }\nb: { when: total > 5 }")]
    [InlineData("a: { when: total > 5 or eligible }\nb: { when: total > 6 }")]
    [InlineData("a: { when: total = 5 }\nb: { when: total >= 5 }")]
    [InlineData("a: { when: total > 5 }\nb: { when: section(s) > 5 }")]
    [InlineData("a: { when: total >= 100 }\nb: {}")]
    [InlineData("a: { when: section(s) > 100 }\nb: {}")]
    [InlineData("a: { when: 'total > 1 and total < 1.000000000001' }\nb: {}")]
    public void A_grade_that_may_be_reached_is_not(string grades) => Assert.Empty(Diagnostics(Graded(grades)));

    [Fact]
    public void A_derived_input_or_value_whose_unit_is_not_the_stated_one_is_a_warning()
    {
        var found = Diagnostics("""
            inputs: { a: { unit: t }, b: { unit: h }, c: { formula: a / b, unit: t } }
            indicators:
              x: { unit: 元, value: sum(c) }
            """);

        Assert.Equal(
            [("units-differ", 3, 57), ("units-differ", 5, 24)],
            found.Select(static warning => (warning.Id, warning.Place.Line, warning.Place.Column)));
        Assert.Contains("t and t/h", found[0].En, StringComparison.Ordinal);
    }

    private static string Graded(string grades) =>
        "indicators: { x: { value: '1', section: s } }\nsections: { s: { cap: 1000 } }\ntotal: { cap: 100.04, decimals: 1 }\n"
        + $"eligibility: {{ e: value(x) > 0 }}\ngrades:\n  {grades.Replace("\n", "\n  ", StringComparison.Ordinal)}";

    private static IReadOnlyList<string> WarningsIn(string formula, string figures = "{}")
    {
        var condition = formula.Contains('>', StringComparison.Ordinal) && !formula.Contains("if(", StringComparison.Ordinal);
        return
        [
            .. Diagnostics(
                $"{Inputs}\nfigures: {figures}\nindicators:\n  y: {{ unit: t, value: '{UsesAll}' }}\n  x: {{ value: '{(condition ? $"if({formula}, 1, 0)" : formula)}' }}")
                .Select(static diagnostic => diagnostic.Severity == Severity.Warning ? diagnostic.Id : diagnostic.ToString()),
        ];
    }

    private static IReadOnlyList<Diagnostic> Diagnostics(string text) =>
        Sample.Compile($"language: 1\ncode: warned\n{text}").Diagnostics;
}
