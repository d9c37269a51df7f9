namespace Ganchao.Grains.Ledger;

/// <summary>
/// Facts are 64-bit integers scaled by their measure's fixed decimals, so that SUM is exact in both databases.
/// </summary>
public static class Scale
{
    public const int MaxDecimals = 9;

    private static readonly decimal[] Powers =
        [1m, 10m, 100m, 1_000m, 10_000m, 100_000m, 1_000_000m, 10_000_000m, 100_000_000m, 1_000_000_000m];

    public static decimal Power(int decimals) => Powers[decimals];

    /// <summary>The value as a scaled integer; false where it has more decimals or does not fit 64 bits.</summary>
    public static bool TryScale(decimal value, int decimals, out long scaled)
    {
        scaled = 0;
        if (Math.Abs(value) > long.MaxValue / Power(decimals))
        {
            return false;
        }

        var product = value * Power(decimals);
        if (product != decimal.Truncate(product))
        {
            return false;
        }

        scaled = (long)product;
        return true;
    }
}
