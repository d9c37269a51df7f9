namespace Ganchao.Scoring;

/// <summary>
/// A condition taken apart at its <c>and</c>s: ranges of columns compared with numbers, and the rest word for word. What it
/// claims (never yes; yes only where another is yes) is certain; what it cannot see it does not claim.
/// </summary>
internal sealed class Conjunction
{
    private readonly Func<string, decimal?> _constant;
    private readonly Dictionary<string, NumberRange> _ranges = new(StringComparer.Ordinal);
    private readonly HashSet<string> _yes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _no = new(StringComparer.Ordinal);
    private readonly HashSet<string> _grades = new(StringComparer.Ordinal);
    private bool _neverTrue;

    /// <param name="known">What columns are bound to anyway, by the text of the column.</param>
    public Conjunction(Expr condition, Func<string, decimal?> constant, IReadOnlyDictionary<string, NumberRange> known)
    {
        _constant = constant;
        Add(condition, holds: true);
        IsNever = _neverTrue || _yes.Overlaps(_no) || _grades.Count > 1
            || _ranges.Any(range => range.Value.And(known.GetValueOrDefault(range.Key, NumberRange.All)).IsEmpty);
    }

    /// <summary>It contradicts itself, or what is known.</summary>
    public bool IsNever { get; }

    /// <summary>Whenever this is yes, the other is too.</summary>
    public bool Implies(Conjunction other) =>
        !other._neverTrue && _yes.IsSupersetOf(other._yes) && _no.IsSupersetOf(other._no)
        && other._ranges.All(range => _ranges.TryGetValue(range.Key, out var own) && own.IsWithin(range.Value));

    private void Add(Expr expr, bool holds)
    {
        switch (expr)
        {
            case BinaryExpr { Operator: BinaryOperator.And } both when holds:
                Add(both.Left, true);
                Add(both.Right, true);
                break;
            case BinaryExpr { Operator: BinaryOperator.Or } either when !holds:
                Add(either.Left, false);
                Add(either.Right, false);
                break;
            case NotExpr not:
                Add(not.Operand, !holds);
                break;
            case BooleanExpr truth:
                _neverTrue |= truth.Value != holds;
                break;
            case BinaryExpr comparison when RangeOf(comparison, holds) is var (column, range):
                _ranges[column] = range.And(_ranges.GetValueOrDefault(column, NumberRange.All));
                break;
            default:
                AddWhole(expr, holds);
                break;
        }
    }

    private void AddWhole(Expr expr, bool holds)
    {
        var text = ExprText.Of(expr);
        (holds ? _yes : _no).Add(text);
        if (holds && expr is CallExpr { Name: "grade", Arguments: [NameExpr] })
        {
            _grades.Add(text);
        }
    }

    private (string Column, NumberRange Range)? RangeOf(BinaryExpr comparison, bool holds)
    {
        var sign = holds ? comparison.Operator : Opposite(comparison.Operator);
        return (Literal(comparison.Left), Literal(comparison.Right)) switch
        {
            (null, { } bound) when NumberRange.Of(sign, bound) is { } range => (ExprText.Of(comparison.Left), range),
            ({ } bound, null) when NumberRange.Of(Mirrored(sign), bound) is { } range => (ExprText.Of(comparison.Right), range),
            _ => null,
        };
    }

    private decimal? Literal(Expr expr) => expr switch
    {
        NumberExpr number => Exact.Compared(number.Value),
        NegateExpr { Operand: var inner } when Literal(inner) is { } number => -number,
        NameExpr name => _constant(name.Name) is { } number ? Exact.Compared(number) : null,
        _ => null,
    };

    private static BinaryOperator Opposite(BinaryOperator sign) => sign switch
    {
        BinaryOperator.Less => BinaryOperator.GreaterOrEqual,
        BinaryOperator.LessOrEqual => BinaryOperator.Greater,
        BinaryOperator.Greater => BinaryOperator.LessOrEqual,
        BinaryOperator.GreaterOrEqual => BinaryOperator.Less,
        BinaryOperator.NotEqual => BinaryOperator.Equal,
        _ => BinaryOperator.NotSet,
    };

    private static BinaryOperator Mirrored(BinaryOperator sign) => sign switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => sign,
    };
}
