using System.Buffers;
using System.Globalization;
using Ganchao.Scoring.Plain;

namespace Ganchao.Scoring.Jobs;

/// <summary>A standing as CSV: one line per entrant, in place order; equal standings give equal bytes.</summary>
public static class StandingCsv
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    public static void Write(Standing standing, RulebookDefinition rulebook, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(writer);
        WriteLine(writer, Header(rulebook));
        foreach (var row in standing.Rows)
        {
            WriteLine(writer, Fields(row, rulebook));
        }

        foreach (var account in standing.Accounts)
        {
            WriteLine(writer, Filled(AccountFields(account), Header(rulebook).Count()));
        }
    }

    /// <summary>What the rulebook over the stages makes of their results.</summary>
    public static void WriteSeries(ScoreRun run, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(writer);
        Write(run.Series!.Standing, run.Rulebook.Series!, writer);
    }

    /// <summary>All stages of a run below each other, with the stage in the first column; at the end what they come to.</summary>
    /// <param name="stage">One stage only, from 0; null: all, and what they come to.</param>
    public static void Write(ScoreRun run, int? stage, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(writer);
        if (!run.Job.HasManyStages)
        {
            Write(run.Standing, run.Rulebook, writer);
            return;
        }

        var header = Header(run.Rulebook).ToList();
        WriteLine(writer, ["stage", .. header]);
        foreach (var one in stage is { } only ? [run.Stages[only]] : run.Stages)
        {
            foreach (var row in one.Standing.Rows)
            {
                WriteLine(writer, [one.Name, .. Fields(row, run.Rulebook)]);
            }

            foreach (var account in one.Standing.Accounts)
            {
                WriteLine(writer, Filled([one.Name, .. AccountFields(account)], header.Count + 1));
            }
        }

        foreach (var row in stage is null ? run.Rolled ?? [] : [])
        {
            var place = row.Place is { } number ? NormalNumber.Of(number) : "";
            string[] known = ["*", row.Division, place, row.Entrant, row.Guest ? "true" : "false", NormalNumber.Of(row.Total)];
            WriteLine(writer, Filled(known, header.Count + 1));
        }
    }

    /// <summary>An account stands where an entrant does, what is in it where the total does.</summary>
    private static string[] AccountFields(AccountBalance account) =>
        [account.Field, "", $"account {account.Id}", "", NormalNumber.Of(account.Balance)];

    private static IEnumerable<string> Filled(string[] fields, int columns) =>
        [.. fields, .. Enumerable.Repeat("", columns - fields.Length)];

    private static IEnumerable<string> Header(RulebookDefinition rulebook) =>
    [
        "division", "place", "entrant", "guest", "total",
        .. rulebook.Sections.Select(static section => $"section {section.Id}"),
        .. rulebook.Indicators.SelectMany(
            static indicator => new[] { $"value {indicator.Id}", $"points {indicator.Id}", $"mark {indicator.Id}" }),
        "gates", "undecided_gates", "eligible", "award", "grade", "rating", "grade_given",
        .. rulebook.Awards.Select(static award => $"award {award.Id}"),
        .. rulebook.Carries.Select(static carry => $"carry {carry.Id}"),
        .. rulebook.Ranking.By.Select(static (_, index) => string.Create(CultureInfo.InvariantCulture, $"key {index + 1}")),
    ];

    private static IEnumerable<string> Fields(StandingRow row, RulebookDefinition rulebook) =>
    [
        row.Division, row.Place is { } place ? NormalNumber.Of(place) : "", row.Entrant, row.Guest ? "true" : "false",
            NormalNumber.Of(row.Total),
        .. row.Sections.Select(static section => NormalNumber.Of(section.Points)),
        .. row.Indicators.SelectMany(
            static score => new[] { NormalNumber.Of(score.Value), NormalNumber.Of(score.Points), score.Mark }),
        Gates(row, Verdict.Yes), Gates(row, Verdict.Unknown), $"{row.Eligible}", $"{row.Award}", $"{row.Grade}", $"{row.Rating}",
            Grade(row.GradeGiven),
        .. rulebook.Awards.Select(award => Award(row.Awards.FirstOrDefault(finding => finding.Id == award.Id))),
        .. row.Carries.Select(static carry => NormalNumber.Of(carry.Figure)),
        .. row.Keys.Select(NormalNumber.Of),
    ];

    private static string Grade(GradeFinding grade) =>
        grade.Undecided == NaReason.None ? grade.Id : NormalNumber.Of(Result.Na(grade.Undecided));

    /// <summary>The money, or <c>yes</c> for an honour; whether it is held stands under <c>award</c>.</summary>
    private static string Award(AwardFinding? award) => award switch
    {
        null => "",
        { Undecided: not NaReason.None and var reason } => NormalNumber.Of(Result.Na(reason)),
        { Money: { } money } => NormalNumber.Of(money),
        _ => "yes",
    };

    private static string Gates(StandingRow row, Verdict fired) =>
        string.Join(' ', row.Gates.Where(gate => gate.Fired == fired).Select(static gate => gate.Id));

    private static void WriteLine(TextWriter writer, IEnumerable<string> fields)
    {
        writer.Write(string.Join(',', fields.Select(Quoted)));
        writer.Write('\n');
    }

    private static string Quoted(string field) => field.AsSpan().IndexOfAny(NeedQuotes) < 0
        ? field
        : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
