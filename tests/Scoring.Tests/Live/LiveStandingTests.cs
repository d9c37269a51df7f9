using CsCheck;

namespace Ganchao.Scoring.Tests.Live;

public sealed class LiveStandingTests
{
    private static readonly CompiledRulebook Rulebook = Sample.Compiled("""
        language: 1
        code: live
        inputs: { x: x, y: y, old: { measure: x, window: previous(1) } }
        sections: { s: { cap: 150 } }
        indicators:
          a: { section: s, base: 50, value: "sum(x) / plan(x) * 100", points: "scale(value, 0, base)" , when_missing: { points: exclude } }
          b: { section: s, base: 50, value: "mean(y)", points: "base - rank(value, asc)", when_missing: { points: neutral, mark: wait } }
          c: { value: "daysSince(lastDate(y)) / 10 + best(points(a))", when_na: { points: 0 }, when_missing: { points: 1 } }
        gates: { g: { when: "countIf(y > 90) > 0", effects: [ { scope: indicator(a), effect: add(-5) }, { scope: award, effect: exclude } ] } }
        eligibility: { e: "share(points(b)) > 0.1" }
        total: { decimals: 1 }
        ranking: { by: [ total desc, points(a) desc ] }
        """);

    private static readonly Gen<Act> GenAct =
        from kind in Gen.Int[0, 9]
        from entrant in Gen.Int[0, 6]
        from value in Gen.Int[0, 100]
        from day in Gen.Int[0, 5]
        select new Act(kind, $"e{entrant}", value, day);

    [Fact]
    public void Kept_up_to_date_step_by_step_it_equals_the_standing_from_scratch() =>
        GenAct.Array[1, 25].Sample(static acts =>
        {
            var world = new World();
            var live = world.Fresh();

            foreach (var act in acts)
            {
                world.Do(act, live);

                Assert.Equal(world.Fresh().Evaluate(world.AsOf), live.Evaluate(world.AsOf));
            }
        });

    [Fact]
    public void Evaluating_twice_is_evaluating_once()
    {
        var live = new World().Fresh();

        Assert.Same(live.Evaluate(Plant.FirstDay), live.Evaluate(Plant.FirstDay));
    }

    [Fact]
    public void What_the_rulebook_or_the_field_does_not_know_is_not_kept()
    {
        var live = new World().Fresh();
        var set = Rulebook.FoldSets[0];

        Assert.False(live.Put("e0", "another fold set", set.Empty));
        Assert.False(live.Put("nobody", set.Hash, set.Empty));
        Assert.False(live.PutTerms("nobody", EntrantTerms.None));
    }

    [Fact]
    public void Accumulators_of_another_fold_set_are_not_mistaken_for_ones_own()
    {
        var foreign = Sample.Rulebook("demo-a.yaml").FoldSets[0].Empty;

        Assert.Throws<ArgumentException>(() => new World().Fresh().Put("e0", Rulebook.FoldSets[0].Hash, foreign));
    }

    [Fact]
    public void Accumulators_of_the_old_rulebook_serve_a_new_one_that_folds_the_same()
    {
        var renamed =
            Sample.Compiled(Rulebook.Definition.Text.Replace("points(a) desc", "points(b) asc", StringComparison.Ordinal));

        Assert.NotEqual(Rulebook.Hash, renamed.Hash);
        Assert.Equal(Rulebook.FoldSets.Select(static set => set.Hash), renamed.FoldSets.Select(static set => set.Hash));
    }

    private sealed record Act(int Kind, string Entrant, int Value, int Day);

    /// <summary>Everything that was ever said, so that a standing can be made from scratch.</summary>
    private sealed class World
    {
        private readonly List<Fact> _facts = [];
        private readonly Dictionary<string, EntrantTerms> _terms = [];
        private List<Entrant> _entrants = [.. Enumerable.Range(0, 5).Select(static i => new Entrant($"e{i}", i < 3 ? "p" : "q"))];

        public DateOnly AsOf { get; private set; } = Plant.FirstDay;

        public void Do(Act act, LiveStanding live)
        {
            switch (act.Kind)
            {
                case 0:
                    _entrants =
                        [.. _entrants.Where(entrant => entrant.Id != act.Entrant),
                        new Entrant(act.Entrant, act.Day < 3 ? "p" : "q", act.Value < 20)];
                    live.SetEntrants(_entrants);
                    Put(act.Entrant, live);
                    break;
                case 1:
                    AsOf = Plant.FirstDay.AddDays(act.Day);
                    break;
                case 2 or 3:
                    _terms[act.Entrant] = new EntrantTerms
                    {
                        Plans = new Dictionary<string, PlanFigures> { ["x"] = new(act.Value, act.Value, act.Value) },
                    };
                    Put(act.Entrant, live);
                    break;
                default:
                    _facts.Add(
                        Plant.Fact(act.Entrant, act.Kind % 2 == 0 ? "x" : "y", act.Value, act.Day, record: $"{_facts.Count}"));
                    Put(act.Entrant, live);
                    break;
            }
        }

        public LiveStanding Fresh()
        {
            var live = new LiveStanding(Rulebook);
            live.SetEntrants(_entrants);
            _entrants.ForEach(entrant => Put(entrant.Id, live));
            return live;
        }

        private void Put(string entrant, LiveStanding live)
        {
            live.PutTerms(entrant, _terms.GetValueOrDefault(entrant, EntrantTerms.None));
            foreach (var set in Rulebook.FoldSets)
            {
                live.Put(entrant, set.Hash, new Plant(Rulebook).With(_facts).Folded(set, entrant));
            }
        }
    }
}
