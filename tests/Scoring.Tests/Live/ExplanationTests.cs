namespace Ganchao.Scoring.Tests.Live;

public sealed class ExplanationTests
{
    private static readonly CompiledRulebook RulebookA = Sample.Rulebook("demo-a.yaml");

    private static readonly TeamMonth ResinSand =
        new("热 树脂砂班 48.00 50.16 96.0 104/4 326.4 316.6 1/0/2 93.00 2/1 37.0 20.4 23.0 15.0 4.7 4.0 104.1 1");

    [Fact]
    public void Progress_opens_into_steps_rounding_and_folds()
    {
        var progress = Indicator(Explain(ResinSand.Facts), "进度");

        Assert.Equal(37m, progress.Result.Number);
        Assert.Contains(All(progress), static step => step.Note.En == "4 full steps of 1, 0.5 points each");
        Assert.Contains(All(progress), static step => step.Numbers == "50.16 / 48 * 100");
        Assert.Contains(All(progress), static step => step.Kind == ExplanationKind.Rounding && step.Result.Number == 104.5m);
        Assert.Contains(
            All(progress), static step => step is { Kind: ExplanationKind.Fold, Subject: "sum", Fold.FoldSetHash.Length: 64 });
    }

    [Fact]
    public void A_stand_in_and_a_gate_are_named()
    {
        var injury = Plant.Fact(ResinSand.Team, "injury", 1m) with
        {
            Tags = new Dictionary<string, string> { ["severity"] = "minor", ["at_fault"] = "true" },
        };

        var row = Explain([injury, .. ResinSand.Facts.Where(static fact => fact.Measure != "cost_actual")]);

        Assert.Contains(
            All(Indicator(row, "成本")), static step => step.Kind == ExplanationKind.MissingEffect
            && step.Note.Zh.EndsWith("待财务", StringComparison.Ordinal));
        Assert.Contains(
            All(Indicator(row, "安全")), static step => step is { Kind: ExplanationKind.Gate, Subject: "轻伤", Result.Number: 0m });
        Assert.Contains(row.Parts, static step => step is { Kind: ExplanationKind.Gate, Subject: "轻伤" });
    }

    [Fact]
    public void The_best_of_the_cohort_is_named()
    {
        var book = Sample.Compiled("language: 1\ncode: c\ninputs: { x: x }\nindicators: { i: { value: sum(x) / best(sum(x)) } }");
        var live = new Plant(book).With(new Entrant("a")).With(new Entrant("b"))
            .With(Plant.Fact("a", "x", 2m), Plant.Fact("b", "x", 4m)).Live();
        live.Evaluate(Plant.FirstDay);

        var best = All(live.Explain("a")!).First(static step => step.Kind == ExplanationKind.Cohort);

        Assert.Equal((4m, "of b"), (best.Result.Number, best.Note.En));
    }

    [Fact]
    public void Who_is_not_in_the_standing_has_no_explanation() =>
        Assert.Null(new Plant(RulebookA).With(ResinSand.Entrant).Live().Explain("nobody"));

    private static Explanation Explain(IEnumerable<Fact> facts)
    {
        var live = new Plant(RulebookA).With(ResinSand.Entrant, ResinSand.Terms).With(facts).Live();
        live.Evaluate(Plant.FirstDay);
        return live.Explain(ResinSand.Team)!;
    }

    private static Explanation Indicator(Explanation row, string id) =>
        All(row).First(step => step.Kind == ExplanationKind.Points && step.Subject == id);

    private static IEnumerable<Explanation> All(Explanation step) => step.Parts.SelectMany(All).Prepend(step);
}
