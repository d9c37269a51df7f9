using System.Globalization;
using Ganchao.Dashboard.Entry;

namespace Ganchao.Dashboard.Tests.Entry;

public class TypedFigureTests
{
    [Theory]
    [InlineData("12.50", "12.50")]
    [InlineData(" １２．５０ ", "12.50")]
    [InlineData("１，２３４", "1234")]
    [InlineData("1,234,567.8", "1234567.8")]
    [InlineData("－3", "-3")]
    [InlineData("−3", "-3")]
    [InlineData("12。5", "12.5")]
    [InlineData(".5", "0.5")]
    [InlineData("1 234", "1234")]
    [InlineData("0", "0")]
    public void Figures_are_read_as_people_type_them(string typed, string expected)
    {
        Assert.True(TypedFigure.TryRead(typed, out var figure));
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), figure);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("1,5")]
    [InlineData("1.2.3")]
    [InlineData("1e5")]
    [InlineData("12,34")]
    [InlineData("--1")]
    [InlineData("79228162514264337593543950336")]
    public void What_may_mean_something_else_is_no_figure(string typed) =>
        Assert.False(TypedFigure.TryRead(typed, out _));

    [Theory]
    [InlineData("pieces")]
    [InlineData("pieces~chetai")]
    [InlineData("pieces~chetai~GL-01")]
    [InlineData("pieces~~GL-01")]
    [InlineData("cost~~~料~1")]
    public void A_cell_comes_back_from_the_name_of_its_field(string key) =>
        Assert.Equal(key, EntryCell.Parse(key)?.Key);

    [Theory]
    [InlineData("")]
    [InlineData("~chetai")]
    [InlineData("a measure~x")]
    public void A_name_that_is_no_cell_is_left_aside(string key) => Assert.Null(EntryCell.Parse(key));
}
