using CsCheck;

namespace Ganchao.Scoring.Tests.Rulebooks;

public sealed class HostileInputTests
{
    [Theory]
    [InlineData("(", 3000)]
    [InlineData("if(", 1000)]
    [InlineData("-", 3999)]
    [InlineData("not ", 900)]
    [InlineData("1+", 1900)]
    [InlineData("1^", 1900)]
    [InlineData("a<", 1900)]
    [InlineData("9", 3000)]
    [InlineData("a", 5000)]
    [InlineData("（", 3000)]
    [InlineData("\"", 3001)]
    [InlineData("#", 3001)]
    [InlineData("f(a,", 31)]
    public void A_formula_without_measure_is_refused_and_not_suffered(string part, int times)
    {
        var text = string.Concat(Enumerable.Repeat(part, times));

        foreach (var formula in new[] { text, $"{text}1", $"{text}1{new string(')', times % 4000)}" })
        {
            var (root, refusal) = FormulaParser.Parse(formula);

            Assert.True(root is null ^ refusal is null);
        }
    }

    [Fact]
    public void A_sum_of_a_hundred_terms_is_no_attack()
    {
        var (root, _) = FormulaParser.Parse(string.Join(" + ", Enumerable.Repeat("points(x)", 100)));

        Assert.NotNull(root);
    }

    [Theory]
    [InlineData("a: &a [x, x]\nb: *a")]
    [InlineData("a: !!python/object:os.system x")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]")]
    [InlineData("a: {")]
    [InlineData("a: 1\na: 2")]
    [InlineData("- a\n- b")]
    [InlineData("")]
    [InlineData("text")]
    [InlineData("%YAML 9.9\n---\n\t")]
    [InlineData("a: 1\n---\nb: 2")]
    [InlineData("inputs: [1, 2]\nindicators: 7\nranking: []\ntotal: x\ngates: { g: 1 }\nsections: { s: [] }\neligibility: { e: [] }\nstages: { }")]
    [InlineData("? [complex, key]\n: x")]
    [InlineData("indicators: { ? { a: b } : { value: '1' } }")]
    public void A_text_that_is_no_rulebook_is_refused_with_a_reason(string text)
    {
        var (definition, diagnostics) = RulebookReader.Read(text);

        Assert.Null(definition);
        Assert.NotEmpty(diagnostics);
    }

    [Fact]
    public void An_endless_text_and_an_endless_list_are_refused()
    {
        Assert.Equal("too-large", RulebookReader.Read(new string('a', FormulaLimits.RulebookLength + 1)).Diagnostics[0].Id);

        var many = string.Join('\n', Enumerable.Range(0, FormulaLimits.Items + 1).Select(static i => $"  c{i}: 1"));

        Assert.Null(RulebookReader.Read($"language: 1\ncode: many\nconstants:\n{many}").Definition);
    }

    [Fact]
    public void A_chain_of_columns_and_inputs_that_doubles_at_every_link_stays_small()
    {
        var inputs =
            string.Join('\n', Enumerable.Range(1, 400).Select(static i => $"  n{i}: {{ formula: n{i - 1} + n{i - 1} }}"));
        var indicators =
            string.Join(
            '\n', Enumerable.Range(1, 400).Select(static i => $"  i{i}: {{ value: 'value(i{i - 1}) + value(i{i - 1})' }}"));
        var book =
            Sample.Compiled(
            $"language: 1\ncode: chain\ninputs:\n  n0: n\n{inputs}\nindicators:\n  i0: {{ value: sum(n400) }}\n{indicators}");

        var live = new Plant(book).With(new Entrant("A")).With(Plant.Fact("A", "n", 1m)).Live();

        Assert.Equal(Result.Na(NaReason.Overflow), live.Evaluate(Plant.FirstDay).Rows[0].Total);
        Assert.NotNull(live.Explain("A"));
    }

    [Fact]
    public void A_damaged_rulebook_is_refused_or_read_but_never_breaks_the_reader()
    {
        var whole = Sample.Rulebook("demo-a.yaml").Definition.Text;
        var damage =
            Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Int[0, 12], Gen.Char["(){}[],:#'\"|-+*/^<>=%& \n0a产"].Array[0, 4]);

        damage.Array[1, 3].Sample(wounds =>
        {
            var text = wounds.Aggregate(whole, static (text, wound) =>
            {
                var at = Math.Min(wound.Item1, text.Length);
                return text.Remove(at, Math.Min(wound.Item2, text.Length - at)).Insert(at, new string(wound.Item3));
            });

            var (rulebook, diagnostics) = Sample.Compile(text);

            Assert.True(rulebook is not null || diagnostics.Any(static diagnostic => diagnostic.Severity == Severity.Error));
        });
    }
}
