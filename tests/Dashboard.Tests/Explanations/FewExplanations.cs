using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Boards;
using Ganchao.Dashboard.Explanations;
using Ganchao.Scoring;
using Ganchao.Scoring.Plain;
using Names = Ganchao.Contracts.Names;
using Occasion = Ganchao.Contracts.Entries.Occasion;

namespace Ganchao.Dashboard.Tests.Explanations;

/// <summary>Rows of few boards, opened by a rulebook with progress, quality, a veto and an eligibility rule.</summary>
internal sealed class FewExplanations(IBoardReader boards) : IExplanationReader
{
    private const string Text =
        """
        language: 1
        code: few
        names: { zh: 评分细则, en: Rules }
        entrants: team
        inputs:
          产量: { measure: output }
          废品: { measure: rejected }
          轻伤: { measure: injury }
        indicators:
          进度:
            names: { zh: 进度, en: Progress }
            base: 35
            value: { formula: sum(产量) / plan(产量) * 100, decimals: 1 }
            points: base + min(step(value - 100, 1, 0.5), 3)
          质量:
            names: { zh: 质量, en: Quality }
            base: 20
            value: sum(废品) / sum(产量)
            points: base - value * 100
            when_missing: { points: neutral }
        gates:
          轻伤: { names: { zh: 轻伤有责, en: Minor injury }, when: count(轻伤) > 0, scope: award, effect: exclude }
        eligibility:
          达标: { names: { zh: 产量达标, en: Enough output }, formula: sum(产量) >= 90% * plan(产量) }
        total: { decimals: 1 }
        ranking: { by: [ total desc ] }
        """;

    private static readonly ExplainedSheet Day = new(
        "/entry/history/main/7/2026-07-01/day", new Names("树脂砂班", "Resin sand"), new Names("白班", "Day shift"), Occasion.Shift);

    /// <summary>Output of so many shifts; together 104.5 against a plan of 100.</summary>
    public int Shifts { get; init; } = 2;

    public bool WithInjury { get; init; }

    /// <summary>Whether the sheets were opened to see who made the entries.</summary>
    public bool Opened { get; init; } = true;

    public BoardMode Mode { get; init; } = BoardMode.Current;

    /// <summary>The total on the board.</summary>
    public decimal? Shown { get; init; } = 57m;

    public async Task<ExplanationView?> ReadAsync(BoardId board, string entrant, CancellationToken cancellationToken)
    {
        if (await boards.ReadAsync(board, cancellationToken) is not { } view ||
            view.Frame.Rows.FirstOrDefault(row => row.Entrant == entrant) is not { } row)
        {
            return null;
        }

        var rulebook = RulebookReader.Read(Text).Definition!;
        var facts = FactsOf(entrant).ToList();
        var terms = new EntrantTerms
        {
            Plans = new Dictionary<string, PlanFigures> { ["output"] = new(100m, 100m, 100m) },
        };
        var explanation = PlainEvaluator.Explain(
            rulebook,
            [new Entrant(entrant, "", false)],
            new Dictionary<string, EntrantTerms> { [entrant] = terms },
            facts,
            new StageCalendar(new DateSpan(new(2026, 7, 1), new(2026, 10, 1)), new(2026, 1, 1), []),
            new DateOnly(2026, 7, 3),
            entrant);
        return new ExplanationView(
            view with { Frame = view.Frame with { Mode = Mode } },
            row with { Total = Shown },
            explanation,
            rulebook,
            new Dictionary<string, Names>
            {
                ["产量"] = new("完成量", "Output"),
                ["废品"] = new("责任废品", "Rejected"),
                ["轻伤"] = new("工伤", "Injury"),
            },
            facts.ToLookup(fact => fact.Entry, EntryOf));
    }

    private IEnumerable<Fact> FactsOf(string team)
    {
        for (var shift = 0; shift < Shifts; shift++)
        {
            yield return Fact(team, shift + 1, "output", 104.5m / Shifts, new DateOnly(2026, 7, 1).AddDays(shift / 2));
        }

        if (WithInjury)
        {
            yield return Fact(team, 900, "injury", 1m, new DateOnly(2026, 7, 2));
        }
    }

    private static Fact Fact(string team, int entry, string measure, decimal value, DateOnly date) => new()
    {
        Entrant = team,
        Sheet = "day",
        Subject = team,
        Date = date,
        Shift = "day",
        Occasion = Scoring.Occasion.Shift,
        Measure = measure,
        Value = value,
        Entry = new Guid(entry, 0, 0, new byte[8]),
    };

    private ExplainedEntry EntryOf(Fact fact) => new()
    {
        Date = fact.Date,
        Sheet = fact.Measure == "injury"
            ? new ExplainedSheet(null, new Names("1", "1"), null, Occasion.Event)
            : Day,
        Measure = fact.Measure == "injury" ? new Names("工伤", "Injury") : new Names("完成量", "Output"),
        Unit = "",
        Value = fact.Value!.Value,
        Decimals = 2,
        Source = Opened
            ? new EntrySource(
                ActorKind.Person, Role.ShiftLead, EntryWay.Late, new DateTimeOffset(2026, 7, 3, 7, 30, 0, TimeSpan.FromHours(8)))
            : null,
    };
}
