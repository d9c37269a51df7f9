using Ganchao.Scoring.Plain;

namespace Ganchao.Scoring.Tests;

/// <summary>A made-up stage: facts as sheets hold them, and the standing that follows from them.</summary>
internal sealed class Plant(CompiledRulebook rulebook)
{
    public static readonly DateOnly FirstDay = new(2026, 3, 2);

    private readonly List<Fact> _facts = [];
    private readonly List<Entrant> _entrants = [];
    private readonly Dictionary<string, EntrantTerms> _terms = [];

    private StageFigures _stage = StageFigures.First;

    public IReadOnlyList<Fact> Facts => _facts;

    public Plant With(Entrant entrant, EntrantTerms? terms = null)
    {
        _entrants.Add(entrant);
        _terms[entrant.Id] = terms ?? EntrantTerms.None;
        return this;
    }

    public Plant With(StageFigures stage)
    {
        _stage = stage;
        return this;
    }

    public Plant With(params IEnumerable<Fact> facts)
    {
        _facts.AddRange(facts);
        return this;
    }

    /// <summary>One figure on a sheet of its own kind; the sheet is that of the team and day unless named.</summary>
    public static Fact Fact(
        string entrant, string measure, decimal? value, int day = 0, string? sheet = null, string record = "") => new()
        {
            Entrant = entrant,
            Sheet = sheet ?? $"{entrant}/{day}",
            Date = FirstDay.AddDays(day),
            Measure = measure,
            Record = record,
            Value = value,
        };

    public LiveStanding Live()
    {
        var live = new LiveStanding(rulebook);
        live.SetEntrants(_entrants);
        live.SetStage(_stage);
        foreach (var entrant in _entrants)
        {
            Assert.True(live.PutTerms(entrant.Id, _terms[entrant.Id]));
            foreach (var set in rulebook.FoldSets)
            {
                Assert.True(live.Put(entrant.Id, set.Hash, Folded(set, entrant.Id)));
            }
        }

        return live;
    }

    /// <summary>The live standing, once the recount has come to the same.</summary>
    public Standing Standing(int asOfDay = 30)
    {
        var asOf = FirstDay.AddDays(asOfDay);
        var live = Live().Evaluate(asOf);
        var whole = new DateSpan(DateOnly.MinValue, DateOnly.MaxValue);
        var calendar = new StageCalendar(whole, whole.Start, [.. Enumerable.Repeat(whole, 10)]) { Figures = _stage };
        Assert.Equal(PlainEvaluator.Score(rulebook.Definition, _entrants, _terms, _facts, calendar, asOf), live);
        return live;
    }

    public Accumulators Folded(FoldSet set, string entrant) => _facts
        .Where(fact => fact.Entrant == entrant && (set.Window.Kind != WindowKind.Dates || set.Window.Dates.Contains(fact.Date)))
        .GroupBy(static fact => fact.Sheet)
        .Select(sheet => set.Fold([.. sheet]))
        .Aggregate(set.Empty, set.Merge);
}
