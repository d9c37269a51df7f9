using System.Text.Json;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Json;
using Ganchao.Contracts.Registers;

namespace Ganchao.Contracts.Tests.Json;

public sealed class NormalFormTests
{
    [Theory]
    [InlineData("40.00", "40")]
    [InlineData("40.0", "40")]
    [InlineData("-0.0", "0")]
    [InlineData("0.100", "0.1")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void A_number_has_one_form(string written, string normal)
    {
        var number = decimal.Parse(written, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal($"\"{normal}\"", JsonSerializer.Serialize(number, GanchaoJson.Options));
    }

    [Theory]
    [InlineData("12.5")]
    [InlineData("\"12.5\"")]
    [InlineData("\"12.50\"")]
    [InlineData("\"0012.500\"")]
    public void A_number_is_read_from_text_and_from_digits(string json)
    {
        Assert.Equal(12.5m, JsonSerializer.Deserialize<decimal>(json, GanchaoJson.Options));
    }

    [Theory]
    [InlineData("\"1,000\"")]
    [InlineData("\"1e3\"")]
    [InlineData("\"twelve\"")]
    [InlineData("\" 12\"")]
    [InlineData("true")]
    [InlineData("\"1.0000000000000000000000000000000001\"")]
    [InlineData("1.00000000000000000000000000000000049")]
    [InlineData("1e3")]
    public void What_is_no_plain_number_is_refused(string json)
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<decimal>(json, GanchaoJson.Options));
    }

    [Fact]
    public void An_instant_is_written_in_whole_milliseconds_of_utc()
    {
        var instant = new DateTimeOffset(2026, 3, 2, 15, 40, 0, TimeSpan.FromHours(8)).AddTicks(12_345_678);

        Assert.Equal("\"2026-03-02T07:40:01.234Z\"", JsonSerializer.Serialize(instant, GanchaoJson.Options));
    }

    [Fact]
    public void A_member_that_nobody_knows_is_refused()
    {
        var json = $$"""{"id":"{{Guid.NewGuid()}}","measure":"pieces","value":"1","colour":"red"}""";

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<EntryForm>(json, GanchaoJson.Options));
    }

    [Fact]
    public void A_member_that_is_needed_is_missed()
    {
        Assert.Throws<JsonException>(
            () => JsonSerializer.Deserialize<EntryForm>("""{"value":"1"}""", GanchaoJson.Options));
    }

    [Fact]
    public void A_line_of_a_register_keeps_its_type_wherever_the_type_stands()
    {
        var json = $$"""{"id":"{{Guid.NewGuid()}}","date":"2026-05-01","working":false,"type":"day"}""";

        var line = JsonSerializer.Deserialize<RegisterLine>(json, GanchaoJson.Options);

        Assert.Equal(new DateOnly(2026, 5, 1), Assert.IsType<DayLine>(line).Date);
    }

    [Fact]
    public void Chinese_stays_readable()
    {
        Assert.Equal("\"造型一班\"", JsonSerializer.Serialize(new UnitId("造型一班"), GanchaoJson.Options));
    }
}
