namespace Ganchao.Scoring.Plain;

/// <summary>One entrant against the others (section 7 of the language).</summary>
internal sealed class Cohorts(Recount recount)
{
    /// <summary>A column is the same for all who ask, so it is computed once per division, in figures once per row.</summary>
    private readonly Dictionary<(Expr Asked, string Division, GroupKey? At), IReadOnlyList<decimal>> _columns = new(new SameColumn());

    public static bool Knows(string function) =>
        function is "best" or "worst" or "mean" or "median" or "share" or "scale" or "rank";

    /// <summary>All entrants, of the own division if divisions are apart, that are no guests.</summary>
    public IEnumerable<Scored> MembersFor(Scored entrant) => recount.Entrants.Where(member =>
        !member.Entrant.Guest && (!recount.DivisionsApart || member.Entrant.Division == entrant.Entrant.Division));

    public Result Evaluate(CallExpr call, EntrantSurroundings asking)
    {
        if (call.Arguments is not [var x, ..])
        {
            throw new UncheckedRulebookException($"'{call.Name}' needs a column.");
        }

        return call.Name switch
        {
            "best" => End(Column(x, asking), greatest: !Ascending(call, 1)),
            "worst" => End(Column(x, asking), greatest: Ascending(call, 1)),
            "mean" => Mean(Column(x, asking)),
            "median" => Median(Column(x, asking)),
            "share" => Share(Own(x, asking), Column(x, asking)),
            "scale" => Scale(call, asking),
            "rank" => Rank(call, asking),
            _ => throw new UncheckedRulebookException($"'{call.Name}' is no function of a cohort."),
        };
    }

    private static Result Own(Expr x, EntrantSurroundings asking) => Numbers.Quantised(Formulas.Evaluate(x, asking));

    /// <summary>The quantised figures of the members that have one.</summary>
    private IReadOnlyList<decimal> Column(Expr x, EntrantSurroundings asking)
    {
        var key = (x, recount.DivisionsApart ? asking.Scored.Entrant.Division : "", asking.RowKey);
        if (_columns.TryGetValue(key, out var known))
        {
            return known;
        }

        var numbers = new List<decimal>();
        foreach (var member in MembersFor(asking.Scored).Select(asking.Of).OfType<EntrantSurroundings>())
        {
            var figure = Own(x, member);
            if (figure.IsNumber)
            {
                numbers.Add(figure.Number);
            }
        }

        return _columns[key] = numbers;
    }

    private static Result End(IReadOnlyList<decimal> column, bool greatest)
    {
        if (column.Count == 0)
        {
            return Result.Na(NaReason.Missing);
        }

        return Result.Of(greatest ? column.Max() : column.Min());
    }

    private static Result Mean(IReadOnlyList<decimal> column) => column.Count == 0
        ? Result.Na(NaReason.Missing)
        : Numbers.Divide(Numbers.ExactSum(column), Result.Of(column.Count));

    private static Result Median(IReadOnlyList<decimal> column)
    {
        if (column.Count == 0)
        {
            return Result.Na(NaReason.Missing);
        }

        var inOrder = column.Order().ToList();
        var lower = inOrder[(inOrder.Count - 1) / 2];
        var upper = inOrder[inOrder.Count / 2];
        return inOrder.Count % 2 == 1 ? Result.Of(upper) : Result.Of((lower + upper) / 2m);
    }

    private static Result Share(Result own, IReadOnlyList<decimal> column)
    {
        if (!own.IsNumber)
        {
            return own;
        }

        return column.Count == 0 ? Result.Na(NaReason.Missing) : Numbers.Divide(own, Numbers.ExactSum(column));
    }

    private Result Scale(CallExpr call, EntrantSurroundings asking)
    {
        var own = Own(call.Arguments[0], asking);
        var low = Formulas.Evaluate(call.Arguments[1], asking);
        var high = Formulas.Evaluate(call.Arguments[2], asking);
        var na = Numbers.FirstNa(own, low, high);
        if (!na.IsNumber)
        {
            return na;
        }

        var column = Column(call.Arguments[0], asking);
        if (column.Count == 0)
        {
            return Result.Na(NaReason.Missing);
        }

        var ascending = Ascending(call, 3);
        var best = End(column, greatest: !ascending);
        var worst = End(column, greatest: ascending);
        if (best == worst)
        {
            return high;
        }

        var part = Numbers.Divide(Numbers.Subtract(own, worst), Numbers.Subtract(best, worst));
        return Numbers.Add(Numbers.Multiply(part, Numbers.Subtract(high, low)), low);
    }

    private Result Rank(CallExpr call, EntrantSurroundings asking)
    {
        var own = Own(call.Arguments[0], asking);
        if (!own.IsNumber)
        {
            return own;
        }

        var column = Column(call.Arguments[0], asking);
        if (column.Count == 0)
        {
            return Result.Na(NaReason.Missing);
        }

        var ascending = Ascending(call, 1);
        var better = column.Where(other => ascending ? other < own.Number : other > own.Number).ToList();
        var equal = column.Count(other => other == own.Number);
        var equalOthers = asking.Scored.Entrant.Guest ? equal : equal - 1;
        return Style(call) switch
        {
            "competition" => Result.Of(1m + better.Count),
            "dense" => Result.Of(1m + better.Distinct().Count()),
            "fractional" => Result.Of(1m + better.Count + (equalOthers / 2m)),
            var style => throw new UncheckedRulebookException($"'{style}' is no style of ranks."),
        };
    }

    private static bool Ascending(CallExpr call, int index)
    {
        if (call.Arguments.Length <= index)
        {
            return false;
        }

        return Words.Of(call.Arguments[index]) switch
        {
            "asc" => true,
            "desc" => false,
            var word => throw new UncheckedRulebookException($"'{word}' is no direction."),
        };
    }

    private static string Style(CallExpr call) => call.Arguments.Length > 2 ? Words.Of(call.Arguments[2]) : "competition";

    /// <summary>
    /// Two formulas may read alike and yet ask for different things (<c>value</c>), so columns are told apart
    /// by their place in memory.
    /// </summary>
    private sealed class SameColumn : IEqualityComparer<(Expr Asked, string Division, GroupKey? At)>
    {
        public bool Equals((Expr Asked, string Division, GroupKey? At) x, (Expr Asked, string Division, GroupKey? At) y) =>
            ReferenceEquals(x.Asked, y.Asked) && x.Division == y.Division && x.At == y.At;

        public int GetHashCode((Expr Asked, string Division, GroupKey? At) column) => HashCode.Combine(
            System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(column.Asked), column.Division, column.At);
    }
}
