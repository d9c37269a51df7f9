namespace Ganchao.Scoring.Tests.Jobs;

/// <summary>Jobs that nobody means to write: they are refused in their place, or mean what they say.</summary>
public sealed class OddJobTests
{
    private const string Rules = "language: 1\ncode: odd\ninputs: { x: x }\nindicators: { a: { value: sum(x) } }\n";
    private const string Stage = "rulebook: rules.yaml\nstage: { from: 2026-05-01, to: 2026-06-01 }\nfacts: [ facts.csv ]\n";

    [Theory]
    [InlineData("99999999999")]
    [InlineData("-99999999999")]
    [InlineData("1.5")]
    public void The_place_of_a_shift_is_a_whole_number(string order)
    {
        var problem = Assert.Single(SmallJob.Problems(
            Stage, Rules, ("facts.csv", $"entrant,date,shift_order,measure,value\nA,2026-05-01,{order},x,1\n")));

        Assert.Contains($"'{order}' is no place of a shift", $"{problem}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_that_makes_a_figure_too_great_is_refused()
    {
        var problem = Assert.Single(SmallJob.Problems(
            Stage + "members: [ { entrant: B, member: A, share: '1000' } ]\n",
            Rules,
            ("facts.csv", "entrant,date,measure,value\nA,2026-05-01,x,9999999999999999999999999999\n")));

        Assert.Contains("Times this share", $"{problem}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stage: { from: 2026-06-01, to: 2026-05-01 }")]
    [InlineData("stage: { from: 2026-06-01, to: 2026-06-01 }")]
    [InlineData("stage: { from: 2026-05-01, to: 2026-06-01 }\nprevious: [ { from: 2026-05-01, to: 2026-04-01 } ]")]
    public void Dates_that_end_before_they_begin_are_refused(string dates) => Assert.Contains(
        "from < to",
        $"{Assert.Single(SmallJob.Problems($"rulebook: rules.yaml\n{dates}\nfacts: [ facts.csv ]\n", Rules))}",
        StringComparison.Ordinal);

    [Theory]
    [InlineData("tags: [ zone, zone ]\nentrants: [ { id: A, zone: z } ]\n")]
    [InlineData("year_start: 2000-06-01\n")]
    public void What_is_said_twice_or_long_before_is_no_crash(string more)
    {
        var run = SmallJob.Run(
            Stage.Replace("2026-05-01", "0001-01-01", StringComparison.Ordinal) + more,
            Rules,
            ("facts.csv", "entrant,date,measure,value\nA,2026-05-01,x,1\n"));

        Assert.Equal(1m, run.Standing.Rows[0].Total.Number);
    }
}
