using System.Globalization;
using System.Text.RegularExpressions;
using Ganchao.Client.Wording;

namespace Ganchao.Dashboard.Explanations;

/// <summary>Numbers as they stand in a formula. Not with the others: a wall does not need what reads them.</summary>
internal static partial class StepFigures
{
    /// <summary>Every number of a formula with as many decimals as a step shows.</summary>
    public static string Shortened(string formula) => LongNumber().Replace(
        formula, found => decimal.TryParse(found.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? decimal.Round(value, Figures.StepDecimals, MidpointRounding.AwayFromZero)
                .ToString("0.######", CultureInfo.InvariantCulture) + "…"
            : found.Value);

    [GeneratedRegex(@"\d+\.\d{7,}")]
    private static partial Regex LongNumber();
}
