using System.Globalization;
using Ganchao.Scoring.Jobs;
using Ganchao.Scoring.Plain;
using Ganchao.Scoring.Tests.Jobs;

namespace Ganchao.Scoring.Tests.Manual;

/// <summary>Everything that the manual shows is so, in both languages and with both evaluators.</summary>
public sealed class ManualTests
{
    private static readonly string[] Languages = ["en", "zh"];

    public static TheoryData<string, int> Examples() => Numbered(static page => page.Whole.Count);

    public static TheoryData<string, int> Formulas() => Numbered(static page => page.Formulas.Count);

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_gives_what_is_printed_below_it(string language, int position)
    {
        var example = ManualPage.Of(language).Whole[position];

        Assert.Empty(Sample.Compile(example.Rulebook).Diagnostics);
        Assert.Empty(SmallJob.Problems(example.Job, example.Rulebook, [.. example.Files]));
        Assert.NotEmpty(example.Results);
        var run = example.Run();
        Assert.All(example.Results, shown => Assert.Equal(
            shown.Text, shown.Heading == "text result" ? Printed(run) : PrintedTable.Like(shown.Text, shown.Heading, run)));
    }

    [Theory]
    [MemberData(nameof(Formulas))]
    public void A_formula_gives_what_stands_beside_it(string language, int position)
    {
        var page = ManualPage.Of(language);
        var (formula, gives) = page.Formulas[position];
        var value = gives is "yes" or "no" ? $"if({formula}, 1, 0)" : formula;
        var rulebook = page.Given!.Rulebook + $"\nindicators: {{ x: {{ value: '{value}', when_refused: {{ points: na }} }} }}\n";
        rulebook = formula.Contains("adjustment", StringComparison.Ordinal) ? rulebook : WithoutAdjustments(rulebook);

        var run = SmallJob.Run(page.Given.Job, rulebook, [.. page.Given.Files]);

        var result = run.Standing.Rows.Single(static row => row.Entrant == "A").Indicators[0].Value;
        Assert.Equal(gives, gives is "yes" or "no" ? result == Result.Of(1m) ? "yes" : "no" : Written(result));
    }

    [Fact]
    public void Both_languages_show_the_same_examples()
    {
        var (en, zh) = (ManualPage.Of("en"), ManualPage.Of("zh"));

        Assert.Equal(en.Formulas.Select(static row => row.Gives), zh.Formulas.Select(static row => row.Gives));
        Assert.Equal(en.Whole.Select(static example => Rows(example)), zh.Whole.Select(static example => Rows(example)));
        Assert.True(en.Formulas.Count > 80);
        Assert.True(en.Whole.Count > 10);
    }

    /// <summary>The columns of a table may be named in the page's language.</summary>
    private static string Rows(ManualExample example) => string.Join('\n', example.Results.Select(static shown =>
        shown.Heading == "text result" ? shown.Text : shown.Text[shown.Text.IndexOf('\n', StringComparison.Ordinal)..]));

    // Decided in advance, an adjustment must be used; the other formulas do not.
    private static string WithoutAdjustments(string rulebook) => string.Join(
        '\n', rulebook.Split('\n').Where(static line => !line.StartsWith("adjustments:", StringComparison.Ordinal)));

    private static string Written(Result result) =>
        NormalNumber.Of(result);

    private static string Printed(ScoreRun run)
    {
        var lines = run.Stages.SelectMany(stage => stage.Standing.Rows.Select(row =>
            (run.Job.HasManyStages ? $"{stage.Name}: " : "") + Line(row)));
        var rolled = (run.Rolled ?? []).Select(static row => $"*: {row.Place} {row.Entrant} {Written(row.Total)}");
        var series = run.Series?.Standing.Rows.Select(row => $"series: {Line(row)}") ?? [];
        return string.Join('\n', lines.Concat(rolled).Concat(series));
    }

    private static string Line(StandingRow row) => string.Join(' ', [
        row.Place is { } place ? NormalNumber.Of(place) : "-", row.Entrant, Written(row.Total),
        .. row.Awards.Select(award => $"{award.Id}={Money(award)}")]);

    private static string Money(AwardFinding award) => award.Undecided != NaReason.None ? $"n/a({award.Undecided})"
        : award.Money?.ToString("0.##", CultureInfo.InvariantCulture) ?? "yes";

    private static TheoryData<string, int> Numbered(Func<ManualPage, int> countOf)
    {
        var all = new TheoryData<string, int>();
        foreach (var language in Languages)
        {
            for (var i = 0; i < countOf(ManualPage.Of(language)); i++)
            {
                all.Add(language, i);
            }
        }

        return all;
    }
}
