using CsCheck;

namespace Ganchao.Scoring.Tests.Folding;

public sealed class FoldLawTests
{
    private static readonly CompiledRulebook Rulebook = Sample.Compiled("""
        language: 1
        code: laws
        inputs: { a: a, b: b, net: { formula: "(ifna(a, 0) - ifna(b, 0)) * 3" } }
        figures:
          f: { per: record, formula: 'a + ifna(b, 0) * occurrence(tag(kind))' }
          g: { per: tag(kind), formula: sum(net * attribute(weight)) }
        indicators:
          w: { value: "sum(f) + sum(g)" }
          x: { value: "sum(a) + mean(a * b) + max(perShift(net)) + days(a) + last(b)" }
          y: { value: "sum(perDay(a / b)) + count(per(product, a)) + countIf(net > 2)" }
        """);

    private static readonly FoldSet Set = Rulebook.FoldSets[0];

    private static readonly Gen<Fact> GenFact =
        from sheet in Gen.Int[0, 3]
        from measure in Gen.OneOf(Gen.Const("a"), Gen.Const("b"))
        from product in Gen.OneOf(Gen.Const(""), Gen.Const("p"), Gen.Const("q"))
        from record in Gen.Int[0, 2]
        from value in Gen.Decimal[-1000m, 1000m]
        from isRefused in Gen.Int[0, 20]
        from hour in Gen.Int[0, 30]
        from id in Gen.Int
        select Plant.Fact(
            "A", measure, isRefused == 0 ? null : Math.Round(value, 9), day: sheet / 2, sheet: $"s{sheet}",
            record: $"{record}") with
        {
            Product = product,
            Tags = product == "q" ? new Dictionary<string, string> { ["kind"] = $"k{record}" } : new Dictionary<string, string>(),
            Attributes = product == "p" ? new Dictionary<string, decimal> { ["weight"] = 1.50m } : new Dictionary<string, decimal>(),
            ShiftOrder = sheet % 2,
            ObservedAt = hour == 0 ? null : new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero).AddHours(hour),
            Entry = new Guid(id, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]),
        };

    [Fact]
    public void Whatever_the_order_of_arrival_and_of_merging_the_accumulators_are_equal() =>
        (from facts in GenFact.Array[0, 20]
         from shuffled in Gen.Shuffle(facts)
         from seed in Gen.Int[0, 1000]
         select (facts, shuffled, seed)).Sample(static (facts, shuffled, seed) =>
        {
            var one = Sheets(facts).Aggregate(Set.Empty, Set.Merge);
            var sheets = Sheets(shuffled).ToList();
            var cut = sheets.Count == 0 ? 0 : seed % sheets.Count;
            var other = Set.Merge(
                sheets.Skip(cut).Reverse().Aggregate(Set.Empty, Set.Merge), sheets.Take(cut).Aggregate(Set.Empty, Set.Merge));

            Assert.Equal(one, other);
            Assert.Equal(one.ToBytes(), other.ToBytes());
        });

    [Fact]
    public void Accumulators_survive_the_journey_as_bytes() =>
        GenFact.Array[0, 20].Sample(static facts =>
        {
            var before = Sheets(facts).Aggregate(Set.Empty, Set.Merge);

            var after = Accumulators.FromBytes(before.ToBytes());

            Assert.Equal(before, after);
        });

    [Fact]
    public void Bytes_that_are_cut_off_are_refused()
    {
        var bytes = Set.Fold([Plant.Fact("A", "a", 1m)]).ToBytes();

        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<FormatException>(() => Accumulators.FromBytes(bytes.AsSpan(0, length)));
        }
    }

    [Fact]
    public void A_fold_set_is_named_by_what_it_folds_and_not_by_the_rulebook_around_it()
    {
        var renamed = Sample.Compiled("""
            language: 1
            code: other
            inputs: { 产量: a, 废品: b, unused: z, 净: { formula: "(ifna(产量,0) - ifna(废品 , 0))*factor" } }
            constants: { factor: 3 }
            figures:
              每笔: { per: record, formula: occurrence(tag(kind)) + 产量 + 废品 }
              每类: { per: tag(kind), formula: max(净 / attribute(weight)) }
            indicators:
              o: { value: "sum(每笔) + sum(每类)" }
              p: { value: "countIf(净 > 2) + max(perDay(产量 / 废品)) + sum(per(product, 产量))" }
              q: { value: "min(废品) + days(产量) + mean(perShift(净)) + min(产量 * 废品) + max(产量)" }
            """);

        Assert.Equal(Set.Hash, renamed.FoldSets[0].Hash);
        Assert.NotEqual(Rulebook.Hash, renamed.Hash);
    }

    private static IEnumerable<Accumulators> Sheets(IEnumerable<Fact> facts) =>
        facts.GroupBy(static fact => fact.Sheet).Select(static sheet => Set.Fold([.. sheet]));
}
