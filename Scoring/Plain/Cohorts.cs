namespace Ganchao.Scoring.Plain;

/// <summary>One entrant against the others (section 7 of the language).</summary>
internal sealed class Cohorts(Recount recount)
{
    /// <summary>
    /// A column is the same for all who ask, so it is computed once per circle of those compared, in figures once per row.
    /// </summary>
    private readonly Dictionary<(Expr Asked, string Circle, GroupKey? At), IReadOnlyList<decimal>?> _columns =
        new(new SameColumn());

    public static bool Knows(string function) =>
        function is "best" or "worst" or "mean" or "median" or "share" or "scale" or "rank" or "sumOf" or "countOf" or "percentile"
            or "closest" or "within" or "among" or "of";

    /// <summary>All entrants, of the own division if divisions are apart, that are no guests.</summary>
    public IEnumerable<Scored> MembersFor(Scored entrant) => recount.Entrants.Where(member =>
        !member.Entrant.Guest && (!recount.DivisionsApart || member.Entrant.Division == entrant.Entrant.Division));

    public Result Evaluate(CallExpr call, EntrantSurroundings asking) => call switch
    {
        { Name: "within" or "among", Arguments: [CallExpr { Arguments: [var tag] }, CallExpr function] } =>
            Evaluate(function, asking, new Circle(call.Name, Words.Of(tag))),
        { Name: "of", Arguments: [CallExpr { Arguments: [var tag] }, var x] } => Other(Words.Of(tag), x, asking),
        _ => Evaluate(call, asking, Circle.All),
    };

    private Result Evaluate(CallExpr call, EntrantSurroundings asking, Circle circle)
    {
        if (call.Arguments is not [var x, ..])
        {
            throw new UncheckedRulebookException($"'{call.Name}' needs a column.");
        }

        return call.Name switch
        {
            "best" => Of(Column(x, asking, circle), column => End(column, greatest: !Ascending(call, 1))),
            "worst" => Of(Column(x, asking, circle), column => End(column, greatest: Ascending(call, 1))),
            "mean" => Of(Column(x, asking, circle), static column =>
                Numbers.Divide(Numbers.ExactSum(column), Result.Of(column.Count))),
            "median" => Of(Column(x, asking, circle), static column => Median(column)),
            "sumOf" => Of(Column(x, asking, circle), static column => Numbers.ExactSum(column)),
            "countOf" => Of(Column(x, asking, circle), static column => Numbers.ExactSum(column), ofNobody: Result.Zero),
            "percentile" => Of(
                Column(x, asking, circle), column => Percentile(column, asking.Fixed(call.Arguments[1]))),
            "share" => OfOwn(x, [], asking, circle, static (own, column) => Numbers.Divide(own, Numbers.ExactSum(column))),
            "scale" => Scale(call, asking, circle),
            "rank" => OfOwn(x, [], asking, circle, (own, column) => Rank(call, own.Number, column, IsIn(asking.Scored, circle))),
            "closest" => Closest(call, asking, circle),
            _ => throw new UncheckedRulebookException($"'{call.Name}' is no function of a cohort."),
        };
    }

    private Result Other(string tag, Expr x, EntrantSurroundings asking)
    {
        if (!asking.Scored.Terms.Tags.TryGetValue(tag, out var id))
        {
            return Result.Na(NaReason.NoTag);
        }

        if (recount.Entrants.FirstOrDefault(other => other.Id == id) is not { } other)
        {
            return Result.Na(NaReason.NoEntrant);
        }

        return asking.Of(other) is { } there ? Formulas.Evaluate(x, there) : Result.Na(NaReason.Missing);
    }

    private static Result Own(Expr x, EntrantSurroundings asking) => Numbers.Quantised(Formulas.Evaluate(x, asking));

    /// <summary>The entrant's field, without guests, as far as the circle takes them in; null: it has no such tag.</summary>
    public IReadOnlyList<Scored>? MembersFor(Scored entrant, Circle circle)
    {
        if (circle.TextFor(entrant) is not { } text)
        {
            return null;
        }

        return [.. MembersFor(entrant).Where(member => circle.Takes(member, text))];
    }

    private bool IsIn(Scored entrant, Circle circle) =>
        MembersFor(entrant, circle)?.Contains(entrant, ReferenceEqualityComparer.Instance) ?? false;

    /// <summary>The quantised figures of the members that have one; null: the entrant has no such tag.</summary>
    private IReadOnlyList<decimal>? Column(Expr x, EntrantSurroundings asking, Circle circle) =>
        Column(x, asking, circle, member => Own(x, member));

    private IReadOnlyList<decimal>? Column(
        Expr x, EntrantSurroundings asking, Circle circle, Func<EntrantSurroundings, Result?> figureOf)
    {
        var division = recount.DivisionsApart ? asking.Scored.Entrant.Division : "";
        var key = (x, $"{division}\0{circle}\0{circle.TextFor(asking.Scored)}", asking.RowKey);
        if (_columns.TryGetValue(key, out var known))
        {
            return known;
        }

        var figures = MembersFor(asking.Scored, circle)?.Select(asking.Of).OfType<EntrantSurroundings>()
            .Select(figureOf);
        return _columns[key] = figures?.Where(static figure => figure is { IsNumber: true })
            .Select(static figure => figure!.Value.Number).ToList();
    }

    private static Result Of(
        IReadOnlyList<decimal>? column, Func<IReadOnlyList<decimal>, Result> function, Result? ofNobody = null) =>
        column is null ? Result.Na(NaReason.NoTag)
        : column.Count == 0 ? ofNobody ?? Result.Na(NaReason.Missing)
        : function(column);

    private Result OfOwn(
        Expr x, Result[] terms, EntrantSurroundings asking, Circle circle, Func<Result, IReadOnlyList<decimal>, Result> function)
    {
        var own = Own(x, asking);
        var na = Numbers.FirstNa([own, .. terms]);
        return na.IsNumber ? Of(Column(x, asking, circle), column => function(own, column)) : na;
    }

    private static Result End(IReadOnlyList<decimal> column, bool greatest) =>
        Result.Of(greatest ? column.Max() : column.Min());

    private static Result Median(IReadOnlyList<decimal> column)
    {
        var inOrder = column.Order().ToList();
        var lower = inOrder[(inOrder.Count - 1) / 2];
        var upper = inOrder[inOrder.Count / 2];
        return inOrder.Count % 2 == 1 ? Result.Of(upper) : Result.Of((lower + upper) / 2m);
    }

    private static Result Percentile(IReadOnlyList<decimal> column, decimal part)
    {
        if (part is < 0m or > 1m)
        {
            return Result.Na(NaReason.OutOfDomain);
        }

        var inOrder = column.Order().ToList();
        var position = (inOrder.Count - 1) * part;
        var before = inOrder[(int)Math.Floor(position)];
        var after = inOrder[(int)Math.Ceiling(position)];
        return Result.Of(before + ((after - before) * (position - Math.Floor(position))));
    }

    private Result Scale(CallExpr call, EntrantSurroundings asking, Circle circle)
    {
        var low = Formulas.Evaluate(call.Arguments[1], asking);
        var high = Formulas.Evaluate(call.Arguments[2], asking);
        var ascending = Ascending(call, 3);
        return OfOwn(call.Arguments[0], [low, high], asking, circle, (own, column) =>
        {
            var best = End(column, greatest: !ascending);
            var worst = End(column, greatest: ascending);
            var part = Numbers.Divide(Numbers.Subtract(own, worst), Numbers.Subtract(best, worst));
            return best == worst ? high : Numbers.Add(Numbers.Multiply(part, Numbers.Subtract(high, low)), low);
        });
    }

    private static Result Rank(CallExpr call, decimal own, IReadOnlyList<decimal> column, bool isMember)
    {
        var ascending = Ascending(call, 1);
        var better = column.Where(other => ascending ? other < own : other > own).ToList();
        var equalOthers = column.Count(other => other == own) - (isMember ? 1 : 0);
        return Style(call) switch
        {
            "competition" => Result.Of(1m + better.Count),
            "dense" => Result.Of(1m + better.Distinct().Count()),
            "fractional" => Result.Of(1m + better.Count + (equalOthers / 2m)),
            var style => throw new UncheckedRulebookException($"'{style}' is no style of ranks."),
        };
    }

    private Result Closest(CallExpr call, EntrantSurroundings asking, Circle circle)
    {
        if (Distance(call, asking) is not { } own)
        {
            return Result.Of(false);
        }

        return own.IsNumber
            ? Of(Column(call, asking, circle, member => Distance(call, member)), column => Result.Of(own.Number <= column.Min()))
            : own;
    }

    /// <summary>From the target, quantised; null on the side that does not count.</summary>
    private static Result? Distance(CallExpr call, EntrantSurroundings asking)
    {
        var off = Numbers.Subtract(
            Formulas.Evaluate(call.Arguments[0], asking), Formulas.Evaluate(call.Arguments[1], asking));
        if (!off.IsNumber)
        {
            return off;
        }

        var side = call.Arguments.Length > 2 ? Words.Of(call.Arguments[2]) : "";
        var isOnTheWrongSide = (side == "below" && Numbers.Compare(off.Number, 0m) > 0)
            || (side == "above" && Numbers.Compare(off.Number, 0m) < 0);
        return isOnTheWrongSide ? null : Numbers.Quantised(Result.Of(Math.Abs(off.Number)));
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
    private sealed class SameColumn : IEqualityComparer<(Expr Asked, string Circle, GroupKey? At)>
    {
        public bool Equals((Expr Asked, string Circle, GroupKey? At) x, (Expr Asked, string Circle, GroupKey? At) y) =>
            ReferenceEquals(x.Asked, y.Asked) && x.Circle == y.Circle && x.At == y.At;

        public int GetHashCode((Expr Asked, string Circle, GroupKey? At) column) => HashCode.Combine(
            System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(column.Asked), column.Circle, column.At);
    }
}
