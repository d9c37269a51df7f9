namespace Ganchao.Scoring;

/// <summary>Numbers from one bound to another; null: without end.</summary>
internal readonly record struct NumberRange(decimal? Low, bool LowIncluded, decimal? High, bool HighIncluded)
{
    public static readonly NumberRange All = new(null, false, null, false);

    public bool IsEmpty => Low > High || (Low == High && Low is not null && !(LowIncluded && HighIncluded));

    /// <summary>What compares so with the bound; null where that is no range.</summary>
    public static NumberRange? Of(BinaryOperator sign, decimal bound) => sign switch
    {
        BinaryOperator.Less => new NumberRange(null, false, bound, false),
        BinaryOperator.LessOrEqual => new NumberRange(null, false, bound, true),
        BinaryOperator.Greater => new NumberRange(bound, false, null, false),
        BinaryOperator.GreaterOrEqual => new NumberRange(bound, true, null, false),
        BinaryOperator.Equal => new NumberRange(bound, true, bound, true),
        _ => null,
    };

    public NumberRange And(NumberRange other)
    {
        var low = other.Low is null || Low > other.Low || (Low == other.Low && !LowIncluded) ? this : other;
        var high = other.High is null || High < other.High || (High == other.High && !HighIncluded) ? this : other;
        return new NumberRange(low.Low, low.LowIncluded, high.High, high.HighIncluded);
    }

    public bool IsWithin(NumberRange other) => And(other) == this;
}
