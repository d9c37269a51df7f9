namespace Ganchao.Scoring;

/// <summary>
/// The unit that a formula comes to. Where two known units meet that differ, it says so and goes on as if nothing were known.
/// Numbers written out have any unit: they may convert, weigh, or be a bound.
/// </summary>
/// <param name="unitOf">The unit of a name; null: unknown, or no figure.</param>
/// <param name="valueOf">The unit of an indicator's value.</param>
/// <param name="differ">Called where units clash.</param>
internal sealed class FormulaUnits(
    Func<string, PhysicalUnit?> unitOf, Func<string, PhysicalUnit?> valueOf, Action<Expr, PhysicalUnit, PhysicalUnit> differ)
{
    public PhysicalUnit? Of(Expr expr) => expr switch
    {
        NameExpr name => unitOf(name.Name),
        NegateExpr negate => Of(negate.Operand),
        NotExpr not => Nothing(not.Operand),
        BinaryExpr binary => OfOperation(binary),
        CallExpr call => OfCall(call),
        _ => null,
    };

    private PhysicalUnit? OfOperation(BinaryExpr binary)
    {
        switch (binary.Operator)
        {
            case BinaryOperator.Multiply:
                return PhysicalUnit.Product(Of(binary.Left), Of(binary.Right));
            case BinaryOperator.Divide:
                return PhysicalUnit.Quotient(Of(binary.Left), Of(binary.Right));
            case BinaryOperator.Add or BinaryOperator.Subtract:
                return Same(binary, binary.Left, binary.Right);
            case BinaryOperator.Power or BinaryOperator.And or BinaryOperator.Or:
                return Nothing(binary.Left, binary.Right);
            default:
                Same(binary, binary.Left, binary.Right);
                return null;
        }
    }

    private PhysicalUnit? OfCall(CallExpr call)
    {
        var all = call.Arguments;
        switch (call.Name)
        {
            case "value" when all is [NameExpr id]:
                return valueOf(id.Name);
            case "plan" or "baseline" or "points" or "section" or "grade" or "award" or "attribute" or "tag":
                return null;
            case "min" or "max" or "ifna" or "clamp" or "mod":
                return Same(call, [.. all]);
            case "if" when all is [var condition, .. var choices]:
                Of(condition);
                return Same(call, [.. choices]);
            case "step" or "stepStarted" when all is [var x, var per, var points]:
                Same(call, x, per);
                return Of(points);
            case "closest" when all is [var own, var target, ..]:
                Same(call, own, target);
                return null;
            case "band" or "marginal" when all is [var x, .. var pieces]:
                return OfPieces(call, x, pieces.OfType<CallExpr>().ToList());
            case "pick" when all is [var x, .. var rest]:
                Same(call, [x, .. rest.Where((_, i) => i % 2 == 0 && i + 1 < rest.Length)]);
                return Same(call, [.. rest.Where((_, i) => i % 2 == 1 || i + 1 == rest.Length)]);
            case "per" or "within" or "among" or "of" when all is [_, var inner]:
                return Of(inner);
            case "sum" or "mean" or "last" or "first" or "median" or "trimmedMean" or "bestOf" or "worstOf" or "best" or "worst"
                or "sumOf" or "percentile" or "abs" or "round" or "floor" or "ceiling" or "perRecord" or "perShift" or "perDay"
                or "before" or "running" or "firstWhere" or "lastWhere" when all is [var inner, .. var others]:
                Nothing([.. others]);
                return Of(inner);
            default:
                return Nothing([.. all]);
        }
    }

    private PhysicalUnit? OfPieces(CallExpr call, Expr x, List<CallExpr> pieces)
    {
        static int Bounds(CallExpr piece) => Math.Min(piece.Name == "range" ? 2 : 1, piece.Arguments.Length);

        Same(call, [x, .. pieces.SelectMany(static piece => piece.Arguments.Take(Bounds(piece)))]);
        var points = Same(call, [.. pieces.SelectMany(static piece => piece.Arguments.Skip(Bounds(piece)))]);
        return call.Name == "band" ? points : null;
    }

    /// <summary>The one unit of all parts that have a known one.</summary>
    private PhysicalUnit? Same(Expr at, params ReadOnlySpan<Expr> parts)
    {
        PhysicalUnit? known = null;
        var clash = false;
        foreach (var part in parts)
        {
            var unit = Of(part);
            if (known is not null && unit is not null && !clash && !known.Equals(unit))
            {
                differ(at, known, unit);
                clash = true;
            }

            known ??= unit;
        }

        return clash ? null : known;
    }

    private PhysicalUnit? Nothing(params ReadOnlySpan<Expr> parts)
    {
        foreach (var part in parts)
        {
            Of(part);
        }

        return null;
    }
}
