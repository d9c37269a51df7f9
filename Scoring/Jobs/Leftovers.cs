using System.Collections.Immutable;
using System.Globalization;

namespace Ganchao.Scoring.Jobs;

/// <summary>
/// What stands in a job's files and counts for nothing: a slip in a name or a date, mostly. The job is carried out all the same.
/// </summary>
internal sealed class Leftovers(ScoreJob job, RulebookDefinition rulebook)
{
    private readonly HashSet<string> _entered = [.. rulebook.Inputs.Where(static input => input.Formula is null)
        .Select(static input => input.Measure)];

    /// <param name="facts">As the files have them, before they count for entrants made of others.</param>
    /// <param name="isKnown">Whether somebody is an entrant of a stage, or belongs to one.</param>
    public IEnumerable<JobProblem> OfFacts(IReadOnlyList<Fact> facts, Func<string, bool> isKnown) =>
    [
        .. First(
            facts.Where(fact => !_entered.Contains(fact.Measure)), static fact => fact.Measure,
            "没有一项输入用到指标", "No input uses the measure"),
        .. First(
            facts.Where(fact => !isKnown(fact.Entrant)), static fact => fact.Entrant,
            "参赛者名单里没有", "There is no entrant"),
        .. Reach() is var (start, end)
            ? First(
                facts.Where(fact => fact.Date < start || fact.Date >= end),
                static fact => fact.Date.ToString("O", CultureInfo.InvariantCulture),
                "不在任何赛段之内:", "Within no stage lies")
            : [],
    ];

    /// <summary>The rows of a small table about an entrant, and about something of it.</summary>
    /// <param name="column">That names it; the rulebook knows these names.</param>
    public IEnumerable<JobProblem> OfTable(Table? table, string column, IEnumerable<string>? known, Func<string, bool> isKnown)
    {
        foreach (var row in table?.Rows ?? [])
        {
            if (table!.Find("stage") is { } stage
                && int.TryParse(row.Fields[stage], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && (number == 0 || number > job.Stages.Length))
            {
                yield return Problem(table.File, row.Place, 1, "没有赛段", "There is no stage", row.Fields[stage]);
            }

            if (table.Find("entrant") is { } entrant && !isKnown(row.Fields[entrant]))
            {
                yield return Problem(table.File, row.Place, 1, "参赛者名单里没有", "There is no entrant", row.Fields[entrant]);
            }

            if (known is not null && table.Find(column) is { } named && !known.Contains(row.Fields[named]))
            {
                yield return Problem(
                    table.File, row.Place, 1, $"办法里没有这个 {column}:", $"The rulebook knows no such {column}:", row.Fields[named]);
            }
        }
    }

    // From the first day that any stage looks back to until the last; null where inputs have dates of their own.
    private (DateOnly Start, DateOnly End)? Reach() =>
        rulebook.Inputs.Any(static input => input.Window.Kind is WindowKind.Dates or WindowKind.Own) ? null : (
            job.Stages.SelectMany(StartsOf).Min(),
            job.Stages.Max(static stage => stage.Calendar.Stage.End));

    private IEnumerable<DateOnly> StartsOf(JobStage stage) =>
    [
        stage.Calendar.Stage.Start,
        .. stage.Calendar.Previous.Select(static span => span.Start),
        .. rulebook.Inputs.Any(static input => input.Window.Kind == WindowKind.YearToDate)
            ? [stage.Calendar.YearStart]
            : Array.Empty<DateOnly>(),
    ];

    private IEnumerable<JobProblem> First(IEnumerable<Fact> facts, Func<Fact, string> what, string zh, string en) =>
        from fact in facts
        group fact by (What: what(fact), File: FactReader.FileOf(fact.Entry, job.Facts)) into same
        select Problem(same.Key.File, FactReader.LineOf(same.First().Entry), same.Count(), zh, en, same.Key.What);

    private static JobProblem Problem(string file, TextPlace place, int count, string zh, string en, string what)
    {
        var (times, timesEn) = count == 1 ? ("", "") : (
            string.Create(CultureInfo.InvariantCulture, $"(共 {count} 行)"),
            string.Create(CultureInfo.InvariantCulture, $" ({count} rows)"));
        return new JobProblem(file, new Diagnostic(
            "counts-for-nothing", Severity.Warning, place, $"{zh}“{what}”,不计{times}。", $"{en} '{what}'; it counts for nothing{timesEn}."));
    }
}
