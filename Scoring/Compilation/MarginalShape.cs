using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// The pieces of a <c>marginal</c> call, checked; the terms are x, then bound and rate of each piece in the order written.
/// </summary>
internal sealed record MarginalShape(ImmutableArray<Expr> Terms, Refusal? Refusal)
{
    public const string Name = "marginal";

    private static readonly Refusal NotPieces = new(
        "marginal-pieces",
        "marginal 应写 marginal(x, upTo(界, 率), upTo(界, 率), …, above(最后的界, 率)),由低到高;above 可不写。",
        "Write marginal(x, upTo(bound, rate), …, above(last bound, rate)), from low to high; above may be left out.");

    public static MarginalShape Of(CallExpr call)
    {
        var terms = ImmutableArray.CreateBuilder<Expr>();
        Expr? last = null;
        foreach (var (i, argument) in call.Arguments.Index())
        {
            if (i == 0)
            {
                terms.Add(argument);
            }
            else if (argument is CallExpr { Name: "upTo", Arguments: [var bound, var rate] })
            {
                terms.Add(bound);
                terms.Add(rate);
                last = bound;
            }
            else if (i == call.Arguments.Length - 1 && last is not null
                && argument is CallExpr { Name: "above", Arguments: [var from, var top] }
                && ExprText.Of(from) == ExprText.Of(last))
            {
                terms.Add(top);
            }
            else
            {
                return new MarginalShape([], NotPieces);
            }
        }

        return last is null ? new MarginalShape([], NotPieces) : new MarginalShape(terms.ToImmutable(), null);
    }
}
