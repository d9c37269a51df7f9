using CsCheck;

namespace Ganchao.Scoring.Tests.Hostile;

/// <summary>Chance that is the same in every run: all throws follow from the seed and the number of the case.</summary>
internal sealed class Dice(uint seed, int number)
{
    private readonly PCG _pcg = new((uint)number, seed);

    /// <summary>From 0 to one less than <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)_pcg.Next((uint)limit);

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public char Of(string choices) => choices[Below(choices.Length)];

    /// <summary>Yes once in so many times.</summary>
    public bool OnceIn(int times) => Below(times) == 0;
}
