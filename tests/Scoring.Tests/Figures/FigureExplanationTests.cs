using Ganchao.Scoring.Plain;

namespace Ganchao.Scoring.Tests.Figures;

public sealed class FigureExplanationTests
{
    private const string Rules = """
        inputs: { 产量: output }
        figures:
          日产: { names: { zh: 日产量, en: Daily output }, per: day, formula: sum(产量) * 2, decimals: 1 }
          每笔: { per: record, formula: 产量 + occurrence }
        indicators:
          天: { value: max(日产) }
          笔: { value: sum(每笔) }
        """;

    private static readonly FigureCase Case = new FigureCase(Rules).Facts("""
        A 0 1 output 3 product=p
        A 0 1 output 4.25 product=q
        A 2 1 output 5
        """);

    public static TheoryData<string> Evaluators => ["live", "plain"];

    [Theory]
    [MemberData(nameof(Evaluators))]
    public void A_fold_opens_into_rows_and_a_row_into_records_and_entries(string evaluator)
    {
        var fold = Fold(Case, evaluator, "max(日产)");

        Assert.Equal(["2026-03-02", "2026-03-04"], fold.Parts.Select(static row => row.Subject));
        var first = fold.Parts[0];
        Assert.Equal((ExplanationKind.Occasion, Result.Of(14.5m), "Daily output"), (first.Kind, first.Result, first.Note.En));
        Assert.Equal("7.25 * 2", first.Numbers);
        var records = All(first).Where(static step => step.Kind == ExplanationKind.Record).ToList();
        Assert.Equal(["2026-03-02 · p", "2026-03-02 · q"], records.Select(static record => record.Subject));
        Assert.Equal([Entry(1), Entry(2)], records.SelectMany(static record => record.Entries));
    }

    [Theory]
    [MemberData(nameof(Evaluators))]
    public void A_row_by_record_names_its_entry(string evaluator)
    {
        var rows = Fold(Case, evaluator, "sum(每笔)").Parts;

        Assert.Equal(["3 + 1", "4.25 + 2", "5 + 3"], rows.Select(static row => row.Numbers));
        Assert.Equal([Entry(1), Entry(2), Entry(3)], rows.SelectMany(static row => row.Entries));
    }

    [Theory]
    [MemberData(nameof(Evaluators))]
    public void Of_many_rows_some_are_shown_and_the_others_counted(string evaluator)
    {
        var lines = Enumerable.Range(0, 100).Select(static i => $"A {i % 31} 1 output 1");

        var fold = Fold(new FigureCase(Rules).Facts(string.Join('\n', lines)), evaluator, "sum(每笔)");

        Assert.Equal(62, fold.Parts.Count);
        Assert.Contains("38 more than shown", fold.Note.En, StringComparison.Ordinal);
    }

    private static Explanation Fold(FigureCase sample, string evaluator, string formula) => All(Explain(sample, evaluator))
        .First(step => step.Kind == ExplanationKind.Fold && step.Formula == formula);

    private static Guid Entry(int number) => new(number, 0, 0, new byte[8]);

    private static Explanation Explain(FigureCase sample, string evaluator)
    {
        var plant = sample.Plant();
        if (evaluator == "live")
        {
            var live = plant.Live();
            live.Evaluate(Plant.FirstDay);
            return live.Explain("A")!;
        }

        var whole = new DateSpan(DateOnly.MinValue, DateOnly.MaxValue);
        return PlainEvaluator.Explain(
            Sample.Compiled(FigureCase.Text(Rules)).Definition,
            [new Entrant("A")],
            new Dictionary<string, EntrantTerms>(),
            plant.Facts,
            new StageCalendar(whole, whole.Start, []), Plant.FirstDay, "A");
    }

    private static IEnumerable<Explanation> All(Explanation step) => step.Parts.SelectMany(All).Prepend(step);
}
