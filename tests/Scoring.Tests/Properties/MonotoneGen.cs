using CsCheck;

namespace Ganchao.Scoring.Tests.Properties;

/// <summary>Points by shapes of the language that never fall as a figure rises that is not negative.</summary>
internal static class MonotoneGen
{
    private static readonly Gen<string> Factor = Gen.OneOf("0", "0.5", "1", "2", "12.5%", "1 / 3", "base");
    private static readonly Gen<string> Bound = Gen.OneOf("-3", "0", "2.5", "7", "40", "1000", "target");
    private static readonly Gen<string> Width = Gen.OneOf("1", "0.3", "2.5", "10%", "7");
    private static readonly Gen<string> Rounding = Gen.OneOf("halfAway", "halfEven", "down", "up");

    /// <summary>A formula over <c>value</c>, for the points of an indicator with a base.</summary>
    public static readonly Gen<string> Points = Shape(3);

    public static string Rulebook(string points) => $$"""
        language: 1
        code: monotone
        inputs: { made: a, scrap: b }
        constants: { target: 12 }
        indicators: { x: { base: 10, value: sum(made), points: '{{points}}' }, y: { value: sum(scrap) } }
        """;

    private static Gen<string> Shape(int depth)
    {
        if (depth == 0)
        {
            return Gen.OneOf(
                "value", "value", "base", "target", "scale(value, 0, 100)", "scale(value, 5, 20)", "rank(value, asc)",
                "0 - rank(value)",
                "0 - rank(value, desc, dense)", "0 - rank(value, desc, fractional)", "value - mean(value)",
                "value - median(value)",
                "share(value) * base", "value / best(value)", "value / plan(made) * 100", "value - plan(made)",
                "percentile(value, 50%)",
                "sqrt(value)", "ln(value + 1)", "value ^ 2", "marginal(value, upTo(5, 0.5), upTo(20, 2), above(20, 1))");
        }

        var inner = Shape(depth - 1);
        return Gen.OneOf(
            inner,
            Gen.Select(inner, inner, static (x, y) => $"({x} + {y})"),
            Gen.Select(Factor, inner, static (factor, x) => $"({factor}) * ({x})"),
            Gen.Select(inner, Bound, static (x, bound) => $"min({x}, {bound})"),
            Gen.Select(inner, inner, static (x, y) => $"max({x}, {y})"),
            Gen.Select(inner, inner, static (x, y) => $"min({x}, {y})"),
            inner.Select(static x => $"clamp({x}, 3, 40)"),
            Gen.Select(inner, Width, static (x, width) => $"step({x}, {width}, 0.5)"),
            Gen.Select(inner, Width, Factor, static (x, width, factor) => $"stepStarted({x}, {width}, {factor})"),
            Gen.Select(
                inner, Gen.Int[0, 3], Rounding,
                static (x, decimals, mode) => FormattableString.Invariant($"round({x}, {decimals}, {mode})")),
            inner.Select(static x => $"band({x}, under(0, -5), range(0, 2.5, 0), range(2.5, target, 3), from(target, 9))"),
            inner.Select(static x => $"band({x}, upTo(3, 1), above(3, 2))"),
            inner.Select(static x => $"if({x} >= 5, 20, 4)"),
            inner.Select(static x => $"floor({x}) + ceiling({x})"));
    }
}
