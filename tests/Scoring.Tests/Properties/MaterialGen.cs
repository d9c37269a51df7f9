using CsCheck;
using Ganchao.Scoring.Jobs;

namespace Ganchao.Scoring.Tests.Properties;

/// <summary>
/// Entrants, terms and facts of a short stage in May 2026, with what goes wrong in real ones: gaps, refusals,
/// ties, late shifts.
/// </summary>
internal static class MaterialGen
{
    private static readonly DateOnly Start = new(2026, 5, 4);

    private static readonly StageCalendar Calendar = new(
        new DateSpan(Start, Start.AddDays(6)), new DateOnly(2026, 1, 1), [new DateSpan(Start.AddDays(-3), Start)])
    {
        Figures = new StageFigures(5, 2)
        {
            References = new Dictionary<string, decimal> { ["line"] = 6.5m },
            Accounts =
            [
                new AccountBalance("1", "fund", Result.Of(5.25m)),
                new AccountBalance("2", "fund", Result.Na(NaReason.NoPlan)),
            ],
        },
    };

    private static readonly string[] Entrants = ["A", "B", "C", "D", "G"];

    private static readonly Gen<decimal?> Figure = Gen.Frequency(
        (20, Gen.Int[-2, 12].Select(static n => (decimal?)n)),
        (8, Gen.Int[0, 999].Select(static n => (decimal?)(n / 100m))),
        (2, Gen.Bool.Select(static _ => (decimal?)null)),
        (1, Gen.OneOf<decimal?>([900_000_000_000_000m])),
        (1, Gen.OneOf<decimal?>([0.333333333333m])));

    private static readonly Gen<Fact> Fact =
        from who in Gen.OneOf(Entrants)
        from measure in Gen.OneOf("a", "a", "b", "c", "z")
        from figure in Figure
        from day in Gen.Int[-5, 6]
        from shift in Gen.Int[1, 2]
        from product in Gen.OneOf("", "p", "q")
        from record in Gen.OneOf("", "", "1", "2")
        from severity in Gen.OneOf("", "minor", "fatal")
        from minutes in Gen.Int[-1, 3]
        from subject in Gen.OneOf("", "", "s")
        select new Fact
        {
            Entrant = who,
            Sheet = $"{who} {day} {shift}",
            Date = Start.AddDays(day),
            ShiftOrder = shift,
            Measure = measure,
            Product = product,
            Record = record,
            Subject = subject,
            Value = figure,
            ObservedAt = minutes < 0 ? null : new DateTimeOffset(2026, 5, 1, 0, minutes, 0, TimeSpan.Zero),
            Attributes = product == "p" ? new Dictionary<string, decimal> { ["price"] = 2.5m } : new Dictionary<string,
                decimal>(),
            Tags = severity.Length == 0 ? new Dictionary<string, string>() : new Dictionary<string,
                string>
            { ["severity"] = severity },
        };

    /// <summary>In the order in which they arrive; every fact has an entry of its own.</summary>
    public static readonly Gen<IReadOnlyList<Fact>> Facts = Fact.List[0, 40].Select(
        static facts =>
            (IReadOnlyList<Fact>)[.. facts.Select(static (fact, i) => fact with { Entry = new Guid(i + 1, 0, 0, new byte[8]) })]);

    private static readonly Gen<EntrantTerms> Terms =
        from plan in Gen.OneOf<decimal?>(null, 10m, 0m, 40m)
        from size in Gen.OneOf<decimal?>(null, 1.2m)
        from zone in Gen.OneOf("", "I", "II", "III")
        from sector in Gen.OneOf("", "I", "III")
        from kept in Gen.OneOf<Result?>([null, Result.Of(4.5m), Result.Na(NaReason.DivisionByZero)])
        from boss in Gen.OneOf("", "A", "C", "G", "X")
        select new EntrantTerms
        {
            Plans = plan is { } figure
                ? new Dictionary<string,
                    PlanFigures>
                { ["a"] = new(figure, figure * 0.9m, null), ["b"] = new(null, figure, figure / 2m) }
                : new Dictionary<string, PlanFigures>(),
            Baselines = plan is { } baseline
                ? new Dictionary<string, decimal> { ["a"] = baseline / 3m }
                : new Dictionary<string, decimal>(),
            Coefficients = size is { } coefficient
                ? new Dictionary<string, decimal> { ["size"] = coefficient }
                : new Dictionary<string, decimal>(),
            Carried = kept is { } stored ? new Dictionary<string, Result> { ["kept"] = stored, ["bare"] = stored } : [],
            Tags = new[] { ("zone", zone), ("sector", sector), ("boss", boss) }
                .Where(static tag => tag.Item2.Length > 0)
                .ToDictionary(static tag => tag.Item1, static tag => tag.Item2),
        };

    public static readonly Gen<ScoreMaterial> Material =
        from facts in Facts
        from terms in Terms.Array[Entrants.Length]
        from day in Gen.Int[0, 8]
        select new ScoreMaterial(
            [new Entrant("A", "1"), new Entrant("B", "1"), new Entrant("C", "2"), new Entrant("D", "2"),
                new Entrant("G", "1", Guest: true)],
            Entrants.Zip(terms).ToDictionary(static pair => pair.First, static pair => pair.Second),
            facts,
            Calendar,
            Start.AddDays(day));
}
