using System.Collections.Immutable;
using Ganchao.Contracts.Competitions;
using Ganchao.Grains.Competitions;
using Ganchao.Grains.Registers;
using Ganchao.Scoring;

namespace Ganchao.Grains.Boards;

/// <summary>
/// A stage among those of its competition: its numbers, figures from outside, decisions, and what the stage before left. Carries
/// are taken as stored with that stage's final standing; until it is final they are not decided.
/// </summary>
internal sealed class StageHistory
{
    private readonly BoardSetup _board;
    private readonly CompetitionBook _competition;
    private readonly StageLine? _before;
    private readonly StageFinalisedLine? _final;

    public StageHistory(BoardSetup board, PlantBook book)
    {
        _board = board;
        _competition = book.Competitions[board.Competition.Id];
        var stages = _competition.Stages.Values.OrderBy(stage => stage.Dates.Start).ToList();
        var earlier = stages.Where(stage => stage.Dates.End <= board.Stage.Dates.Start).ToList();
        _before = earlier.LastOrDefault();
        _final = _before is null ? null : _competition.Finals.GetValueOrDefault(_before.Stage);
        Figures = new StageFigures(
            earlier.Count + 1, earlier.Count(stage => stage.Dates.Start >= board.Calendar.YearStart) + 1)
        {
            References = _competition.ReferencesOf(board.Stage.Stage),
            Accounts = [.. Left(board.Rulebook.Definition.Accounts.Select(account => account.Id), "").Select(left =>
                new AccountBalance(left.Field, left.Name, ResultOf(left)))],
        };
    }

    public StageFigures Figures { get; }

    public ImmutableDictionary<string, Adjustment> AdjustmentsOf(string entrant) =>
        _competition.AdjustmentsOf(_board.Stage.Stage, entrant)
            .ToImmutableDictionary(line => line.Key, line => new Adjustment(line.Value.Amount, line.Value.Decision));

    public ImmutableDictionary<string, Result> CarriedBy(string entrant) =>
        Left(_board.Rulebook.Definition.Carries.Select(carry => carry.Id), entrant)
            .ToImmutableDictionary(left => left.Name, ResultOf);

    /// <summary>What was stored of the named ones; n/a(NotDecided) of all of them while the stage before is not final.</summary>
    private IEnumerable<LeftFigure> Left(IEnumerable<string> names, string entrant) =>
        _before is null ? []
        : _final is null ? names.Select(name => new LeftFigure(entrant, "", name, null, nameof(NaReason.NotDecided)))
        : (_final.Left ?? []).Where(left => left.Entrant == entrant && names.Contains(left.Name));

    private static Result ResultOf(LeftFigure left) => left.Value is { } value ? Result.Of(value)
        : Result.Na(Enum.TryParse<NaReason>(left.Na, out var reason) && reason != NaReason.None ? reason : NaReason.NoHistory);

    /// <summary>What a standing leaves to the next stage, as it is stored.</summary>
    public static ImmutableArray<LeftFigure> LeftBy(Standing standing) =>
    [
        .. standing.Rows.SelectMany(row => row.Carries.Select(carry => Of(row.Entrant, "", carry.Id, carry.Figure))),
        .. standing.Accounts.Select(account => Of("", account.Field, account.Id, account.Balance)),
    ];

    private static LeftFigure Of(string entrant, string field, string name, Result figure) => new(
        entrant, field, name, figure.IsNumber ? figure.Number : null, figure.IsNumber ? null : $"{figure.Reason}");
}
