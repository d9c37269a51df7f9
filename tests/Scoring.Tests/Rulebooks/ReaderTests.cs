namespace Ganchao.Scoring.Tests.Rulebooks;

public sealed class ReaderTests
{
    [Fact]
    public void A_rulebook_is_read_with_everything_that_it_says()
    {
        var (book, diagnostics) = RulebookReader.Read("""
            language: 1
            code: all
            names: { zh: 全, en: All }
            entrants: project
            inputs:
              a: output
              b: { measure: injury, product: [q, p], detail: d, where: { severity: [minor, fatal] }, window: previous(2), plan: to_date, refused: zero, unit: t }
              c: { measure: kwh, window: { from: 2026-01-01, to: 2026-04-01 } }
              d: { formula: a * 2, window: stage }
            constants: { k: 5%, n: -3 }
            weights: 40
            sections: { s: { names: 节, weight: 2, floor: 0, cap: 60, highest_only: true, decimals: 1, rounding: half_even } }
            indicators:
              x: { names: { en: X }, section: s, base: 40, unit: t, value: { formula: sum(a), decimals: 2, rounding: down }, points: base, when_missing: { points: neutral, mark: 待 }, when_na: { points: exclude } }
            gates: { g: { when: sum(a) > 1, effects: [ { scope: section(s), effect: add(-10) }, { scope: award, effect: hold } ] } }
            eligibility: { e: { names: 资格, formula: sum(a) > 0 }, f: 1 > 0 }
            total: { formula: section(s), decimals: 1, rounding: up, cap: 112 }
            ranking: { by: [ total desc, value(x) asc ], shared: 1-2-2-3, divisions: together }
            stages: { roll: best(2), decimals: 1 }
            """);

        Assert.Empty(diagnostics);
        Assert.Equal((EntrantKind.Project, 64, 40m), (book!.Entrants, book.Hash.Length, book.Weights));
        Assert.Equal(["output", "injury", "kwh", "d"], book.Inputs.Select(static input => input.Measure));
        Assert.Equal(
            [Window.Stage, Window.Previous(2), Window.Between(new(2026, 1, 1), new(2026, 4, 1)), Window.Stage],
            book.Inputs.Select(static input => input.Window));
        Assert.Equal(["p", "q"], book.Inputs[1].Products);
        Assert.Equal([0.05m, -3m], book.Constants.Select(static constant => constant.Value));
        Assert.Equal(new MissingEffect(MissingEffectKind.Neutral, 0m, "待"), book.Indicators[0].WhenMissing);
        Assert.Equal((2, RoundingMode.Down), (book.Indicators[0].Value.Decimals, book.Indicators[0].Value.Rounding));
        Assert.Equal(
            [(GateScope.Section, GateAction.Add, -10m), (GateScope.Award, GateAction.Hold, 0m)],
            book.Gates[0].Effects.Select(static e => (e.Scope, e.Action, e.Number)));
        Assert.Equal([true, false], book.Ranking.By.Select(static column => column.Descending));
        Assert.Equal((SharedPlaces.Dense, false), (book.Ranking.Shared, book.Ranking.DivisionsApart));
        Assert.Equal(new StagesDefinition(StageRollKind.Best, 2, 1, RoundingMode.HalfAway), book.Stages);
    }

    [Fact]
    public void The_hash_is_that_of_the_exact_text()
    {
        const string Text = "language: 1\ncode: h\nindicators: { x: { value: '1' } }";

        Assert.Equal(RulebookReader.Read(Text).Definition!.Hash, RulebookReader.Read(Text).Definition!.Hash);
        Assert.NotEqual(RulebookReader.Read(Text).Definition!.Hash, RulebookReader.Read(Text + "\n").Definition!.Hash);
    }

    [Fact]
    public void A_window_knows_its_dates_in_the_calendar_of_the_stage()
    {
        var february = new DateSpan(new(2026, 2, 1), new(2026, 3, 1));
        var march = new DateSpan(new(2026, 3, 1), new(2026, 4, 1));
        var calendar = new StageCalendar(march, new(2026, 1, 1), [february]);

        Assert.Equal(march, calendar.SpanOf(Window.Stage));
        Assert.Equal(new DateSpan(new(2026, 1, 1), new(2026, 4, 1)), calendar.SpanOf(Window.YearToDate));
        Assert.Equal(february, calendar.SpanOf(Window.Previous(1)));
        Assert.Null(calendar.SpanOf(Window.Previous(2)));
    }
}
