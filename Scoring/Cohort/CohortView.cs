namespace Ganchao.Scoring;

/// <summary>One column over one cohort: its numbers in ascending order, quantised; members that are n/a are left out.</summary>
internal sealed class CohortView
{
    private readonly List<(decimal Number, string Entrant)> _members;
    private readonly Lazy<(decimal[] Numbers, string[] Entrants)> _ascending;
    private readonly Lazy<Result> _sum;

    /// <param name="members">Figures of the members of the cohort, guests already left out.</param>
    /// <param name="expected">About how many there are.</param>
    public CohortView(IEnumerable<(string Entrant, Result Figure)> members, int expected = 0)
    {
        _members = new List<(decimal, string)>(expected);
        foreach (var (entrant, figure) in members)
        {
            if (figure.IsNumber && Exact.Compared(figure.Number) is var number && Math.Abs(number) <= ExactSum.Largest)
            {
                Least = _members.Count == 0 || number < Least ? number : Least;
                Greatest = _members.Count == 0 || number > Greatest ? number : Greatest;
                _members.Add((number, entrant));
            }
        }

        _sum = new Lazy<Result>(Summed);
        _ascending = new Lazy<(decimal[], string[])>(Sorted);
    }

    /// <summary>0 while <see cref="Count"/> is.</summary>
    public decimal Least { get; }

    /// <summary>0 while <see cref="Count"/> is.</summary>
    public decimal Greatest { get; }

    /// <summary>Sorted when first asked for.</summary>
    public IReadOnlyList<decimal> Ascending => _ascending.Value.Numbers;

    /// <summary>Whose the numbers are, in the same order; equal ones by id.</summary>
    public IReadOnlyList<string> Entrants => _ascending.Value.Entrants;

    public int Count => _members.Count;

    /// <summary>Summed when first asked for.</summary>
    public Result Sum => _sum.Value;

    /// <summary>How many are smaller than x.</summary>
    public int Below(decimal x) => Bound(x, orEqual: false);

    /// <summary>How many are greater than x.</summary>
    public int Above(decimal x) => Count - Bound(x, orEqual: true);

    public int EqualTo(decimal x) => Count - Below(x) - Above(x);

    private int Bound(decimal x, bool orEqual)
    {
        var numbers = _ascending.Value.Numbers;
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (numbers[middle] < x || (orEqual && numbers[middle] == x))
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

    private Result Summed() => _members
        .Aggregate(new ExactSum(0), static (sum, member) => sum + ExactSum.Of(member.Number)!.Value)
        .ToResult();

    private (decimal[] Numbers, string[] Entrants) Sorted()
    {
        var members = _members.ToArray();
        Array.Sort(
            members,
            static (a, b) => a.Number != b.Number ? a.Number.CompareTo(b.Number) : string.CompareOrdinal(a.Entrant, b.Entrant));
        return ([.. members.Select(static member => member.Number)], [.. members.Select(static member => member.Entrant)]);
    }
}
