using Ganchao.Scoring.Plain;

namespace Ganchao.Scoring.Tests.Plain;

public sealed class NormalNumberTests
{
    [Fact]
    public void Equal_numbers_are_one_text()
    {
        Assert.Equal("7.5", NormalNumber.Of(7.50m));
        Assert.Equal("100", NormalNumber.Of(100.000m));
        Assert.Equal("0", NormalNumber.Of(Math.Round(-0.004m, 2)));
        Assert.Equal("0.000000000001", NormalNumber.Of(0.000000000001m));
    }
}
