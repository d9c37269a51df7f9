using System.Text;

namespace Ganchao.Scoring.Tests.Hostile;

/// <summary>Formulas that nobody would write: words in any order, and trees that are well formed and mean nothing.</summary>
internal static class FormulaNonsense
{
    private static readonly string[] OfOne =
        ["exp", "ln", "log10", "sqrt", "abs", "floor", "ceiling", "share", "rank", "best", "median", "sumOf"];

    /// <summary>Tokens in a row, mostly no formula at all.</summary>
    public static string Words(Dice dice)
    {
        var text = new StringBuilder();
        for (var count = 1 + dice.Below(dice.OnceIn(50) ? 1500 : 25); count > 0; count--)
        {
            text.Append(dice.Below(8) switch
            {
                < 3 => dice.Of(Tokens.Signs),
                < 5 => dice.Of(Tokens.Names),
                5 => dice.Of(Tokens.Functions) + "(",
                6 => dice.Of(Tokens.Numbers),
                _ => dice.OnceIn(2) ? " " : ((char)(dice.Below(0xD000) + 1)).ToString(),
            });
        }

        return text.ToString();
    }

    /// <summary>A well-formed tree of any functions over any terms; sometimes it even compiles.</summary>
    public static string Tree(Dice dice, int depth)
    {
        string Inner() => Tree(dice, depth - 1);

        return depth <= 0
            ? dice.Below(4) switch
            {
                0 => dice.Of(Tokens.Numbers),
                1 => $"sum({dice.Of(Tokens.Names)})",
                2 => $"plan({dice.Of(Tokens.Names)})",
                _ => dice.Of(Tokens.Names),
            }
            : dice.Below(6) switch
            {
                0 => $"{Inner()} {dice.Of(Tokens.Signs)} {Inner()}",
                1 => $"({Inner()} {dice.Of(["+", "-", "*", "/", "^"])} {Inner()})",
                2 => $"if({Inner()} {dice.Of(["<", ">", "=", "<="])} {Inner()}, {Inner()}, {Inner()})",
                3 => $"{dice.Of(Tokens.Functions)}({Inner()})",
                4 => $"{dice.Of(Tokens.Functions)}({Inner()}, {Inner()})",
                _ => $"{dice.Of(Tokens.Functions)}({Inner()}, {Inner()}, {Inner()})",
            };
    }

    /// <summary>Arithmetic that compiles and leaves the range of numbers, or divides by nothing.</summary>
    public static string Overflow(Dice dice, int depth)
    {
        string Inner() => Overflow(dice, depth - 1);

        return depth <= 0
            ? dice.Of(
                [
                    "sum(a)", "sum(b)", "max(a)", "min(b)", "last(a)", "mean(b)", "count(a)", "plan(a)", "baseline(b)",
                    "coefficient(k)",
                    "k", "0", "1", "-1", "0.0000000000005", "9999999999999999999999999999", "64", "1000000000000000", "1%",
                    "sum(净)",
                    "sum(perShift(a * b))", "sum(perDay(a))", "reference(line)", "best(sum(a))", "share(sum(b))", "0.1", "sum(f)",
                    "median(h)", "last(f * h)", "bestOf(h, 2)", "trimmedMean(f, 1)", "countBefore(f > 1, h < 0)", "streak(f > k)", "first(h / f)",
                ])
            : dice.Below(14) switch
            {
                0 or 1 => $"({Inner()} + {Inner()})",
                2 => $"({Inner()} - {Inner()})",
                3 or 4 => $"({Inner()} * {Inner()})",
                5 => $"({Inner()} / {Inner()})",
                6 => $"({Inner()} ^ {Inner()})",
                7 => $"step({Inner()}, {Inner()}, {Inner()})",
                8 => $"round({Inner()}, {dice.Of(["0", "5", "12"])}, {dice.Of(["up", "down", "halfEven"])})",
                9 => $"if({Inner()} > {Inner()}, {Inner()}, ifna({Inner()}, {Inner()}))",
                10 => $"{dice.Of(OfOne)}({Inner()})",
                11 => $"mod({Inner()}, {Inner()})",
                12 => $"clamp({Inner()}, {Inner()}, {Inner()})",
                _ => $"{dice.Of(["scale", "marginal"])}({Inner()}, {dice.Of(["0, 100", "upTo(5, 1), above(5, 2)"])})",
            };
    }

    /// <summary>One thing over and over: brackets, signs, digits, names.</summary>
    public static string Endless(Dice dice)
    {
        var part = dice.Of(
            [
                "(", ")", "((", "-", "not ", "1+", "1^", "a<", "9", "a", "（", "\"", "#", "f(a,", "sum(", "if(a>1,", "a*a+",
                "band(", "1%",
                "\u0301", "\uFE0F", "𝟙", "/", ",", "\n", "and ", ".", "0",
            ]);
        var times = 1 + dice.Below(dice.OnceIn(4) ? 4200 / part.Length : 120);
        var tail = dice.OnceIn(2) ? "" : "1" + new string(')', dice.Below(times + 1));
        return string.Concat(Enumerable.Repeat(part, times)) + tail;
    }
}
