using Ganchao.Silo.Entry;

namespace Ganchao.Silo.Tests.Entry;

public sealed class NearestCodesTests
{
    private static readonly string[] Known = ["GL-2607-12", "GL-2607-21", "DQ-2607-03", "W1"];

    [Theory]
    [InlineData("GL-2607-13", "GL-2607-12 GL-2607-21")]
    [InlineData("gl-2607-12x", "GL-2607-12 GL-2607-21")]
    [InlineData("W2", "W1")]
    [InlineData("nonsense-of-a-scanner", "")]
    public void Those_that_differ_by_few_letters_are_named_nearest_first(string typed, string nearest) =>
        Assert.Equal(nearest, string.Join(' ', NearestCodes.Of(typed, Known)));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    public void Letters_changed_left_out_and_put_in_are_counted(string one, string other, int errors) =>
        Assert.Equal(errors, NearestCodes.Distance(one, other));
}
