using System.Globalization;

namespace Ganchao.Scoring.Jobs;

/// <summary>The results of stages as facts: what a rulebook over the series is scored from.</summary>
internal static class SeriesMaterial
{
    public const string Name = "series";

    // Entries of files count their file from 0.
    private const short OfStage = -1;

    public static ScoreMaterial Of(RulebookDefinition rulebook, IReadOnlyList<StageRun> stages)
    {
        var last = stages[^1].Material;
        var whole = new DateSpan(stages[0].Material.Calendar.Stage.Start, last.Calendar.Stage.End);
        return new ScoreMaterial(
            last.Entrants,
            last.Terms.ToDictionary(
                static terms => terms.Key,
                static terms => terms.Value with { Carried = new Dictionary<string, Result>() },
                StringComparer.Ordinal),
            [.. stages.SelectMany((stage, position) => FactsOf(rulebook, stage, position + 1))],
            new StageCalendar(whole, last.Calendar.YearStart, [])
            {
                Figures = StageFigures.First with { References = last.Calendar.Figures.References },
            },
            last.AsOf);
    }

    /// <summary>Null when the entry is of a file.</summary>
    public static string? PlaceOf(Guid entry)
    {
        var bytes = entry.ToByteArray();
        return BitConverter.ToInt16(bytes, 4) == OfStage
            ? string.Create(CultureInfo.InvariantCulture, $"stage {BitConverter.ToInt32(bytes, 0)}")
            : null;
    }

    private static IEnumerable<Fact> FactsOf(RulebookDefinition rulebook, StageRun stage, int number) =>
        stage.Standing.Rows.SelectMany(row =>
        Figures(rulebook, row).Select((figure, position) => new Fact
        {
            Entrant = row.Entrant,
            Sheet = string.Create(CultureInfo.InvariantCulture, $"{number}"),
            Date = stage.Material.Calendar.Stage.End.AddDays(-1),
            Occasion = Occasion.Stage,
            Measure = figure.Measure,
            Value = figure.Value,
            Entry = new Guid(number, OfStage, (short)position, new byte[8]),
        }));

    private static IEnumerable<(string Measure, decimal Value)> Figures(RulebookDefinition rulebook, StandingRow row)
    {
        (string Measure, Result Figure)[] results =
        [
            ("total", row.Total),
            .. row.Indicators.SelectMany(static score => new[] { ($"value_{score.Id}", score.Value), ($"points_{score.Id}", score.Points) }),
            .. row.Sections.Select(static section => ($"section_{section.Id}", section.Points)),
            .. row.Carries.Select(static carry => ($"carried_{carry.Id}", carry.Figure)),
        ];
        return
        [
            .. row.Place is { } place ? [("place", place)] : Array.Empty<(string, decimal)>(),
            .. results.Where(static result => result.Figure.IsNumber)
                .Select(static result => (result.Measure, result.Figure.Number)),
            .. row.GradeGiven.Undecided == NaReason.None
                ? rulebook.Grades.Select(grade => ($"grade_{grade.Id}", row.GradeGiven.Id == grade.Id ? 1m : 0m))
                : [],
            .. row.Awards.Where(static award => award.Undecided == NaReason.None)
                .Select(static award => ($"award_{award.Id}", award.Money ?? 1m)),
        ];
    }
}
