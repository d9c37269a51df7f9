using System.Globalization;

namespace Ganchao.Scoring.Plain;

/// <summary>One text for equal numbers: no trailing zeros, never an exponent.</summary>
internal static class NormalNumber
{
    private const decimal OneWithAllItsZeros = 1.0000000000000000000000000000m;

    public static string Of(decimal number) => (number / OneWithAllItsZeros).ToString(CultureInfo.InvariantCulture);

    public static string Of(Result result) => result.IsNumber ? Of(result.Number) : $"n/a({result.Reason})";
}
