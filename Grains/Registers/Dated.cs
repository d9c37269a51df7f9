using System.Collections.Immutable;

namespace Ganchao.Grains.Registers;

/// <summary>
/// What holds from which production date on. The last line with a date not after the asked one holds; of two lines
/// with the same date the one recorded later.
/// </summary>
internal sealed record Dated<T>(ImmutableList<(DateOnly From, T Value)> Lines)
    where T : class
{
    public static Dated<T> Empty { get; } = new(ImmutableList<(DateOnly, T)>.Empty);

    public Dated<T> With(DateOnly from, T value)
    {
        var at = Lines.FindLastIndex(line => line.From <= from);
        return new Dated<T>(Lines.Insert(at + 1, (from, value)));
    }

    public T? At(DateOnly date)
    {
        var at = Lines.FindLastIndex(line => line.From <= date);
        return at < 0 ? null : Lines[at].Value;
    }
}

/// <summary>Dated lines by key.</summary>
internal static class DatedLines
{
    public static ImmutableDictionary<TKey, Dated<T>> With<TKey, T>(
        this ImmutableDictionary<TKey, Dated<T>> lines, TKey key, DateOnly from, T value)
        where TKey : notnull
        where T : class =>
        lines.SetItem(key, lines.GetValueOrDefault(key, Dated<T>.Empty).With(from, value));

    public static T? At<TKey, T>(this ImmutableDictionary<TKey, Dated<T>> lines, TKey key, DateOnly date)
        where TKey : notnull
        where T : class =>
        lines.GetValueOrDefault(key)?.At(date);
}
