using System.Globalization;
using Ganchao.Contracts.Boards;

namespace Ganchao.Client.Walls;

/// <summary>One scale for the trend lines of all rows of a board, on a field of 100 × 30.</summary>
public sealed record TrendScale(decimal Least, decimal Greatest, int Points)
{
    private const decimal Width = 100;
    private const decimal Height = 30;
    private const decimal Margin = 3;

    public static TrendScale Of(IReadOnlyList<BoardRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var totals = rows.SelectMany(row => row.Trend ?? []).OfType<decimal>().DefaultIfEmpty(0).ToArray();
        return new TrendScale(totals.Min(), totals.Max(), rows.Select(row => row.Trend?.Count ?? 0).DefaultIfEmpty(0).Max());
    }

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

    private decimal X(int index) => Points < 2 ? Width / 2 : index * Width / (Points - 1);

    private decimal Y(decimal total) => Greatest == Least
        ? Height / 2
        : Height - Margin - ((total - Least) / (Greatest - Least) * (Height - Margin - Margin));
}
