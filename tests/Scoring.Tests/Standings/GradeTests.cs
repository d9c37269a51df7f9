using System.Globalization;
using System.Text;
using Ganchao.Scoring.Jobs;

namespace Ganchao.Scoring.Tests.Standings;

public sealed class GradeTests
{
    /// <summary>The five-type crew rating: 90 and more is excellent, 80 and more qualified, below it not.</summary>
    private const string FiveTypes = """
        优秀: { names: { zh: 优秀, en: Excellent }, when: total >= 90 }
        合格: { names: { zh: 合格, en: Qualified }, when: total >= 80 }
        不合格: { names: { zh: 不合格, en: Not qualified } }
        """;

    /// <summary>One star of the star-rated plant: 800 in total and no item below 75 %.</summary>
    private const string OneStar = "一星: { when: total >= 800 and points(管理) >= 75% * 350 and points(指标) >= 75% * 650 }";

    [Theory]
    [InlineData("90", "优秀")]
    [InlineData("89.99", "合格")]
    [InlineData("80", "合格")]
    [InlineData("79.99", "不合格")]
    public void The_best_grade_whose_condition_holds_is_given(string total, string grade)
    {
        var row = Row(FiveTypes, Plant.Fact("A", "x", decimal.Parse(total, CultureInfo.InvariantCulture)), Plant.Fact("A", "y", 0m));

        Assert.Equal((new GradeFinding(grade, NaReason.None), Clearance.Open), (row.GradeGiven, row.Grade));
    }

    [Theory]
    [InlineData(263, 540, "一星")]
    [InlineData(262, 640, "")]
    [InlineData(270, 529, "")]
    public void A_total_that_is_high_enough_gives_no_star_where_an_item_is_too_low(int management, int figures, string grade) =>
        Assert.Equal(grade, Row(OneStar, Plant.Fact("A", "x", management), Plant.Fact("A", "y", figures)).GradeGiven.Id);

    [Fact]
    public void A_condition_without_a_figure_leaves_the_grade_open_unless_a_better_one_is_given()
    {
        const string Planned = "好: { when: total >= 90 }\n中: { when: plan(x) > 0 }\n差: {}";

        var (good, open) = (Row(Planned, Figures(90m)).GradeGiven, Row(Planned, Figures(50m)).GradeGiven);

        Assert.Equal((new GradeFinding("好", NaReason.None), new GradeFinding("", NaReason.NoPlan)), (good, open));
    }

    [Theory]
    [InlineData("exclude", "", Clearance.Excluded)]
    [InlineData("hold", "优秀", Clearance.Held)]
    public void A_gate_takes_the_grade_or_holds_it(string effect, string grade, Clearance clearance)
    {
        var gate = $"gates: {{ 重伤: {{ when: total > 0, scope: grade, effect: {effect} }} }}";

        var row = Team(Book(FiveTypes, gate)).With(Figures(95m)).Standing().Rows[0];

        Assert.Equal((grade, NaReason.None, clearance), (row.GradeGiven.Id, row.GradeGiven.Undecided, row.Grade));
    }

    [Fact]
    public void Other_columns_may_ask_for_a_grade()
    {
        const string Rules = "eligibility: { 合格以上: grade(优秀) or grade(合格) }\nranking: { by: [ 'if(grade(优秀), 2, 1) desc' ] }";

        var row = Team(Book(FiveTypes, Rules)).With(Figures(80m)).Standing().Rows[0];

        Assert.Equal((Verdict.Yes, 1m), (row.Eligible, row.Keys[0].Number));
    }

    [Fact]
    public void A_grade_opens_into_the_conditions_that_were_asked()
    {
        var live = Team(Book(FiveTypes)).With(Figures(85m)).Live();
        live.Evaluate(Plant.FirstDay);

        var grade = live.Explain("A")!.Parts.Single(static step => step.Kind == ExplanationKind.Grade);

        Assert.Equal(("合格", new Note("合格", "Qualified")), (grade.Subject, grade.Note));
        Assert.Equal(["优秀 total >= 90 = 0", "合格 total >= 80 = 1"], grade.Parts.Select(static step => $"{step.Subject} {step.Formula} = {step.Result}"));
        Assert.Contains(grade.Parts[0].Parts, static step => step.Numbers == "85 >= 90");
    }

    [Theory]
    [InlineData("a: {}\nb: { when: total > 1 }", "grade-without-when")]
    [InlineData("a: { when: total >= 90 }\nb: { when: '(total) ≥ 90' }", "grade-unreachable")]
    [InlineData("a: { when: total }", "wrong-kind")]
    [InlineData("a: { when: grade(b) }\nb: { when: total > 1 }", "cycle")]
    [InlineData("a: { when: points(nobody) > 1 }", "unknown-column")]
    [InlineData("a: { if: total > 1 }", "unknown-key")]
    [InlineData("a: 90", "wrong-value")]
    public void Mistaken_grades_are_refused_with_their_reason(string grades, string mistake)
    {
        var mistakes = Sample.Compile(Text(grades)).Diagnostics;

        Assert.Contains(mistake, mistakes.Select(static diagnostic => diagnostic.Id));
        Assert.All(mistakes, static diagnostic => Assert.True(diagnostic.Zh.Length > 0 && diagnostic.En.Length > 0));
    }

    [Fact]
    public void A_grade_that_there_is_not_is_refused_and_those_there_are_are_named()
    {
        var mistake = Assert.Single(Sample.Compile(Text(FiveTypes, "eligibility: { e: grade(良) }")).Diagnostics);

        Assert.Equal(("unknown-grade", "There is no grade 良. There are: 优秀, 合格, 不合格."), (mistake.Id, mistake.En));
    }

    [Fact]
    public void A_hundred_grades_are_enough()
    {
        static string Grades(int count) =>
            string.Join('\n', Enumerable.Range(0, count).Select(static i => $"g{i}: {{ when: total > {-i} }}"));

        Assert.Empty(Sample.Compile(Text(Grades(100))).Diagnostics);
        Assert.Equal("too-many-grades", Assert.Single(Sample.Compile(Text(Grades(101))).Diagnostics).Id);
    }

    [Theory]
    [InlineData("grade(优秀)", "gate-on-grade")]
    [InlineData("points(奖) > 0", "cycle")]
    public void A_gate_cannot_depend_on_a_grade(string condition, string mistake)
    {
        var gate = $"gates: {{ g: {{ when: {condition}, scope: award, effect: hold }} }}";

        Assert.Contains(mistake, Sample.Compile(Text("优秀: { when: 'sum(x) > 90' }", gate)).Diagnostics.Select(static d => d.Id));
    }

    [Fact]
    public void Csv_and_json_name_the_grade_or_why_there_is_none()
    {
        var book = Book("好: { when: plan(x) < total }");
        var plans = new EntrantTerms { Plans = new Dictionary<string, PlanFigures> { ["x"] = new(50m, 50m, null) } };
        var standing = new Plant(book).With(new Entrant("A"), plans).With(new Entrant("B"))
            .With(Plant.Fact("A", "x", 60m), Plant.Fact("A", "y", 0m), Plant.Fact("B", "x", 40m), Plant.Fact("B", "y", 0m))
            .Standing();
        var (csv, json) = (new StringWriter(), new MemoryStream());

        StandingCsv.Write(standing, book.Definition, csv);
        StandingJson.Write(standing, json);

        Assert.Contains(",rating,grade_given,", csv.ToString(), StringComparison.Ordinal);
        Assert.Contains(",Open,好,60", csv.ToString(), StringComparison.Ordinal);
        Assert.Contains(",Open,n/a(NoPlan),40", csv.ToString(), StringComparison.Ordinal);
        var text = Encoding.UTF8.GetString(json.ToArray());
        Assert.Contains("\"grade_given\": \"好\"", text, StringComparison.Ordinal);
        Assert.Contains("\"grade_given\": {\n        \"na\": \"NoPlan\"", text, StringComparison.Ordinal);
    }

    private static Fact[] Figures(decimal total) => [Plant.Fact("A", "x", total), Plant.Fact("A", "y", 0m)];

    private static StandingRow Row(string grades, params Fact[] facts) => Team(Book(grades)).With(facts).Standing().Rows[0];

    private static Plant Team(CompiledRulebook book) => new Plant(book).With(new Entrant("A"));

    private static CompiledRulebook Book(string grades, string more = "") => Sample.Compiled(Text(grades, more));

    private static string Text(string grades, string more = "") => $$"""
        language: 1
        code: grades
        inputs: { x: x, y: y }
        indicators:
          管理: { value: sum(x) }
          指标: { value: sum(y) }
          奖: { value: "0"{{(more.Contains("points(奖)", StringComparison.Ordinal) ? ", points: 'if(grade(优秀), 1, 0)'" : "")}} }
        {{more}}
        grades:
          {{grades.ReplaceLineEndings("\n  ")}}
        """;
}
