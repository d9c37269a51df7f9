namespace Ganchao.Grains.Tests.Plants;

/// <summary>A silo whose plant's clock stands on 10 April 2026: March has ended, April runs.</summary>
public sealed class AprilFixture : PlantFixture
{
    public AprilFixture() => Time.SetUtcNow(new DateTimeOffset(2026, 4, 10, 4, 0, 0, TimeSpan.Zero));
}
