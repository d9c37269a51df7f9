namespace Ganchao.Scoring;

/// <summary>
/// What a fold set keeps of an entrant's figures. Immutable; merging commutes and associates, and equal figures give equal
/// accumulators in whatever portions and order they arrived. Belongs to the fold set that made it.
/// </summary>
public sealed class Accumulators : IEquatable<Accumulators>
{
    internal Accumulators(ValueList<Tally> tallies, ValueList<Series> series, ValueList<KeptRecords> kept)
    {
        Tallies = tallies;
        Series = series;
        Kept = kept;
    }

    internal ValueList<Tally> Tallies { get; }

    internal ValueList<Series> Series { get; }

    /// <summary>Empty where the rulebook has no figures by occasion.</summary>
    internal ValueList<KeptRecords> Kept { get; }

    /// <summary>Compact bytes for messages and snapshots, read again by the same version of the language only.</summary>
    public byte[] ToBytes() => AccumulatorBytes.Write(this);

    /// <exception cref="FormatException">The bytes are cut off or of another version.</exception>
    public static Accumulators FromBytes(ReadOnlySpan<byte> bytes) => AccumulatorBytes.Read(bytes);

    internal Accumulators With(Accumulators other)
    {
        if (Tallies.Count != other.Tallies.Count || Series.Count != other.Series.Count || Kept.Count != other.Kept.Count)
        {
            throw new ArgumentException("Accumulators of two different fold sets cannot be merged.", nameof(other));
        }

        return new Accumulators(
            ValueList.Of(Tallies.Zip(other.Tallies, static (a, b) => a.With(b))),
            ValueList.Of(Series.Zip(other.Series, static (a, b) => a.With(b))),
            Kept.Count == 0 ? Kept : ValueList.Of(Kept.Zip(other.Kept, static (a, b) => a.With(b))));
    }

    public bool Equals(Accumulators? other) =>
        other is not null && Tallies.Equals(other.Tallies) && Series.Equals(other.Series) && Kept.Equals(other.Kept);

    public override bool Equals(object? obj) => Equals(obj as Accumulators);

    public override int GetHashCode() => HashCode.Combine(Tallies, Series);
}
