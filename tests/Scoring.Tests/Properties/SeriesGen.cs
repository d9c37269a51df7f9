using CsCheck;
using Ganchao.Scoring.Jobs;

namespace Ganchao.Scoring.Tests.Properties;

/// <summary>
/// A generated rulebook with another one over the results of its stages. The inputs of the second have the names of those of the
/// first, so that any formula fits.
/// </summary>
internal static class SeriesGen
{
    private const string Inputs = """
          made: total
          scrap: { measure: points_i1, refused: skip }
          cost: { measure: award_piece, refused: zero }
          mill: place
          minor: grade_low
          net: { measure: net, formula: "ifna(made, 0) - ifna(scrap, 0)" }
          worth: { measure: value_i2, formula: "net * ifna(minor, 2)" }
          before: { measure: carried_kept, window: previous(1) }
          year: { measure: section_s, window: ytd }

        """;

    public static readonly Gen<(string Rulebook, ScoreMaterial[] Stages)> Case = Gen.Select(
        RuleGen.Rulebook.Where(static rules => Sample.Compile(rules).Rulebook is not null),
        Gen.OneOf(RuleGen.Rulebook, FigureGen.Rulebook),
        MaterialGen.Material.Array[1, 4],
        static (ofStages, over, materials) => ($"{ofStages}series:\n{Indented(OverStages(over))}", InOrder(materials)));

    /// <summary>One stage after the other, scored with what the one before left; nothing is left to the first.</summary>
    public static List<StageRun> Run(Evaluator evaluator, RulebookDefinition rulebook, ScoreMaterial[] stages)
    {
        var runs = new List<StageRun>();
        foreach (var stage in stages)
        {
            var material = runs.Count == 0 ? stage : After(runs[^1].Standing, stage);
            runs.Add(new StageRun("", material, evaluator.Score(rulebook, material)));
        }

        return runs;
    }

    private static ScoreMaterial After(Standing before, ScoreMaterial stage)
    {
        var carried = before.Rows.ToDictionary(static row => row.Entrant, static row => row.Carries);
        return stage with
        {
            Terms = stage.Terms.ToDictionary(
                static terms => terms.Key,
                terms => terms.Value with
                {
                    Carried = carried[terms.Key].ToDictionary(static kept => kept.Id, static kept => kept.Figure),
                }),
            Calendar = stage.Calendar with { Figures = stage.Calendar.Figures with { Accounts = before.Accounts } },
        };
    }

    /// <summary>Week after week, each with the facts of all; carries and accounts begin with the first.</summary>
    private static ScoreMaterial[] InOrder(ScoreMaterial[] materials)
    {
        static DateSpan Later(DateSpan span, int weeks) => new(span.Start.AddDays(7 * weeks), span.End.AddDays(7 * weeks));

        var facts = materials.SelectMany(static (material, week) => material.Facts.Select(fact => fact with
        {
            Date = fact.Date.AddDays(7 * week),
            Sheet = $"{fact.Sheet} {week}",
        })).Select(static (fact, i) => fact with { Entry = new Guid(i + 1, 0, 0, new byte[8]) }).ToList();
        return
        [
            .. materials.Select((material, week) => material with
            {
                Facts = facts,
                AsOf = material.AsOf.AddDays(7 * week),
                Calendar = new StageCalendar(
                    Later(material.Calendar.Stage, week),
                    material.Calendar.YearStart,
                    [.. Enumerable.Range(1, week).Select(back => Later(material.Calendar.Stage, week - back))])
                {
                    Figures = material.Calendar.Figures with { Number = week + 1, OfYear = week + 1, Accounts = [] },
                },
            }),
        ];
    }

    private static string OverStages(string rulebook) =>
        $"inputs:\n{Inputs}{rulebook[rulebook.IndexOf("constants:", StringComparison.Ordinal)..]}";

    private static string Indented(string text) =>
        string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => $"  {line}\n"));
}
