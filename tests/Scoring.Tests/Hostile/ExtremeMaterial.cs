using Ganchao.Scoring.Jobs;

namespace Ganchao.Scoring.Tests.Hostile;

/// <summary>Facts and terms at the ends of what a number can be, for whatever a rulebook asks.</summary>
internal static class ExtremeMaterial
{
    private static readonly DateOnly Start = new(2026, 5, 4);

    private static readonly decimal[] Numbers =
    [
        0m, 1m, -1m, 0.1m, 3m, 100m, 0.0000000000005m, -0.0000000000004m, 0.0000000000000000000000000001m, 1_000_000_000_000_000m,
        -1_000_000_000_000_000m, 1_000_000_000_000_000.000001m, 999_999_999_999_999.999999999999m,
        decimal.MaxValue, decimal.MinValue,
        decimal.MaxValue / 3m, 79_228_162_514_264.337593543950335m, 33.333333333333333333333333333m,
    ];

    public static ScoreMaterial For(RulebookDefinition book, Dice dice)
    {
        string[] ids = ["A", "B", "C", "G"];
        var names = book.Formulas().SelectMany(static formula => formula.Root.Names()).Distinct().Take(40).ToList();
        var measures = book.Inputs.Select(static input => input.Measure).Distinct().Take(20).ToList();
        return new ScoreMaterial(
            [new Entrant("A", "1"), new Entrant("B", "1"), new Entrant("C", "2"), new Entrant("G", "1", Guest: true)],
            ids.ToDictionary(static id => id, _ => Terms(names, measures, dice)),
            [.. ids.SelectMany(id => Enumerable.Range(0, dice.Below(10)).Select(number => Fact(book, id, number, dice)))],
            new StageCalendar(
                new DateSpan(Start, Start.AddDays(6)),
                new DateOnly(2026, 1, 1),
                [new DateSpan(Start.AddDays(-3), Start)])
            {
                Figures = new StageFigures(5, 2) { References = Figures(names, dice) },
            },
            Start.AddDays(dice.Below(9)));
    }

    private static EntrantTerms Terms(List<string> names, List<string> measures, Dice dice) => new()
    {
        Plans = measures.Where(_ => !dice.OnceIn(4))
            .ToDictionary(static measure => measure, _ => new PlanFigures(dice.Of(Numbers), dice.Of(Numbers), null)),
        Baselines = Figures(measures, dice),
        Coefficients = Figures(names, dice),
        Tags = names.Where(_ => dice.OnceIn(2)).ToDictionary(static name => name, _ => dice.Of(["A", "B", "C", "x"])),
        Adjustments = names.Where(_ => dice.OnceIn(2)).ToDictionary(static name => name, _ => new Adjustment(dice.Of(Numbers), "r")),
        Carried = names.Where(_ => dice.OnceIn(2)).ToDictionary(static name => name, _ => Result.Of(dice.Of(Numbers))),
    };

    private static Dictionary<string, decimal> Figures(List<string> names, Dice dice) =>
        names.Where(_ => !dice.OnceIn(4)).ToDictionary(static name => name, _ => dice.Of(Numbers));

    private static Fact Fact(RulebookDefinition book, string entrant, int number, Dice dice)
    {
        var input = book.Inputs.IsEmpty ? null : dice.Of(book.Inputs);
        var day = dice.Below(12) - 5;
        return new Fact
        {
            Entrant = entrant,
            Sheet = $"{entrant} {day}",
            Date = Start.AddDays(day),
            Measure = input?.Measure ?? "m",
            Product = input is { Products.IsEmpty: false } ? input.Products[0] : "",
            Detail = input is { Details.IsEmpty: false } ? input.Details[0] : "",
            Record = dice.Of(["", "1", "2"]),
            Value = dice.OnceIn(12) ? null : dice.Of(Numbers),
            Tags = (input?.Where ?? []).ToDictionary(
                static filter => filter.Tag, static filter => filter.Values.FirstOrDefault(""), StringComparer.Ordinal),
            Attributes = dice.OnceIn(2)
                ? new Dictionary<string, decimal> { ["unit_weight"] = dice.Of(Numbers), ["price"] = dice.Of(Numbers) }
                : new Dictionary<string, decimal>(),
            Entry = new Guid(number + 1, (short)entrant[0], 0, new byte[8]),
        };
    }
}
