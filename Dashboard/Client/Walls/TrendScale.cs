using System.Globalization;
using Ganchao.Contracts.Boards;

namespace Ganchao.Client.Walls;

/// <summary>One scale for the trend lines of all rows of a board, on a field of 100 × 30.</summary>
/// <param name="Least">Of all totals.</param>
/// <param name="Greatest">Of all totals.</param>
/// <param name="First">The first day on which anybody has one.</param>
/// <param name="Last">The last one, which is today.</param>
public sealed record TrendScale(decimal Least, decimal Greatest, int First, int Last)
{
    private const decimal Width = 100;
    private const decimal Height = 30;
    private const decimal Margin = 3;

    public static TrendScale Of(IReadOnlyList<BoardRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var totals = rows.SelectMany(row => row.Trend ?? []).OfType<decimal>().DefaultIfEmpty(0).ToArray();
        var days = rows.SelectMany(row => (row.Trend ?? []).Index()).Where(day => day.Item is not null)
            .Select(day => day.Index).DefaultIfEmpty(0).ToArray();
        return new TrendScale(totals.Min(), totals.Max(), days.Min(), days.Max());
    }

    /// <summary>Whether there are not even two days to draw a line between.</summary>
    public bool IsEmpty => Last == First;

    /// <summary>An SVG path; a missing total leaves a gap.</summary>
    public string Path(IReadOnlyList<decimal?>? trend)
    {
        var path = "";
        var pen = 'M';
        foreach (var (index, total) in (trend ?? []).Index())
        {
            if (total is not { } known)
            {
                pen = 'M';
                continue;
            }

            path += string.Create(CultureInfo.InvariantCulture, $"{pen}{X(index):0.#} {Y(known):0.#}");
            pen = 'L';
        }

        return path;
    }

    private decimal X(int index) => IsEmpty ? Width / 2 : (index - First) * Width / (Last - First);

    private decimal Y(decimal total) => Greatest == Least
        ? Height / 2
        : Height - Margin - ((total - Least) / (Greatest - Least) * (Height - Margin - Margin));
}
