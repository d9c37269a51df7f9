namespace Ganchao.Scoring;

/// <summary>A stretch of numbers; null bounds are open to infinity.</summary>
internal sealed record BandPiece(decimal? Low, bool LowIncluded, decimal? High, bool HighIncluded)
{
    public bool Holds(decimal x) => IsAboveLow(x) && IsBelowHigh(x);

    public override string ToString() =>
        $"{(LowIncluded ? "[" : "(")}{Bound(Low, "-∞")}, {Bound(High, "+∞")}{(HighIncluded ? "]" : ")")}";

    private bool IsAboveLow(decimal x) => Low is not { } low || (LowIncluded ? x >= low : x > low);

    private bool IsBelowHigh(decimal x) => High is not { } high || (HighIncluded ? x <= high : x < high);

    private static string Bound(decimal? bound, string open) => bound is { } number ? NumberText.Of(number) : open;
}
