using System.Text;
using CsCheck;
using Ganchao.Scoring.Jobs;

namespace Ganchao.Scoring.Tests.Properties;

/// <summary>Generated rulebooks whose standing is kept up to date, one entrant and one date after the other.</summary>
public sealed class StepByStepTests
{
    private const int Cases = 300;

    private static readonly Gen<string> Late = Gen.OneOf(
        "award(more) and sum(cost) >= mean(sum(mill))", "not award(flag) and within(tag(zone), rank(sum(scrap), asc)) < 3",
        "award(pool) or of(tag(boss), sum(minor)) > 2", "award(piece) or daysSince(lastDate(made)) > 2");

    private static readonly Gen<string> Rulebook =
        from rules in RuleGen.Rulebook
        from late in Late
        select rules + $"  late: {{ money: 1, when: '{late}' }}\n";

    private static readonly Gen<Step[]> Steps =
        (from kind in Gen.Int[0, 9]
         from who in Gen.Int[0, 4]
         from material in MaterialGen.Material
         select new Step(kind, who, material)).Array[3, 8];

    [Fact]
    public void A_standing_kept_up_to_date_is_the_one_from_scratch() => Gen.Select(Rulebook, MaterialGen.Material, Steps)
        .Check(Cases, static sample => Kept(sample.Item1, sample.Item2, sample.Item3), static sample => sample.Item1);

    [Fact]
    public void Figures_by_occasion_kept_up_to_date_are_those_from_scratch() => Gen
        .Select(FigureGen.Rulebook, MaterialGen.Material, Steps)
        .Check(Cases, static sample => Kept(sample.Item1, sample.Item2, sample.Item3), static sample => sample.Item1);

    private static bool Kept(string text, ScoreMaterial first, Step[] steps)
    {
        if (RulebookReader.Read(text).Definition is not { } definition
            || CompiledRulebook.Compile(definition).Rulebook is not { } rulebook)
        {
            return false;
        }

        var now = first;
        var live = Evaluator.LiveOf(definition, now);
        live.Evaluate(now.AsOf);
        foreach (var step in steps)
        {
            now = step.Take(now, live, rulebook);
            var kept = live.Evaluate(now.AsOf);
            var scratch = Evaluator.Live.Score(definition, now);
            if (!scratch.Equals(kept))
            {
                Assert.Equal(Text(scratch), Text(kept));
                Assert.Equal(scratch, kept);
            }

            foreach (var entrant in now.Entrants)
            {
                Assert.Equal(Evaluator.Live.Explain(definition, now, entrant.Id), live.Explain(entrant.Id));
            }
        }

        return true;
    }

    private static string Text(Standing standing)
    {
        var text = new MemoryStream();
        StandingJson.Write(standing, text);
        return Encoding.UTF8.GetString(text.ToArray());
    }

    private sealed record Step(int Kind, int Who, ScoreMaterial Other)
    {
        public ScoreMaterial Take(ScoreMaterial now, LiveStanding live, CompiledRulebook rulebook)
        {
            var one = now.Entrants[Who];
            switch (Kind)
            {
                case 0:
                    return now with { AsOf = Other.AsOf };
                case 1:
                    var terms = now.Terms.ToDictionary(static pair => pair.Key, static pair => pair.Value);
                    terms[one.Id] = Other.Terms[one.Id] with { Tags = terms[one.Id].Tags };
                    live.PutTerms(one.Id, terms[one.Id]);
                    return now with { Terms = terms };
                case 2:
                    live.PutTerms(one.Id, Other.Terms[one.Id]);
                    var tagged = now.Terms.ToDictionary(static pair => pair.Key, static pair => pair.Value);
                    tagged[one.Id] = Other.Terms[one.Id];
                    return now with { Terms = tagged };
                case 3:
                    IReadOnlyList<Entrant> entrants = [.. now.Entrants.Select(entrant =>
                        entrant == one
                            ? entrant with { Guest = !entrant.Guest, Division = entrant.Division == "1" ? "2" : "1" }
                            : entrant)];
                    live.SetEntrants(entrants);
                    return now with { Entrants = entrants };
                case 4:
                    var figures = now.Calendar.Figures with
                    {
                        References = new Dictionary<string, decimal> { ["line"] = Who },
                    };
                    live.SetStage(figures);
                    return now with { Calendar = now.Calendar with { Figures = figures } };
                default:
                    var facts = now.Facts.Where(fact => fact.Entrant != one.Id)
                        .Concat(Other.Facts.Where(fact => fact.Entrant == one.Id)).ToList();
                    var next = now with { Facts = facts };
                    Evaluator.Feed(live, rulebook, next with { Entrants = [one] });
                    return next;
            }
        }
    }
}
