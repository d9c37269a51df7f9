namespace Ganchao.Scoring;

/// <summary>One figure of one key: an exact sum over records.</summary>
internal readonly record struct SeriesCell(int Count, ExactSum Sum, NaReasons Spoilt)
{
    public const int Bytes = 32;

    public SeriesCell With(Result figure)
    {
        if (!figure.IsNumber)
        {
            return figure.Reason == NaReason.Missing ? this : this with { Spoilt = Spoilt.With(figure.Reason) };
        }

        return ExactSum.Of(figure.Number) is { } sum
            ? With(new SeriesCell(1, sum, default))
            : this with { Spoilt = Spoilt.With(NaReason.Overflow) };
    }

    public SeriesCell With(SeriesCell other) =>
        new(Count + other.Count, Sum + other.Sum, Spoilt.With(other.Spoilt));

    public Result ToResult() =>
        Spoilt.First != NaReason.None ? Result.Na(Spoilt.First)
        : Count == 0 ? Result.Na(NaReason.Missing)
        : Sum.ToResult();
}
