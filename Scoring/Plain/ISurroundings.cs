namespace Ganchao.Scoring.Plain;

/// <summary>
/// Where a formula is evaluated, and so what its names and calls stand for: one group of a fold, or one
/// entrant.
/// </summary>
internal interface ISurroundings
{
    /// <summary>An input, a constant, <c>value</c>, <c>base</c>, <c>total</c>, <c>asOf</c>.</summary>
    Result Name(NameExpr name);

    /// <summary>A text, as the number by which it is told from others.</summary>
    Result Text(string text);

    /// <summary>A call that is none of the operators, choices and shapes that mean the same everywhere.</summary>
    Result Call(CallExpr call);

    /// <summary>A number that a band or a rounding must know beforehand: a literal or a constant.</summary>
    decimal Fixed(Expr expr);
}
