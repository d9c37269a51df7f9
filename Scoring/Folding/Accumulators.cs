namespace Ganchao.Scoring;

/// <summary>
/// What a fold set keeps of an entrant's figures. Immutable; merging commutes and associates, and equal figures give equal
/// accumulators in whatever portions and order they arrived. Belongs to the fold set that made it.
/// </summary>
public sealed class Accumulators : IEquatable<Accumulators>
{
    internal Accumulators(ValueList<Tally> tallies, ValueList<Series> series)
    {
        Tallies = tallies;
        Series = series;
    }

    internal ValueList<Tally> Tallies { get; }

    internal ValueList<Series> Series { get; }

    /// <summary>Compact bytes for messages and snapshots, read again by the same version of the language only.</summary>
    public byte[] ToBytes() => AccumulatorBytes.Write(this);

    /// <exception cref="FormatException">The bytes are cut off or of another version.</exception>
    public static Accumulators FromBytes(ReadOnlySpan<byte> bytes) => AccumulatorBytes.Read(bytes);

    internal Accumulators With(Accumulators other)
    {
        if (Tallies.Count != other.Tallies.Count || Series.Count != other.Series.Count)
        {
            throw new ArgumentException("Accumulators of two different fold sets cannot be merged.", nameof(other));
        }

        return new Accumulators(
            ValueList.Of(Tallies.Zip(other.Tallies, static (a, b) => a.With(b))),
            ValueList.Of(Series.Zip(other.Series, static (a, b) => a.With(b))));
    }

    public bool Equals(Accumulators? other) =>
        other is not null && Tallies.Equals(other.Tallies) && Series.Equals(other.Series);

    public override bool Equals(object? obj) => Equals(obj as Accumulators);

    public override int GetHashCode() => HashCode.Combine(Tallies, Series);
}
