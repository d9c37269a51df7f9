using System.Globalization;

namespace Ganchao.Scoring.Tests.Awards;

/// <summary>A field of entrants A, B, C … with one figure each, and the awards of one rulebook.</summary>
internal static class AwardCase
{
    /// <summary>Scored by both evaluators; an entrant whose figure is "-" has none.</summary>
    public static Standing Standing(string awards, string figures, string more = "", Func<string, Entrant>? entrant = null)
    {
        var plant = new Plant(Sample.Compiled(Text(awards, more)));
        foreach (var (i, figure) in figures.Split(' ').Index())
        {
            var id = ((char)('A' + i)).ToString();
            plant.With(entrant?.Invoke(id) ?? new Entrant(id));
            if (figure != "-")
            {
                plant.With(Plant.Fact(id, "x", decimal.Parse(figure, CultureInfo.InvariantCulture)));
            }
        }

        return plant.Standing();
    }

    /// <summary>The first award of everybody, by id: money, <c>yes</c>, a reason, or <c>–</c> for nothing.</summary>
    public static string Given(Standing standing) => string.Join(
        ' ', standing.Rows.OrderBy(static row => row.Entrant, StringComparer.Ordinal).Select(static row => Written(row.Awards)));

    public static string Given(string awards, string figures, string more = "") => Given(Standing(awards, figures, more));

    public static IEnumerable<string> Mistakes(string awards, string more = "") =>
        Sample.Compile(Text(awards, more)).Diagnostics.Select(static diagnostic => diagnostic.Id);

    public static string Text(string awards, string more = "") => $$"""
        language: 1
        code: awards
        inputs: { x: x }
        constants: { 奖金: 300 }
        indicators: { 得分: { value: sum(x) } }
        {{more}}
        awards:
          {{awards.ReplaceLineEndings("\n  ")}}
        """;

    private static string Written(ValueList<AwardFinding> awards) => awards switch
    {
        [] => "–",
        [{ Undecided: not NaReason.None and var reason }, ..] => $"{reason}",
        [{ Money: { } money }, ..] => NumberText.Of(money),
        _ => "yes",
    };
}
