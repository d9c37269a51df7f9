using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>A parsed formula. Start (included) and End (excluded) are offsets of characters in the formula's text.</summary>
public abstract record Expr(int Start, int End);

/// <summary>A literal. <c>1%</c> and <c>1‰</c> arrive as 0.01 and 0.001.</summary>
public sealed record NumberExpr(decimal Value, int Start, int End) : Expr(Start, End);

public sealed record TextExpr(string Value, int Start, int End) : Expr(Start, End);

public sealed record BooleanExpr(bool Value, int Start, int End) : Expr(Start, End);

/// <summary>
/// An input, a constant, <c>value</c>, <c>total</c>, <c>asOf</c>, or a word that a function expects, such as
/// <c>desc</c>.
/// </summary>
public sealed record NameExpr(string Name, int Start, int End) : Expr(Start, End);

public sealed record CallExpr(string Name, ImmutableArray<Expr> Arguments, int Start, int End) : Expr(Start, End);

public sealed record NegateExpr(Expr Operand, int Start, int End) : Expr(Start, End);

public sealed record NotExpr(Expr Operand, int Start, int End) : Expr(Start, End);

public sealed record BinaryExpr(BinaryOperator Operator, Expr Left, Expr Right, int Start, int End) : Expr(Start, End);

public enum BinaryOperator
{
    NotSet = 0,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    And,
    Or,
}
