namespace Ganchao.Scoring;

/// <summary>Which reasons a fold met; order and number of meetings make no difference.</summary>
internal readonly record struct NaReasons(uint Bits)
{
    public NaReasons With(NaReason reason) => new(Bits | (1u << (int)reason));

    public NaReasons With(NaReasons other) => new(Bits | other.Bits);

    /// <summary>The first by the order of the enum; None when there was none.</summary>
    public NaReason First => Bits == 0 ? NaReason.None : (NaReason)uint.TrailingZeroCount(Bits);
}
