using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// The pieces of a <c>band</c> call, checked: <c>under(b, p)</c>, <c>upTo(b, p)</c>, <c>range(a, b, p)</c>,
/// <c>from(a, p)</c>, <c>above(a, p)</c>;
/// without <c>p</c> a declared gap. Together they cover all numbers, none twice.
/// </summary>
internal sealed record BandShape(ImmutableArray<BandPiece> Pieces, ImmutableArray<Expr?> PointsByPiece, Refusal? Refusal)
{
    public const string Name = "band";

    private static readonly Refusal NotPieces = new(
        "band-pieces",
        "band 的各档应写 under(界, 分)、upTo、range(下, 上, 分)、from、above;界为数或常数。",
        "The pieces of band are under(bound, points), upTo, range(low, high, points), from, above; " +
        "bounds are numbers or constants.");

    public IEnumerable<Expr> Points => PointsByPiece.OfType<Expr>();

    public static BandShape Of(CallExpr call, Func<Expr, decimal?> literal)
    {
        var pieces = call.Arguments.Skip(1).Select(argument => Piece(argument, literal)).ToList();
        if (pieces.Count == 0 || pieces.Exists(static piece => piece is null))
        {
            return new BandShape([], [], NotPieces);
        }

        var ordered = pieces.Select(static piece => piece!.Value).OrderBy(static piece => piece.Piece.Low ?? decimal.MinValue)
            .ThenBy(static piece => piece.Piece.LowIncluded ? 0 : 1).ToList();
        return new BandShape(
            [.. ordered.Select(static piece => piece.Piece)],
            [.. ordered.Select(static piece => piece.Points)],
            Cover([.. ordered.Select(static piece => piece.Piece)]));
    }

    public Band ToFunction()
    {
        var next = 1;
        return new Band(Pieces, [.. PointsByPiece.Select(points => points is null ? (int?)null : next++)]);
    }

    private static (BandPiece Piece, Expr? Points)? Piece(Expr argument, Func<Expr, decimal?> literal) => argument switch
    {
        CallExpr { Name: "under", Arguments: [var high, .. var rest] } when literal(high) is { } b && rest.Length <= 1 =>
            (new BandPiece(null, false, b, false), rest.FirstOrDefault()),
        CallExpr { Name: "upTo", Arguments: [var high, .. var rest] } when literal(high) is { } b && rest.Length <= 1 =>
            (new BandPiece(null, false, b, true), rest.FirstOrDefault()),
        CallExpr { Name: "from", Arguments: [var low, .. var rest] } when literal(low) is { } a && rest.Length <= 1 =>
            (new BandPiece(a, true, null, false), rest.FirstOrDefault()),
        CallExpr { Name: "above", Arguments: [var low, .. var rest] } when literal(low) is { } a && rest.Length <= 1 =>
            (new BandPiece(a, false, null, false), rest.FirstOrDefault()),
        CallExpr { Name: "range", Arguments: [var low, var high, .. var rest] }
            when literal(low) is { } a && literal(high) is { } b && a < b && rest.Length <= 1 =>
            (new BandPiece(a, true, b, false), rest.FirstOrDefault()),
        _ => null,
    };

    private static Refusal? Cover(IReadOnlyList<BandPiece> ordered)
    {
        if (ordered[0].Low is { } first)
        {
            return Gap("-∞", NumberText.Of(first));
        }

        for (var i = 1; i < ordered.Count; i++)
        {
            var (before, after) = (ordered[i - 1], ordered[i]);
            if (before.High is not { } high || after.Low is not { } low || low < high
                || (low == high && before.HighIncluded && after.LowIncluded))
            {
                return new Refusal(
                    "band-overlap", $"{before} 与 {after} 重叠:请改界限。", $"{before} and {after} overlap; change a bound.");
            }

            if (low > high || (!before.HighIncluded && !after.LowIncluded))
            {
                return Gap(NumberText.Of(high), NumberText.Of(low));
            }
        }

        return ordered[^1].High is { } last ? Gap(NumberText.Of(last), "+∞") : null;
    }

    private static Refusal Gap(string low, string high) => new(
        "band-gap",
        $"{low} 到 {high} 没有规定:请补一档,或写不带分数的档声明为空档。",
        $"From {low} to {high} nothing is defined; add a piece, or one without points to declare the gap.");
}
