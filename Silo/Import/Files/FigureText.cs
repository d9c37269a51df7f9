using System.Globalization;
using System.Text.RegularExpressions;

namespace Ganchao.Silo.Import.Files;

/// <summary>What a percent sign in a cell means.</summary>
internal enum PercentRule
{
    /// <summary>A percent sign is refused, because 98.5 % may mean 98.5 or 0.985.</summary>
    NotSet,

    /// <summary>98.5 % is the figure 98.5.</summary>
    Keep,

    /// <summary>98.5 % is the figure 0.985.</summary>
    Divide,
}

/// <summary>Reads a figure exactly, or says why it cannot.</summary>
internal static partial class FigureText
{
    /// <summary>Null: the figure was read.</summary>
    public static Said? Read(string cell, bool decimalComma, PercentRule percent, out decimal figure)
    {
        figure = 0;
        var text = CellText.Narrow(cell).Replace("'", "", StringComparison.Ordinal);
        if (text.EndsWith('%'))
        {
            if (percent == PercentRule.NotSet)
            {
                return new Said(
                    $"'{cell}' 带百分号:请在映射文件该列写 percent: keep(98.5% 记 98.5)或 percent: divide(记 0.985)。",
                    $"'{cell}' has a percent sign: write percent: keep (98.5) or percent: divide (0.985) at its column.");
            }

            text = text[..^1].TrimEnd();
        }

        if (decimalComma)
        {
            text = text.Replace('.', ' ').Replace(',', '.').Replace(' ', ',');
        }

        if (Exponent().IsMatch(text))
        {
            return new Said(
                $"'{cell}' 是电子表格的科学计数法,可能已丢位数:请把该列设为数值格式后重新导出。",
                $"'{cell}' is in scientific notation and may have lost digits: export the column as plain numbers.");
        }

        if (!Plain().IsMatch(text) || !decimal.TryParse(
            text.Replace(",", "", StringComparison.Ordinal),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out figure))
        {
            return new Said($"'{cell}' 不是数字。", $"'{cell}' is no number.");
        }

        figure = percent == PercentRule.Divide && cell.AsSpan().IndexOfAny('%', '％') >= 0 ? figure / 100 : figure;
        return null;
    }

    // Thousands separators stand before groups of three, or the comma was meant as a decimal point.
    [GeneratedRegex(@"^[+-]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+|(?=\.[0-9]))(\.[0-9]*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[+-]?[0-9.,]+[eE][+-]?[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Exponent();
}
