using System.Globalization;

namespace Ganchao.Scoring;

/// <summary>How a figure is written in an explanation: at most 12 decimals, no trailing zeros.</summary>
internal static class NumberText
{
    public static string Of(Result result, ValueKind kind) => !result.IsNumber ? result.ToString() : kind switch
    {
        ValueKind.Truth => result.Number != 0m ? "true" : "false",
        ValueKind.Date => DateOnly.FromDayNumber((int)result.Number).ToString("O", CultureInfo.InvariantCulture),
        _ => Of(result.Number),
    };

    public static string Of(decimal number) =>
        Exact.Compared(number).ToString("0.############", CultureInfo.InvariantCulture);
}
