using System.Diagnostics;
using System.Globalization;
using Ganchao.Scoring.Jobs;
using Ganchao.Scoring.Tests.Goldens;

namespace Ganchao.Scoring.Tests.Hostile;

/// <summary>
/// More than 100,000 hostile texts in every run. Each is refused with a place and a reason, or compiles and is scored alike by
/// both evaluators over extreme figures; never an exception, never more memory than its length allows.
/// </summary>
public sealed class HostileRunTests(ITestOutputHelper output)
{
    private const uint Seed = 20_261_126;

    /// <summary>Bytes that reading and compiling may allocate at all, and for each character of the text.</summary>
    private const long AllocatedAtAll = 3_000_000;

    private const long AllocatedPerCharacter = 12_000;

    private static readonly string[] Sound =
    [
        .. Directory.GetFiles(Path.Combine(GoldenData.Root, "samples", "rulebooks"), "*.yaml")
            .Order(StringComparer.Ordinal).Select(File.ReadAllText).Where(static text => text.Length < 6_000),
    ];

    [Theory]
    [InlineData("words in a row", 45_000, 0)]
    [InlineData("trees of any functions", 12_000, 5)]
    [InlineData("overflowing arithmetic", 8_000, 3_000)]
    [InlineData("one thing over and over", 8_000, 0)]
    [InlineData("damaged bytes", 9_000, 900)]
    [InlineData("damaged words", 9_000, 900)]
    [InlineData("damaged structure", 6_000, 300)]
    [InlineData("bombs", 1_500, 0)]
    [InlineData("depth", 1_500, 0)]
    [InlineData("size", 250, 30)]
    [InlineData("names", 3_000, 0)]
    [InlineData("cycles", 3_000, 30)]
    public void Hostile_texts_are_refused_or_scored_alike(string kind, int texts, int leastCompiled)
    {
        var watch = Stopwatch.StartNew();
        var (compiled, most) = (0, 0L);
        Parallel.For(0, texts, new ParallelOptions { MaxDegreeOfParallelism = 2 }, number =>
        {
            var dice = new Dice(Seed, number);
            var text = Text(kind, dice);
            try
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var book = Compiled(text);
                var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                Assert.True(
                    allocated <= AllocatedAtAll + (AllocatedPerCharacter * text.Length),
                    string.Create(CultureInfo.InvariantCulture, $"{allocated} bytes for {text.Length} characters"));
                InterlockedMax(ref most, allocated);
                if (book is not null)
                {
                    Interlocked.Increment(ref compiled);
                    AssertScoredAlike(book, ExtremeMaterial.For(book.Definition, dice));
                }
            }
            catch (Exception fault)
            {
                throw new Xunit.Sdk.XunitException(
                    $"{kind}, seed {Seed}, number {number}: {fault.GetType().Name} {fault.Message}\n{fault.StackTrace}\n" +
                    text[..Math.Min(text.Length, 6_000)]);
            }
        });
        output.WriteLine($"{kind}: seed {Seed}, {texts} texts, {compiled} compiled, {most:N0} bytes at most, {watch.Elapsed}");
        Assert.InRange(compiled, leastCompiled, texts);
    }

    [Fact]
    public void A_million_characters_cost_no_more_than_a_look()
    {
        foreach (var part in new[] { "a", "a: 1\n", "- [", "(", "产量", "\"", "#", "&a [*a, *a]\n", "\n" })
        {
            var text = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));
            var before = GC.GetAllocatedBytesForCurrentThread();

            var found = RulebookReader.Read(text).Diagnostics;

            Assert.Equal("too-large", Assert.Single(found).Id);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32_000_000);
        }
    }

    private static string Text(string kind, Dice dice) => kind switch
    {
        "words in a row" => Whole(FormulaNonsense.Words(dice)),
        "trees of any functions" => Whole(FormulaNonsense.Tree(dice, 1 + dice.Below(4))),
        "overflowing arithmetic" => Whole(FormulaNonsense.Overflow(dice, 1 + dice.Below(4))),
        "one thing over and over" => Whole(FormulaNonsense.Endless(dice)),
        "damaged bytes" => Damage.OfBytes(dice, dice.Of(Sound)),
        "damaged words" => Damage.OfWords(dice, dice.Of(Sound)),
        "damaged structure" => Damage.OfStructure(dice, dice.Of(Sound)),
        "bombs" => YamlNonsense.Bomb(dice),
        "depth" => YamlNonsense.Deep(dice),
        "size" => YamlNonsense.Large(dice),
        "names" => YamlNonsense.Names(dice),
        "cycles" => YamlNonsense.Cycles(dice),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind."),
    };

    private static string Whole(string formula) => $"""
        language: 1
        code: h
        inputs: {"{ a: a, b: { measure: b, refused: zero }, 净: { formula: \"a - b\" } }"}
        constants: {"{ k: 3 }"}
        figures: {"{ f: { per: shift, formula: sum(a) }, h: { per: shift, formula: \"ifna(before(f), 1) * running(f) - sum(b)\" } }"}
        sections: {"{ s: {} }"}
        indicators:
          y: {"{ value: sum(a) + count(h), section: s }"}
          x:
            base: 5
            value: '{formula.Replace("'", "''", StringComparison.Ordinal)}'
            points: value * 2
            when_na: {"{ points: na }"}

        """;

    private static CompiledRulebook? Compiled(string text)
    {
        var (definition, diagnostics) = RulebookReader.Read(text);
        AssertSaid(text, definition is null, diagnostics);
        if (definition is null)
        {
            return null;
        }

        var (book, found) = CompiledRulebook.Compile(definition);
        AssertSaid(text, book is null, found);
        return book;
    }

    /// <summary>A refusal names at least one error; every finding says where, and why in both languages.</summary>
    private static void AssertSaid(string text, bool refused, IReadOnlyList<Diagnostic> found)
    {
        Assert.Equal(refused, found.Any(static one => one.Severity == Severity.Error));
        var lines = text.Count(static c => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029') + 2;
        foreach (var one in found)
        {
            Assert.True(one.Place.Line >= 1 && one.Place.Line <= lines, one.ToString());
            Assert.True(one.Place.Column >= 1, one.ToString());
            Assert.True(one.Zh.Length is > 0 and < 3_000 && one.En.Length is > 0 and < 3_000, one.Id);
        }
    }

    private static void AssertScoredAlike(CompiledRulebook book, ScoreMaterial material)
    {
        var (plain, live) = (Evaluator.Plain.Score(book.Definition, material), Evaluator.Live.Score(book.Definition, material));
        Assert.True(plain.Equals(live), $"plain:\n{Json(plain)}\nlive:\n{Json(live)}");
    }

    private static string Json(Standing standing)
    {
        using var text = new MemoryStream();
        StandingJson.Write(standing, text);
        return System.Text.Encoding.UTF8.GetString(text.ToArray());
    }

    private static void InterlockedMax(ref long most, long value)
    {
        for (var seen = Interlocked.Read(ref most); value > seen; seen = Interlocked.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
