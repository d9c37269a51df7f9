using Ganchao.Silo.Import;

namespace Ganchao.Silo.Tests.Import;

public class LineIdTests
{
    private const string Mapping = """
        source: meters
        plant: works
        columns: {slip: 单号, team: 班组, value: 数值}
        line: [slip]
        entries:
          - sheet: day
            department: energy
            date: 2026-03-02
            subject: team/<team>
            figures:
              - {measure: kwh, value: <value>}
        """;

    [Fact]
    public void Same_file_makes_the_same_ids_under_any_name()
    {
        var one = Ids("单号,班组,数值\n1,t1,5\n2,t1,6\n");
        var other = Ids("班组,数值,单号\nt1, 6 ,2\nt1,5.0,1\n");

        Assert.Equal(one, other.Reverse());
        Assert.Equal(2, one.Distinct().Count());
    }

    [Fact]
    public void Changed_figure_keeps_the_id_of_its_line_so_that_the_server_notices()
    {
        Assert.Equal(Ids("单号,班组,数值\n1,t1,5\n"), Ids("单号,班组,数值\n1,t1,7\n"));
    }

    [Fact]
    public void Line_that_is_put_in_between_moves_no_other_id()
    {
        var before = Ids("单号,班组,数值\n1,t1,5\n2,t1,6\n");
        var after = Ids("单号,班组,数值\n1,t1,5\n9,t1,1\n2,t1,6\n");

        Assert.Equal(before, [after[0], after[2]]);
    }

    [Fact]
    public void Equal_lines_are_two_events_and_stay_the_same_two()
    {
        var twice = Ids("单号,班组,数值\n1,t1,5\n1,t1,5\n");

        Assert.NotEqual(twice[0], twice[1]);
        Assert.Equal(twice, Ids("单号,班组,数值\n1,t1,5\n1,t1,5\n"));
    }

    [Fact]
    public void Another_source_makes_other_ids()
    {
        var other = Factory.Map(Mapping.Replace("meters", "scales", StringComparison.Ordinal), "单号,班组,数值\n1,t1,5\n");

        Assert.NotEqual(Ids("单号,班组,数值\n1,t1,5\n"), [.. Factory.Entries(other).Select(e => e.Id)]);
    }

    [Fact]
    public void Ids_are_uuids_of_version_eight_and_stay_as_they_are_for_good()
    {
        var id = new LineIds("meters").Next("entry", "kwh", "1");

        Assert.Equal(8, id.Version);
        Assert.Equal(0x80, id.ToByteArray(bigEndian: true)[8] & 0xC0);
        Assert.Equal("2315866c-f0eb-8eab-b9b9-b9332f5b4edd", id.ToString());
    }

    private static IReadOnlyList<Guid> Ids(string file) => [.. Factory.Entries(Factory.Map(Mapping, file)).Select(e => e.Id)];
}
