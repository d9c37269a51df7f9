using System.Globalization;
using System.Text;
using Ganchao.Scoring;

namespace Ganchao.Bench.Scoring;

/// <summary>A made-up field: entrants with one figure and one plan for each of ten indicators, the same at every run.</summary>
internal sealed class MadeUpField
{
    public const int Indicators = 10;

    private static readonly DateSpan Month = new(new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1));

    private readonly Random _random = new(20260301);
    private readonly decimal[][] _figures;

    /// <param name="points">The points of each indicator, as the rulebook language writes them.</param>
    /// <param name="awards">Lines of the rulebook; empty: it gives none.</param>
    public MadeUpField(int entrants, string points, string awards)
    {
        var (definition, mistakes) = RulebookReader.Read(TextOf(points, awards));
        Rulebook = definition is null
            ? throw new InvalidOperationException(string.Join('\n', mistakes))
            : CompiledRulebook.Compile(definition).Rulebook!;
        Ids = [.. Enumerable.Range(0, entrants).Select(static i => i.ToString("'e'000000", CultureInfo.InvariantCulture))];
        _figures = [.. Ids.Select(_ => Enumerable.Range(0, Indicators).Select(_ => Drawn()).ToArray())];
        Terms = [.. Ids.Select(_ => new EntrantTerms { Plans = Plans })];
    }

    public static DateOnly AsOf => Month.End.AddDays(-1);

    public static decimal Plan => 100m;

    public CompiledRulebook Rulebook { get; }

    public IReadOnlyList<string> Ids { get; }

    public IReadOnlyList<EntrantTerms> Terms { get; }

    public IReadOnlyList<decimal> FiguresOf(int entrant) => _figures[entrant];

    /// <summary>What the team's grain would hand over.</summary>
    public Accumulators AccumulatorsOf(int entrant) => Rulebook.FoldSets[0].Fold(
    [
        .. _figures[entrant].Select((figure, indicator) => new Fact
        {
            Entrant = Ids[entrant],
            Sheet = "month",
            Date = Month.Start,
            Measure = MeasureOf(indicator),
            Value = figure,
        }),
    ]);

    /// <summary>One figure of an entrant is drawn anew.</summary>
    public void Change(int entrant) => _figures[entrant][_random.Next(Indicators)] = Drawn();

    public static string MeasureOf(int indicator) => string.Create(CultureInfo.InvariantCulture, $"m{indicator}");

    private decimal Drawn() => _random.Next(8_000, 12_000) / 100m;

    private static Dictionary<string, PlanFigures> Plans { get; } = Enumerable.Range(0, Indicators).ToDictionary(
        MeasureOf, static _ => new PlanFigures(Plan, Plan, Plan), StringComparer.Ordinal);

    private static string TextOf(string points, string awards)
    {
        var text = new StringBuilder("language: 1\ncode: bench\nnames: Bench\nentrants: team\ninputs:\n");
        for (var i = 0; i < Indicators; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {MeasureOf(i)}: {{ measure: {MeasureOf(i)} }}\n");
        }

        text.Append("indicators:\n");
        for (var i = 0; i < Indicators; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  i{i}:\n    base: 10\n")
                .Append(CultureInfo.InvariantCulture,
                    $"    value: {{ formula: sum({MeasureOf(i)}) / plan({MeasureOf(i)}) * 100, decimals: 1 }}\n")
                .Append(CultureInfo.InvariantCulture, $"    points: {{ formula: \"{points}\", decimals: 2 }}\n");
        }

        return text.Append("total: { decimals: 2 }\nranking: { by: [ total desc ], shared: 1-2-2-4 }\n")
            .Append(awards).ToString();
    }
}
