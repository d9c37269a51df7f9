using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>Walking a parsed formula.</summary>
public static class ExprParts
{
    /// <summary>The direct parts of an expression, left to right; empty for a leaf.</summary>
    public static ImmutableArray<Expr> Parts(this Expr expr) => expr switch
    {
        CallExpr call => call.Arguments,
        NegateExpr negate => [negate.Operand],
        NotExpr not => [not.Operand],
        BinaryExpr binary => [binary.Left, binary.Right],
        _ => [],
    };
}
