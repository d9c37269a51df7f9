using System.Globalization;
using Ganchao.Scoring.Plain;

namespace Ganchao.Scoring.Tests.Plain;

/// <summary>A small competition in May 2026: one stage, a rulebook of a few lines, a few facts.</summary>
internal sealed class PlainCase
{
    public static readonly DateOnly Day1 = new(2026, 5, 4);

    public static readonly StageCalendar May = new(
        new DateSpan(new DateOnly(2026, 5, 1), new DateOnly(2026, 6, 1)),
        new DateOnly(2026, 1, 1),
        [new DateSpan(new DateOnly(2026, 4, 1), new DateOnly(2026, 5, 1))]);

    public List<Entrant> Entrants { get; init; } = [new Entrant("A")];

    public Dictionary<string, EntrantTerms> Terms { get; init; } = [];

    public List<Fact> Facts { get; init; } = [];

    /// <summary>Lines of a rulebook after its head; without indicators the total is 0.</summary>
    public string Rules { get; init; } = "";

    public const string Inputs = """
        inputs:
          made: pieces
          scrap: { measure: rejected }
          net: { measure: output, formula: "(ifna(made, 0) - ifna(scrap, 0)) * attribute(weight)" }
          hours: hours
          skipped: { measure: refusable, refused: skip }
          zeroed: { measure: refusable, refused: zero }
          refused: { measure: refusable }
          before: { measure: pieces, window: previous(1) }
          long_before: { measure: pieces, window: previous(2) }
          year: { measure: pieces, window: ytd }
          april: { measure: pieces, window: { from: 2026-04-10, to: 2026-04-20 } }
          minor: { measure: injury, where: { severity: minor, at_fault: [team, shared] } }
          milling: { measure: pieces, product: mill }
        constants: { target: 40 }
        """;

    public static RulebookDefinition Read(string rules)
    {
        var text = $"language: 1\ncode: test\nnames: Test\n{(rules.Contains("inputs:", StringComparison.Ordinal) ? "" : Inputs)}\n{rules}";
        var (definition, diagnostics) = RulebookReader.Read(text);
        return definition ?? throw new InvalidOperationException(string.Join('\n', diagnostics));
    }

    public Standing Score() => PlainEvaluator.Score(Read(Rules), Entrants, Terms, Facts, May, new DateOnly(2026, 5, 31));

    public StandingRow Row(string entrant) => Score().Rows.Single(row => row.Entrant == entrant);

    /// <summary>One formula as the value of an indicator of entrant A.</summary>
    public Result Value(string formula)
    {
        var rules = new PlainCase
        {
            Entrants = Entrants,
            Terms = Terms,
            Facts = Facts,
            Rules = $"{Rules}\nindicators:\n  x:\n    value: '{formula}'\n",
        };
        return rules.Row("A").Indicators[0].Value;
    }

    private static int _entries;

    public static Fact Fact(
        string measure,
        string? value,
        int day = 1,
        int shift = 1,
        string entrant = "A",
        string product = "",
        string record = "",
        Dictionary<string, decimal>? attributes = null,
        Dictionary<string, string>? tags = null,
        DateOnly? date = null)
    {
        var on = date ?? Day1.AddDays(day - 1);
        return new Fact
        {
            Entrant = entrant,
            Sheet = string.Create(CultureInfo.InvariantCulture, $"{entrant}/{on:O}/{shift}"),
            Date = on,
            ShiftOrder = shift,
            Measure = measure,
            Product = product,
            Record = record,
            Value = value is null ? null : decimal.Parse(value, CultureInfo.InvariantCulture),
            Entry = new Guid(Interlocked.Increment(ref _entries), 0, 0, new byte[8]),
            Attributes = attributes ?? [],
            Tags = tags ?? [],
        };
    }

    public static Result Expected(string text) => Enum.TryParse<NaReason>(text, out var reason) && !char.IsDigit(text[0])
        && text[0] != '-'
        ? Result.Na(reason)
        : Result.Of(decimal.Parse(text, CultureInfo.InvariantCulture));
}
