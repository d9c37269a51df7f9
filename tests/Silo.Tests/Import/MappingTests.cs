using Ganchao.Silo.Import;

namespace Ganchao.Silo.Tests.Import;

public class MappingTests
{
    private const string Good = """
        source: shop
        plant: works
        columns:
          team: [班组, team]
          output: 产量
        entries:
          - sheet: shift
            team: <team>
            date: 2026-03-02
            shift: day
            figures:
              - {measure: output, value: <output>}
        """;

    [Fact]
    public void Good_mapping_is_read()
    {
        var mapping = Factory.Mapping(Good);

        Assert.Equal("shop", mapping.Source);
        Assert.Equal(["班组", "team"], mapping.Columns["team"].Headings);
    }

    [Theory]
    [InlineData("plant: works", "plnt: works", "mapping.yaml:1:", "plant")]
    [InlineData("    date: 2026", "    dat: 2026", "mapping.yaml:7:", "date")]
    [InlineData("value: <output>", "value: <output>, wert: 1", "mapping.yaml:12:", "wert")]
    [InlineData("sheet: shift", "sheet: shfit", "mapping.yaml:7:", "shift, day, week")]
    [InlineData("shift: day", "shift: day\n    colour: red", "mapping.yaml:11:", "colour")]
    [InlineData("value: <output>", "value: <outptu>", "mapping.yaml:", "outptu")]
    [InlineData("source: shop", "source: [", "mapping.yaml:", "YAML")]
    [InlineData("measure: output, ", "", "mapping.yaml:12:", "measure")]
    public void Mistake_in_a_mapping_is_named_with_its_line(string right, string wrong, string place, string word)
    {
        var text = Good.Replace(right, wrong, StringComparison.Ordinal);

        var refused = Assert.Throws<MappingException>(() => Factory.Mapping(text));

        Assert.StartsWith(place, refused.Message, StringComparison.Ordinal);
        Assert.Contains(word, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Heading_that_the_file_lacks_is_named_beside_those_that_it_has()
    {
        var refused = Assert.Throws<MappingException>(() => Factory.Map(Good, "班组,完成量\n一班,5\n"));

        Assert.Contains("产量", refused.Message, StringComparison.Ordinal);
        Assert.Contains("完成量", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Instants_need_the_plants_zone()
    {
        var text = Good + "\n        observed_at: <team>\n";

        var refused = Assert.Throws<MappingException>(
            () => Factory.Mapping(text.Replace("        observed_at", "    observed_at", StringComparison.Ordinal)));

        Assert.Contains("zone", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Meters_whose_times_end_intervals_must_say_which_date_midnight_carries()
    {
        var text = Good + "\n" + """
            clock:
              at: <team>
              date: yyyy-M-d H:mm
              end_of_interval: true
              windows:
                - {shift: day, from: "08:00", to: "16:00"}
            """;

        var refused = Assert.Throws<MappingException>(() => Factory.Mapping(text));

        Assert.Contains("midnight", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constant_from_the_command_line_stands_before_the_mappings_own()
    {
        var mapping = Factory.Mapping(Good + "\nconstants: {year: \"2025\"}\n", new() { ["year"] = "2026" });

        Assert.Equal("2026", mapping.Constants["year"]);
    }
}
