namespace Ganchao.Grains.Tests.Plants;

/// <summary>Fates of hints by chance, in percent; the same sequence for the same seed.</summary>
internal sealed class SeededFates(int seed, int lost, int doubled, int heldBack)
{
    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);

    public HintFate Next()
    {
        lock (_lock)
        {
            var drawn = _random.Next(100);
            return drawn < lost ? HintFate.IsLost
                : drawn < lost + doubled ? HintFate.ArrivesTwice
                : drawn < lost + doubled + heldBack ? HintFate.IsHeldBack
                : HintFate.Arrives;
        }
    }
}
