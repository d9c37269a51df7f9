using System.Globalization;
using CsCheck;

namespace Ganchao.Scoring.Tests.Properties;

/// <summary>Small rulebooks of any kind that the language allows, as text.</summary>
internal static class RuleGen
{
    /// <summary>What is in the fund after a stage, where there are no awards to pay.</summary>
    private const string Account = "account(fund) + sumOf(sum(made)) * 3";

    public const string Head = $$"""
        language: 1
        code: generated
        names: Generated
        inputs:
          made: a
          scrap: { measure: b, refused: skip }
          cost: { measure: c, refused: zero }
          mill: { measure: a, product: p }
          minor: { measure: b, where: { severity: [minor, major] } }
          net: { measure: net, formula: "ifna(made, 0) - ifna(scrap, 0)" }
          worth: { measure: worth, formula: "net * attribute(price)" }
          before: { measure: a, window: previous(1) }
          year: { measure: a, window: ytd }
        constants: { target: 7, part: 12.5% }
        carries:
          kept: { start: plan(made), formula: "carried(kept) + ifna(sum(made), 0) / 3", decimals: 3 }
          bare: { formula: "carried(bare) + ifna(total, 1)" }
        accounts: { fund: { start: reference(line), formula: "{{Account}}" } }

        """;

    private static readonly Gen<string> Literal = Gen.OneOf("0", "1", "2", "3.5", "10", "0.1", "12.5%", "target", "part", "1 / 3");
    private static readonly string[] StageInputs = ["made", "scrap", "cost", "mill", "minor", "net", "worth"];
    private static readonly Gen<string> StageInput = Gen.OneOf(StageInputs);
    private static readonly Gen<string> Sign = Gen.OneOf("+", "-", "*", "/");
    private static readonly Gen<string> Comparison = Gen.OneOf("=", "<>", "<", "<=", ">", ">=");
    private static readonly Gen<string> Rounding = Gen.OneOf("halfAway", "halfEven", "down", "up");
    private static readonly Gen<string> Style = Gen.OneOf("competition", "dense", "fractional");

    /// <summary>A rulebook with three indicators, of which later ones may look at earlier ones.</summary>
    public static readonly Gen<string> Rulebook =
        from first in Indicator("i1", Number(0, Level3([])))
        from second in Indicator("i2", Number(1, Level3(["i1"])))
        from third in Indicator("i3", Number(1, Level3(["i1", "i2"])))
        from section in Section
        from condition in Truth(1, Level3(["i1"]))
        from rating in Truth(1, Level3([]))
        from effects in Effects
        from eligible in Gen.OneOf(Truth(1, Level3(["i3"])), Gen.Const("grade(low) or not grade(top)"))
        from grades in Grades
        from account in AccountFormula
        from rest in Finish
        select $"{HeadWith(account)}sections: {{ s: {{ {section} }} }}\nindicators:\n{first}{second}{third}"
            + $"gates:\n  g1: {{ when: '{condition}', effects: [ {effects} ] }}\n  g2: {{ when: '{rating}', scope: rating, effect: exclude }}\n"
            + $"eligibility: {{ e: '{eligible}' }}\n{grades}{rest}";

    /// <summary>A formula that reads figures and stands in for nothing: without facts it has no number.</summary>
    public static readonly Gen<string> Strict =
        from fold in StrictFold
        from wrapped in Gen.OneOf(
            Gen.Const(fold),
            Literal.Select(x => $"({fold} + {x})"),
            Literal.Select(x => $"({x} * {fold})"),
            Literal.Select(x => $"max({x}, {fold})"),
            Literal.Select(x => $"clamp({fold}, 0, {x})"),
            Gen.Const($"step({fold}, 2, 1)"),
            Gen.Const($"band({fold}, under(1, 0), from(1, 5))"),
            Gen.Const($"rank({fold})"),
            Gen.Const($"scale({fold}, 0, 100)"),
            Gen.Const($"if({fold} > 3, 1, 0)"))
        select wrapped;

    public static string Of(string formula) => $"{Head}indicators: {{ x: {{ value: '{formula}' }} }}\n";

    /// <summary>What is in the fund after a stage with awards.</summary>
    private static Gen<string> AccountFormula => Gen.OneOf(
        Account,
        "account(fund) + sumOf(sum(cost)) - paid(piece)",
        "ifna(paid(pool), 1) + median(sum(mill)) * size",
        "ifna(paid(ladder), 3) - ifna(paid(flag), 2)",
        "paid(more) + paid(whole) / 3",
        "ifna(account(fund), 0) + paid(pool) * 10%",
        "countOf(sum(minor) > 1) + 0 * daysSince(date(2026, 5, 1))");

    private static string HeadWith(string account) => Head.Replace(Account, account, StringComparison.Ordinal);

    private static Gen<string> StrictFold =>
        from name in Gen.OneOf("sum", "mean", "min", "max", "last")
        from input in StageInput
        select $"{name}({input})";

    private static Gen<string> Section =>
        from weight in Gen.OneOf("1", "0.5", "2")
        from bounds in Gen.OneOf("", ", floor: 0", ", cap: 20", ", highest_only: true", ", decimals: 1, rounding: half_even")
        select $"weight: {weight}{bounds}";

    private static Gen<string> Effects => Gen.OneOf(
        "{ scope: indicator(i2), effect: zero }",
        "{ scope: indicator(i3), effect: exclude }, { scope: award, effect: hold }",
        "{ scope: section(s), effect: add(-3) }, { scope: grade, effect: exclude }",
        "{ scope: total, effect: set(5) }, { scope: award, effect: exclude }",
        "{ scope: indicator(i2), effect: add(2.5) }, { scope: indicator(i2), effect: add(-1) }");

    private static Gen<string> Grades =>
        from top in Truth(1, Gen.OneOf(Gen.Const("total"), Level3(["i1", "i2"])))
        from good in Gen.OneOf("total > 3", "section(s) >= 0", "rank(total) <= 2", "points(i3) > 10")
        from rest in Gen.OneOf("{}", "{ when: 'total > -1000' }")
        select $"grades:\n  top: {{ when: '{top}' }}\n  good: {{ when: '{good}' }}\n  low: {rest}\n";

    private static Gen<string> Finish =>
        from decimals in Gen.OneOf("", ", decimals: 1", ", decimals: 0, rounding: up", ", decimals: 2, rounding: down")
        from bounds in Gen.OneOf("floor: -1000", "floor: -10, cap: 100")
        from keys in Gen.OneOf("total desc", "total desc, points(i1) asc", "value(i2) asc, total desc", "sum(made) desc, last(cost) asc")
        from shared in Gen.OneOf("1-2-2-4", "1-2-2-3", "1-2.5-2.5-4", "none")
        from divisions in Gen.OneOf("apart", "together")
        from ties in shared == "none" ? Gen.OneOf("none", "each", "split") : Gen.OneOf("each", "split")
        from awards in Awards(ties)
        select $"total: {{ {bounds}{decimals} }}\n"
            + $"ranking: {{ by: [ {keys} ], shared: {shared}, divisions: {divisions} }}\n{awards}";

    /// <summary>One of each kind; the pool is 100.01.</summary>
    private static Gen<string> Awards(string ties) =>
        from first in When
        from second in When
        from third in When
        from count in Gen.OneOf(
            "quota: 1", "quota: 2", "share: 50%", "share: 100%", "quota: 'size / 2'", "quota: 'if(size > 2, 2, stageNumber)'",
            "quota: 'countOf(total > 3)'", "quota: 'reference(none)'")
        from per in Gen.OneOf("", "", ", per: tag(zone)")
        from pool in Gen.OneOf("100.01", "100.01", "'reference(line) * 3'", "'sumOf(abs(total)) - 20'")
        from table in Gen.OneOf(
            "{ 1: 100.01, 2: 50, 4: -20.05 }", "[ { when: 'size > 2', 1: 9, 2: 3.5 }, { 1: 7 } ]", "[ { when: 'reference(none) > 1', 1: 9 } ]")
        from last in Gen.OneOf("award(flag)", "not award(ladder)", "award(pool) or award(piece)", "award(flag) and total > 1")
        from sorted in Gen.OneOf(
            "", ", by: value(i1) desc", ", by: [ 'coefficient(size) asc', 'points(i2) desc' ]", ", by: 'rank(total) asc'")
        from money in Gen.OneOf(ties == "split" ? ", money: 33.35" : "", ", money: -10")
        from weight in Gen.OneOf(
            "abs(total)", "ifna(abs(points(i1)), 0)", "sum(made)", "coefficient(size)", "0.1", "ifna(plan(made), 3)")
        from figure in Number(1, Level3(["i1", "i2"]))
        select "awards:\n"
            + $"  more: {{ money: 5, when: '{last}'{per} }}\n"
            + $"  ladder: {{ places: {table}, ties: {ties}{first}{per} }}\n"
            + $"  flag: {{ {count}, ties: {ties}{sorted}{money}{second}{per} }}\n"
            + $"  pool: {{ pool: {pool}, weight: '{weight}'{third}{per} }}\n"
            + $"  piece: {{ money: '{figure}'{first} }}\n"
            + $"  whole: {{ money: '{figure}', pool: '{figure.Length}'{second} }}\n";

    private static Gen<string> When => Gen.OneOf(
        "", ", when: eligible", ", when: not grade(low)", ", when: 'total > 0'", ", when: 'plan(made) > 5'",
        ", when: 'rank(total) <= 2'");

    private static Gen<string> Indicator(string id, Gen<string> formula) =>
        from value in formula
        from decimals in Gen.OneOf("", ", decimals: 0", ", decimals: 2, rounding: half_even", ", decimals: 1, rounding: up")
        from points in Points(id)
        from inSection in Gen.Bool
        from missing in Gen.OneOf("neutral", "exclude", "na", "3")
        from na in Gen.OneOf("neutral", "exclude", "na", "-2")
        from effect in Gen.OneOf("", $"when_missing: {{ points: {missing}, mark: 待报 }}, ", $"when_na: {{ points: {na} }}, ")
        select $"  {id}: {{ base: 10, {(inSection ? "section: s, " : "")}{effect}value: {{ formula: '{value}'{decimals} }}{points} }}\n";

    private static Gen<string> Points(string id) => Gen.OneOf(
        Gen.Const(""),
        Number(1, Gen.OneOf(Gen.OneOf("value", "base"), Level3([]))).Select(static formula => $", points: '{formula}'"),
        Gen.OneOf("rank(value)", "scale(value, 0, base)", "value - mean(value)", "share(value) * base", $"base + value({id})")
            .Select(static formula => $", points: '{formula}'"));

    /// <summary>What a formula of an entrant may read.</summary>
    private static Gen<string> Level3(string[] earlier)
    {
        List<Gen<string>> leaves =
        [
            Literal,
            Fold,
            Fold,
            Fold,
            Gen.OneOf(
                "plan(made)", "plan(made, original)", "plan(scrap, toDate)", "baseline(made)", "coefficient(size)", "coefficient(none)",
                "carried(kept)", "carried(bare) + 1", "account(fund)", "reference(line)", "reference(none)", "size", "stageNumber + stageOfYear",
                "pick(tag(zone), \"I\", 1, \"II\", 2, 3)", "pick(tag(zone), \"I\", sum(made))",
                "if(tag(zone) = \"I\", 1, 2)", "if(tag(zone) <> tag(sector), 1, 2)",
                "daysSince(lastDate(made))", "(asOf - firstDate(cost))", "sum(before)", "mean(year)", "max(year)", "sum(before) / plan(made)"),
            Cohort,
        ];
        if (earlier.Length > 0)
        {
            leaves.Add(Gen.OneOf([.. earlier.SelectMany(static id => new[] { $"value({id})", $"points({id})", $"rank(points({id}))" })]));
        }

        return Gen.OneOf([.. leaves]);
    }

    private static Gen<string> Cohort =>
        from column in Gen.OneOf(Fold, Gen.Const("plan(made)"), Gen.Const("ifna(sum(made), 0)"))
        from direction in Gen.OneOf("asc", "desc")
        from style in Style
        from formula in Gen.OneOf(
            $"best({column})", $"best({column}, {direction})", $"worst({column})", $"mean({(column.Contains("made", StringComparison.Ordinal) ? "plan(made)" : "coefficient(size)")})",
            $"median({column})", $"share({column})", $"scale({column}, 5, 20)", $"scale({column}, 5, 20, {direction})",
            $"rank({column})", $"rank({column}, {direction}, {style})",
            $"sumOf({column})", $"countOf({column} > 3)", $"percentile({column}, 30%)", $"if(closest({column}, 5), 1, 0)", $"countOf(closest({column}, 5))",
            $"if(closest({column}, target, below), 1, {column})", $"within(tag(zone), rank({column}, {direction}, {style}))",
            $"within(tag(zone), mean(plan(made)))", $"among(tag(boss), sumOf({column}))", $"among(tag(boss), rank({column}))",
            $"of(tag(boss), {column})", $"if(of(tag(boss), {column} > 2), 1, 2)", $"if(within(tag(zone), closest({column}, 4, above)), 1, 0)")
        select formula;

    private static Gen<string> Fold =>
        from grouping in Gen.Frequency((6, ""), (1, "perRecord"), (4, "perShift"), (1, "perDay"), (1, "per"))
        from fold in grouping == "per"
            ? Gen.OneOf("sum", "mean", "min", "max", "count", "countIf")
            : Gen.OneOf("sum", "mean", "min", "max", "last", "count", "countIf", "days")
        from expr in fold == "countIf" ? Truth(1, StageInput) : Number(1, Leaf(grouping))
        from read in StageInput
        select Wrapped(fold, grouping, ReadsInput(expr) ? expr : $"({read} {(fold == "countIf" ? "> 1 and" : "+")} {expr})");

    private static Gen<string> Leaf(string grouping) => grouping is "" or "perRecord"
        ? Gen.OneOf(StageInput, StageInput, Literal, Gen.Const("attribute(price)"))
        : Gen.OneOf(StageInput, StageInput, Literal);

    private static string Wrapped(string fold, string grouping, string expr) => grouping switch
    {
        "" => $"{fold}({expr})",
        "per" => $"{fold}(per(product, {expr}))",
        _ => $"{fold}({grouping}({expr}))",
    };

    private static bool ReadsInput(string expr) =>
        StageInputs.Any(input => expr.Contains(input, StringComparison.Ordinal));

    private static Gen<string> Number(int depth, Gen<string> leaf)
    {
        if (depth == 0)
        {
            return leaf;
        }

        var inner = Number(depth - 1, leaf);
        return Gen.OneOf(
            leaf,
            Gen.Select(inner, Sign, inner, static (a, sign, b) => $"({a} {sign} {b})"),
            Gen.Select(inner, inner, static (a, b) => $"ifna({a}, {b})"),
            Gen.Select(Truth(depth, leaf), inner, inner, static (c, a, b) => $"if({c}, {a}, {b})"),
            inner.Select(static a => $"abs({a})"),
            inner.Select(static a => $"(0 - {a})"),
            inner.Select(static a => $"({a} ^ 2)"),
            Gen.Select(inner, inner, static (a, b) => $"min({a}, {b}, 4)"),
            Gen.Select(inner, inner, static (a, b) => $"max({a}, {b})"),
            Gen.Select(inner, inner, static (a, b) => $"clamp({a}, 1, {b})"),
            Gen.Select(inner, inner, static (a, b) => $"step({a}, {b}, 0.5)"),
            Gen.Select(inner, inner, static (a, b) => $"stepStarted({a}, 0.3, {b})"),
            Gen.Select(inner, Gen.Int[0, 3], Rounding, static (a, d, mode) => string.Create(CultureInfo.InvariantCulture, $"round({a}, {d}, {mode})")),
            Gen.Select(inner, inner, static (a, b) => $"band({a}, under(-1, {b}), range(-1, 2), range(2, target, 5), from(target, 9))"),
            inner.Select(static a => $"band({a}, upTo(3, 1), above(3, 2))"),
            Gen.Select(inner, inner, static (a, b) => $"mod({a}, {b})"),
            inner.Select(static a => $"(sqrt({a}) + exp({a}) - ln({a}) * log10({a}))"),
            Gen.Select(inner, Gen.OneOf("0.5", "1.7", "(0 - 0.3)", "sum(made)"), static (a, n) => $"(abs({a}) ^ {n})"),
            Gen.Select(inner, inner, static (a, b) => $"marginal({a}, upTo(1, 2%), upTo(5, {b}), above(5, 0 - {a}))"),
            inner.Select(static a => $"(floor({a}) + ceiling({a}))"),
            inner.Select(static a => $"if(band({a}, upTo(3, {a} > 1), above(3, false)), 1, 2)"),
            Gen.Select(inner, inner, static (a, b) => $"pick({a}, 0, {b}, target, {a}, 3.5, 4)"));
    }

    private static Gen<string> Truth(int depth, Gen<string> leaf)
    {
        var compared = Gen.Select(leaf, Comparison, leaf, static (a, sign, b) => $"({a} {sign} {b})");
        return depth == 0
            ? compared
            : Gen.OneOf(
                compared,
                Gen.Select(compared, compared, static (a, b) => $"({a} and {b})"),
                Gen.Select(compared, compared, static (a, b) => $"({a} or {b})"),
                compared.Select(static a => $"(not {a})"),
                compared.Select(static a => $"ifna({a}, false)"));
    }
}
