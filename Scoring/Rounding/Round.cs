using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// <c>round(x, d)</c>, <c>round(x, d, mode)</c>: to <c>d</c> decimals (0 to 12), half away from zero or as
/// the mode says.
/// </summary>
internal sealed class Round : IRuleFunction
{
    private static readonly Refusal WrongDecimals =
        new("round-decimals", "小数位数应为 0 到 12 的整数。", "Decimals are a whole number from 0 to 12.");

    public string Name => "round";

    /// <summary>The words stand in the order of <see cref="RoundingMode"/>.</summary>
    public ImmutableArray<Parameter> Parameters =>
        [Parameter.Number, Parameter.Number with { IsLiteral = true },
            Parameter.OptionalWord("halfAway", "halfEven", "down", "up")];

    public Refusal? Check(ReadOnlySpan<decimal?> literals) =>
        literals[1] is not { } decimals || (decimal.IsInteger(decimals) && decimals is >= 0m and <= 12m) ? null : WrongDecimals;

    public Result Evaluate(ReadOnlySpan<Result> terms)
    {
        var mode = terms.Length > 2 ? (RoundingMode)(int)terms[2].Number : RoundingMode.HalfAway;
        return Result.Of(Exact.Rounded(terms[0].Number, (int)terms[1].Number, mode));
    }
}
