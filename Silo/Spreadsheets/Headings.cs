using System.Text.RegularExpressions;
using Ganchao.Dashboard.Spreadsheets;
using Ganchao.Silo.Import.Files;

namespace Ganchao.Silo.Spreadsheets;

/// <summary>
/// Finds what the columns of a table are by what stands above them, over several rows where headings are merged.
/// </summary>
internal sealed partial class Headings(TableCells cells, IReadOnlyList<int> rows, IReadOnlyList<ColumnTarget> targets)
{
    private const int Exact = 100;
    private const int Joined = 95;
    private const int Above = 80;
    private const int Within = 40;

    // Beside a measure's own figures stand others of the same name.
    private static readonly string[] Others =
        ["计划", "累计", "同期", "去年", "上年", "上月", "完成率", "增减", "差额", "排名", "名次", "PLAN", "RANK", "LASTYEAR"];

    private static readonly string[][] SameUnits = [["吨", "T"], ["公斤", "千克", "KG"], ["小时", "H"], ["度", "千瓦时", "KWH"], ["%", "百分比"]];

    /// <summary>A column's headings from the top down, each once.</summary>
    public IReadOnlyList<string> Over(int column)
    {
        var over = new List<string>();
        foreach (var (at, row) in rows.Index())
        {
            var text = TextAt(row, column) is { Length: > 0 } own ? own : LeftOf(at, column);
            if (text.Length > 0 && !over.Contains(text))
            {
                over.Add(text);
            }
        }

        return over;
    }

    private string TextAt(int row, int column) =>
        cells.At(row, column) is { Kind: CellKind.Text or CellKind.Number or CellKind.Date } cell ? cell.Text : "";

    // Text files know no merged cells: above a lower heading, a blank one belongs to what stands left of it.
    private string LeftOf(int at, int column)
    {
        if (cells.HasMerged || rows.Skip(at + 1).All(lower => TextAt(lower, column).Length == 0))
        {
            return "";
        }

        var left = cells.Columns.Where(other => other < column).Select(other => TextAt(rows[at], other));
        return left.LastOrDefault(static text => text.Length > 0) ?? "";
    }

    /// <summary>Every column, each target given to the column whose headings fit it best.</summary>
    public IReadOnlyList<MappedColumn> Columns(IReadOnlyDictionary<int, string>? chosen)
    {
        var given = chosen is null
            ? Guessed()
            : chosen.Where(choice => targets.Any(target => target.Key == choice.Value)).ToDictionary();
        return [.. cells.Columns.Select(column => ColumnOf(column, given.GetValueOrDefault(column, "")))];
    }

    private MappedColumn ColumnOf(int column, string target)
    {
        var over = Over(column);
        var unit = targets.FirstOrDefault(known => known.Key == target)?.Unit;
        var other = unit is null ? null : over.Select(UnitIn).LastOrDefault(own => own is not null && !AreSame(own, unit));
        return new MappedColumn(column, string.Join(" / ", over), target, other);
    }

    private Dictionary<int, string> Guessed()
    {
        var fits = cells.Columns
            .SelectMany(column => targets.Select(target => (Column: column, Target: target.Key, Fit: FitOf(column, target))))
            .Where(fit => fit.Fit > 0)
            .OrderByDescending(fit => fit.Fit)
            .ToList();
        var given = new Dictionary<int, string>();
        foreach (var fit in fits)
        {
            var isTie = fits.Any(other => other.Fit == fit.Fit && other.Column == fit.Column && other.Target != fit.Target);
            if (!isTie && !given.ContainsKey(fit.Column) && !given.ContainsValue(fit.Target))
            {
                given.Add(fit.Column, fit.Target);
            }
        }

        return given;
    }

    private int FitOf(int column, ColumnTarget target)
    {
        var plain = Over(column).Select(PlainOf).Where(static text => text.Length > 0).ToList();
        return plain.Count == 0 ? 0 : target.Names.Max(name => FitOf(plain, TableCells.Plain(name)));
    }

    private static int FitOf(List<string> over, string name)
    {
        var whole = string.Concat(over);
        var fit = over[^1] == name ? Exact
            : whole == name ? Joined
            : over.Contains(name) ? Above
            : name.Length > 1 && whole.Contains(name, StringComparison.Ordinal) ? Within + Math.Min(name.Length, 20)
            : 0;
        var isOther = Others.Any(word =>
            whole.Contains(word, StringComparison.Ordinal) && !name.Contains(word, StringComparison.Ordinal));
        return isOther ? 0 : fit;
    }

    // 实际成本(元), 产量/吨: the unit is not a part of the name.
    private static string PlainOf(string heading) => UnitIn(heading) is { } unit
        ? TableCells.Plain(InBrackets().Replace(CellText.Narrow(heading), match => match.Groups["unit"].Value == unit ? "" : match.Value))
        : TableCells.Plain(heading);

    /// <summary>The unit in brackets of a heading; null where there is none.</summary>
    private static string? UnitIn(string heading)
    {
        var match = InBrackets().Match(CellText.Narrow(heading));
        return match.Success ? match.Groups["unit"].Value : null;
    }

    /// <summary>Whether two texts mean one unit.</summary>
    public static bool AreSame(string one, string other)
    {
        var (left, right) = (CellText.Comparable(one), CellText.Comparable(other));
        return left == right || SameUnits.Any(same => same.Contains(left) && same.Contains(right));
    }

    [GeneratedRegex(
        @"[((/]\s*(?<unit>万元|千元|百元|元|吨|t|kg|公斤|千克|克|件|台|套|次|人|天|日|小时|h|分|分钟|%|kWh|MWh|千瓦时|万度|度|项|条|炉|米|m|m2|m3|立方米|平方米)\s*[))]?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex InBrackets();
}
