using CsCheck;

namespace Ganchao.Scoring.Tests.Properties;

/// <summary>
/// Figures by occasion of any kind, and folds over them: by record, in time, by a key; of each kind three, one on the other.
/// </summary>
internal static class FigureGen
{
    private static readonly Gen<string> Input = Gen.OneOf("made", "scrap", "cost", "mill", "minor", "net", "worth");
    private static readonly Gen<string> Literal = Gen.OneOf("0", "1", "2.5", "target", "1 / 3");
    private static readonly Gen<string> Sign = Gen.OneOf("+", "-", "*", "/");
    private static readonly Gen<string> Condition = Gen.Select(
        Input, Gen.OneOf("<", ">", "=", "<>"), Gen.OneOf("0", "2", "3.5"), static (x, sign, y) => $"{x} {sign} {y}");

    private static readonly Gen<string> Term = Gen.OneOf(
        "coefficient(size)", "plan(made)", "occurrence", "size", "stageNumber", "0.5", "target");

    private static readonly Gen<string> Unordered = Over(
        Gen.OneOf(
            Input,
            Gen.Select(Input, Sign, Literal, static (x, sign, y) => $"({x} {sign} {y})"),
            Input.Select(static x => $"ifna({x}, 1)")),
        Condition,
        isOrdered: false);

    private static readonly Gen<string> Records = Over(
        Gen.OneOf(
            Input,
            Gen.Select(Input, Sign, Input, static (x, sign, y) => $"({x} {sign} {y})"),
            Gen.Const("net * attribute(price)")),
        Condition,
        isOrdered: true);

    private static readonly Gen<string> Block =
        from record in Figures("record", "r", Gen.OneOf(Input, Input, Term, Gen.OneOf(
            "occurrence(product)", "occurrence(tag(severity))", "attribute(price)", "(rowDate - asOf)")), hasCohorts: false)
        from per in Gen.OneOf("shift", "day", "week", "month")
        from timed in Figures(
            per, "t", Gen.OneOf(Records, Records, Term, Gen.OneOf("(rowDate - lastDate(made))", "daysSince(rowDate)")), hasCohorts: true)
        from tagged in Gen.OneOf("product", "tag(severity)", "subject")
        from keyed in Figures(tagged, "k", Gen.OneOf(Records, Unordered, Term), hasCohorts: true)
        select $"figures:\n{record}{timed}{keyed}";

    /// <summary>In the formula of a column.</summary>
    private static readonly Gen<string> Fold =
        from kind in Gen.OneOf("r", "t", "k")
        from fold in Over(
            Gen.OneOf($"{kind}1", $"{kind}2", $"{kind}3", $"({kind}1 + {kind}2)", $"ifna({kind}3, {kind}1)"),
            Gen.OneOf($"{kind}1 > 1", $"{kind}2 < {kind}1", $"{kind}3 >= 2", $"not ifna({kind}1 = 2, true)"),
            isOrdered: kind != "k")
        select fold;

    /// <summary>A rulebook whose indicators and places hang on figures by occasion.</summary>
    public static readonly Gen<string> Rulebook =
        from figures in Block
        from first in Fold
        from second in Gen.Select(Fold, Sign, Fold, static (a, sign, b) => $"{a} {sign} {b}")
        from third in Fold.Select(static fold => $"rank({fold})")
        from divisions in Gen.OneOf("apart", "together")
        select $"{RuleGen.Head}{figures}indicators:\n  i1: {{ value: '{first}' }}\n"
            + $"  i2: {{ value: '{second}', when_na: {{ points: 0 }} }}\n"
            + $"  i3: {{ value: '{third}', when_missing: {{ points: 0 }} }}\nranking: {{ divisions: {divisions} }}\n";

    /// <summary>Three figures: over inputs, over the first, over both.</summary>
    private static Gen<string> Figures(string per, string kind, Gen<string> leaf, bool hasCohorts) =>
        from read in Input
        from first in Formula(leaf)
        from second in Formula(Gen.OneOf(leaf, Other(kind, 1)))
        from third in Formula(Gen.OneOf(leaf, Other(kind, 1), hasCohorts ? Cohort(kind, leaf) : Other(kind, 2)))
        from decimals in Gen.OneOf("", ", decimals: 1", ", decimals: 0, rounding: up")
        select Figure(kind, 1, per, per == "record" ? $"{read} + {first}" : $"sum({read}) + {first}", decimals)
            + Figure(kind, 2, per, $"ifna({kind}1, 0) + {second}", "")
            + Figure(kind, 3, per, $"{kind}2 + {third}", decimals);

    private static string Figure(string kind, int number, string per, string formula, string rest) =>
        $"  {kind}{number}: {{ per: {per}, formula: '{formula}'{rest} }}\n";

    private static Gen<string> Other(string kind, int number) => Gen.OneOf(
        $"{kind}{number}", $"before({kind}{number})", $"running({kind}{number})", $"ifna(before({kind}{number}), 0)");

    private static Gen<string> Cohort(string kind, Gen<string> leaf) =>
        from column in Gen.OneOf(Gen.OneOf($"{kind}1", $"{kind}2", $"({kind}1 - {kind}2)"), leaf)
        from call in Gen.OneOf(
            $"best({column})", $"worst({column}, asc)", $"rank({column})", $"share({column})", $"scale({column}, 0, 10)",
            $"sumOf({column})", $"countOf({column} > 2)", $"if(closest({column}, 3), 1, 0)", $"countOf(closest({column}, 3))", $"within(tag(zone), rank({column}))",
            $"among(tag(boss), best({column}))", $"of(tag(boss), {column})",
            $"if(within(tag(zone), closest({kind}1, 4, below)), 2, 3)",
            $"mean({kind}1)", $"median({kind}2)", $"rank({kind}1 - best({kind}1), asc, dense)")
        select call;

    private static Gen<string> Formula(Gen<string> leaf) => Gen.OneOf(
        leaf,
        Gen.Select(leaf, Sign, leaf, static (a, sign, b) => $"({a} {sign} {b})"),
        Gen.Select(leaf, leaf, static (a, b) => $"ifna({a}, {b})"),
        Gen.Select(leaf, leaf, Literal, static (a, b, c) => $"if({a} > {c}, {b}, 1)"),
        Gen.Select(leaf, leaf, static (a, b) => $"max({a}, {b})"));

    private static Gen<string> Over(Gen<string> x, Gen<string> condition, bool isOrdered)
    {
        var free = Gen.OneOf(
            Gen.Select(Gen.OneOf("sum", "mean", "min", "max", "count", "median"), x, static (fold, a) => $"{fold}({a})"),
            Gen.Select(Gen.OneOf("bestOf", "worstOf", "trimmedMean"), x, Gen.OneOf("1", "2"), static (fold, a, n) => $"{fold}({a}, {n})"),
            condition.Select(static c => $"countIf({c})"));
        return !isOrdered ? free : Gen.OneOf(
            free,
            Gen.Select(Gen.OneOf("first", "last", "days"), x, static (fold, a) => $"{fold}({a})"),
            Gen.Select(Gen.OneOf("streak", "longest"), condition, static (fold, c) => $"{fold}({c})"),
            Gen.Select(Gen.OneOf("firstWhere", "lastWhere"), x, condition, static (fold, a, c) => $"{fold}({a}, {c})"),
            Gen.Select(condition, condition, static (c, d) => $"countBefore({c}, {d})"));
    }
}
