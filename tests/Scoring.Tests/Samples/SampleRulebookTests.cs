using Ganchao.Scoring.Jobs;
using Ganchao.Scoring.Tests.Goldens;

namespace Ganchao.Scoring.Tests.Samples;

/// <summary>Every published rulebook that is restated among the samples, with its cohort.</summary>
public sealed class SampleRulebookTests
{
    public static TheoryData<string> All() => [.. SampleJob.Names];

    [Theory]
    [MemberData(nameof(All))]
    public void A_rulebook_is_checked_without_any_finding(string name)
    {
        var (_, diagnostics) = Sample.Compile(SampleJob.Rulebook(name));

        Assert.Empty(diagnostics);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Both_evaluators_give_the_standing_that_was_recomputed_by_hand(string name)
    {
        var expected = SampleJob.Text(name, "expected.csv");

        Assert.All(Evaluator.All, evaluator => Assert.Equal(expected, SampleJob.Csv(Run(name, evaluator))));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_the_stages_come_to_in_a_series_was_recomputed_too(string name)
    {
        var runs = Evaluator.All.Select(evaluator => Run(name, evaluator)).ToList();

        Assert.All(runs, run => Assert.Equal(SampleJob.Has(name, "expected-series.csv"), run.Series is not null));
        Assert.All(
            runs.Where(static run => run.Series is not null),
            run => Assert.Equal(SampleJob.Text(name, "expected-series.csv"), SampleJob.SeriesCsv(run)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_indicator_gives_points_to_somebody(string name)
    {
        var run = Run(name, Evaluator.Live);

        Assert.All(
            run.Rulebook.Indicators,
            indicator => Assert.Contains(
                run.Stages.SelectMany(stage => stage.Standing.Rows)
                    .Select(row => row.Indicators.Single(score => score.Id == indicator.Id).Points),
                static points => points.IsNumber));
    }

    [Fact]
    public void Every_rulebook_with_a_number_has_its_cohort() => Assert.Equal(
        Directory.GetFiles(Path.Combine(GoldenData.Root, "samples", "rulebooks"), "??-*.yaml")
            .Select(static file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal),
        SampleJob.Names);

    private static ScoreRun Run(string name, Evaluator evaluator) => SampleJob.Run(name[..2], evaluator.Name);
}
