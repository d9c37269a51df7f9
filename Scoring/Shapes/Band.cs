using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary><c>band(x, piece, …)</c>: the points of the piece that holds <c>x</c>; in a declared gap n/a(Undefined).</summary>
/// <param name="shape">Pieces that cover all numbers without overlap, in ascending order.</param>
/// <param name="pointsOf">For each piece, the position of its points among the terms; null for a declared gap.</param>
internal sealed class Band(ImmutableArray<BandPiece> shape, ImmutableArray<int?> pointsOf) : IRuleFunction
{
    public string Name => "band";

    /// <summary>Checked by <see cref="BandShape"/>, since pieces are no terms.</summary>
    public ImmutableArray<Parameter> Parameters => [Parameter.Number, Parameter.Number with { Optional = true, Repeats = true }];

    public bool SeesNa => true;

    public Result Evaluate(ReadOnlySpan<Result> terms)
    {
        if (!terms[0].IsNumber)
        {
            return terms[0];
        }

        return pointsOf[PieceOf(terms[0])] is { } points ? terms[points] : Result.Na(NaReason.Undefined);
    }

    public Note Explain(ReadOnlySpan<Result> terms, Result result)
    {
        var piece = shape[PieceOf(terms[0])].ToString();
        return new Note($"{NumberText.Of(terms[0].Number)} 落在 {piece}", $"{NumberText.Of(terms[0].Number)} lies in {piece}");
    }

    private int PieceOf(Result x)
    {
        var compared = Exact.Compared(x.Number);
        var piece = 0;
        while (!shape[piece].Holds(compared))
        {
            piece++;
        }

        return piece;
    }
}
