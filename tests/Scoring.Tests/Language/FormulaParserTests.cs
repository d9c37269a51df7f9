namespace Ganchao.Scoring.Tests.Language;

public sealed class FormulaParserTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "(1 + (2 * 3))")]
    [InlineData("10 - 4 - 3", "((10 - 4) - 3)")]
    [InlineData("a / b * c", "((a / b) * c)")]
    [InlineData("2 * x ^ 2", "(2 * (x ^ 2))")]
    [InlineData("-a * b", "(-(a) * b)")]
    [InlineData("a - -b", "(a - -(b))")]
    [InlineData("not a = b and c or d", "((not((a = b)) and c) or d)")]
    [InlineData("((a))", "a")]
    [InlineData("if(a >= 1, \"yes\", true)", "if((a >= 1), \"yes\", true)")]
    [InlineData("asOf()", "asOf()")]
    public void Operators_bind_as_in_a_spreadsheet(string formula, string tree)
    {
        var (root, refusal) = FormulaParser.Parse(formula);

        Assert.Null(refusal);
        Assert.Equal(tree, ExprText.Of(root!));
    }

    [Theory]
    [InlineData("1%", "0.01")]
    [InlineData("12.5%", "0.125")]
    [InlineData("3‰", "0.003")]
    [InlineData("100.50", "100.5")]
    public void Percent_and_per_mille_are_part_of_the_number(string formula, string number)
    {
        var (root, _) = FormulaParser.Parse(formula);

        Assert.Equal(number, ExprText.Of(root!));
    }

    [Theory]
    [InlineData("（产量－废品）×1.5％", "((产量 - 废品) * 0.015)")]
    [InlineData("a ≥ 3", "(a >= 3)")]
    [InlineData("a ≠ b", "(a <> b)")]
    [InlineData("max（a，b）", "max(a, b)")]
    [InlineData("\"（\" = d", "(\"（\" = d)")]
    [InlineData("a +\n  b # 说明（不算\n", "(a + b)")]
    [InlineData("android or notable", "(android or notable)")]
    public void Names_and_signs_of_a_Chinese_keyboard_are_understood(string formula, string tree)
    {
        var (root, refusal) = FormulaParser.Parse(formula);

        Assert.Null(refusal);
        Assert.Equal(tree, ExprText.Of(root!));
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("a +", 1, 4)]
    [InlineData("2x", 1, 2)]
    [InlineData("1 2", 1, 3)]
    [InlineData("(1", 1, 3)]
    [InlineData("1)", 1, 2)]
    [InlineData("f(a b)", 1, 5)]
    [InlineData("a and", 1, 6)]
    [InlineData("a < b < c", 1, 7)]
    [InlineData("-2 ^ 2", 1, 4)]
    [InlineData("2 ^ 3 ^ 4", 1, 7)]
    [InlineData("a +\n * b", 2, 2)]
    [InlineData("a ; b", 1, 3)]
    public void A_malformed_formula_is_refused_at_the_place_of_the_mistake(string formula, int line, int column)
    {
        var (root, refusal) = FormulaParser.Parse(formula);

        Assert.Null(root);
        Assert.Equal(("syntax", line, column), (refusal!.Id, refusal.Place.Line, refusal.Place.Column));
    }
}
