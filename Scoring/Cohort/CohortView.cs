namespace Ganchao.Scoring;

/// <summary>One column over one cohort: its numbers in ascending order, quantised; members that are n/a are left out.</summary>
internal sealed class CohortView
{
    private readonly decimal[] _ascending;

    /// <param name="members">Figures of the members of the cohort, guests already left out.</param>
    public CohortView(IEnumerable<(string Entrant, Result Figure)> members)
    {
        var numbers = new List<(decimal Number, string Entrant)>();
        var sum = new ExactSum(0);
        foreach (var (entrant, figure) in members)
        {
            if (figure.IsNumber && ExactSum.Of(figure.Number) is { } part)
            {
                numbers.Add((Exact.Compared(figure.Number), entrant));
                sum += part;
            }
        }

        numbers.Sort(
            static (a, b) => a.Number != b.Number ? a.Number.CompareTo(b.Number) : string.CompareOrdinal(a.Entrant, b.Entrant));
        _ascending = [.. numbers.Select(static member => member.Number)];
        Entrants = [.. numbers.Select(static member => member.Entrant)];
        Sum = sum.ToResult();
    }

    public IReadOnlyList<decimal> Ascending => _ascending;

    /// <summary>Whose the numbers are, in the same order; equal ones by id.</summary>
    public IReadOnlyList<string> Entrants { get; }

    public int Count => _ascending.Length;

    public Result Sum { get; }

    /// <summary>How many are smaller than x.</summary>
    public int Below(decimal x) => Bound(x, orEqual: false);

    /// <summary>How many are greater than x.</summary>
    public int Above(decimal x) => Count - Bound(x, orEqual: true);

    public int EqualTo(decimal x) => Count - Below(x) - Above(x);

    private int Bound(decimal x, bool orEqual)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_ascending[middle] < x || (orEqual && _ascending[middle] == x))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
