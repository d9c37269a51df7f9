using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Registers;
using Ganchao.Scoring;
using Names = Ganchao.Contracts.Names;

namespace Ganchao.Grains.Boards;

/// <summary>A standing in the form that browsers get: names put to ids, reasons to marks.</summary>
internal static class BoardFrames
{
    public static IReadOnlyList<BoardColumn> Columns(RulebookDefinition rulebook) =>
    [
        .. rulebook.Indicators.Select(indicator => new BoardColumn(
            indicator.Id,
            new Names(indicator.Names.Zh, indicator.Names.En),
            indicator.Unit.Length == 0 ? null : indicator.Unit,
            indicator.Value.Decimals,
            indicator.Points is { } points ? points.Decimals : indicator.Value.Decimals,
            IsValue: indicator.Points is null)),
    ];

    public static IReadOnlyList<BoardHonourName> Grades(RulebookDefinition rulebook) =>
        [.. rulebook.Grades.Select(grade => new BoardHonourName(grade.Id, new Names(grade.Names.Zh, grade.Names.En)))];

    public static IReadOnlyList<BoardHonourName> Awards(RulebookDefinition rulebook) =>
        [.. rulebook.Awards.Select(award => new BoardHonourName(award.Id, new Names(award.Names.Zh, award.Names.En)))];

    public static IReadOnlyList<BoardRow> Rows(Standing standing, BoardSetup setup, PlantBook book) =>
        [.. InOrder(standing, setup).Select(row => Row(row, setup, book))];

    public static IReadOnlyList<BoardDivision> Divisions(Standing standing, BoardSetup setup) =>
    [
        .. InOrder(standing, setup).Select(row => row.Division).Where(division => division.Length > 0).Distinct()
            .Select(division => new BoardDivision(
                division, setup.Competition.Divisions.GetValueOrDefault(division)?.Names ?? new Names(division))),
    ];

    // Division by division as the office named them; best first in each, as the standing has it.
    private static IEnumerable<StandingRow> InOrder(Standing standing, BoardSetup setup) =>
        standing.Rows.OrderBy(row => setup.Competition.DivisionOrder.IndexOf(row.Division));

    public static Names NamesOf(BoardSetup setup)
    {
        var competition = setup.Competition.Names!;
        var stage = setup.Stage.Names;
        return new Names(
            $"{competition.Zh} {stage.Zh}", $"{competition.En ?? competition.Zh} {stage.En ?? stage.Zh}");
    }

    private static BoardRow Row(StandingRow row, BoardSetup setup, PlantBook book) => new(
        row.Entrant,
        NamesOf(row.Entrant, setup, book),
        row.Division.Length == 0 ? null : row.Division,
        row.Place,
        row.Guest,
        NumberOf(row.Total),
        MarkOf(row.Total, ""),
        row.Eligible == Verdict.Yes,
        [.. row.Indicators.Select(score => new BoardCell(
            NumberOf(score.Value), NumberOf(score.Points), MarkOf(score.Points, score.Mark)))],
        [.. row.Gates.Where(gate => gate.Fired == Verdict.Yes).Select(gate => gate.Id)],
        Grade: row.GradeGiven == GradeFinding.None
            ? null
            : new BoardHonour(row.GradeGiven.Id, Mark: MarkOf(row.GradeGiven.Undecided, row.Grade == Clearance.Held)),
        Awards: [.. row.Awards.Select(award => new BoardHonour(award.Id, award.Money, MarkOf(award.Undecided, award.Held)))]);

    private static Names NamesOf(string entrant, BoardSetup setup, PlantBook book)
    {
        var enrolled = setup.Competition.Entrants[entrant].Names;
        return setup.Entrants switch
        {
            EntrantKind.Team or EntrantKind.Branch or EntrantKind.Plant =>
                enrolled ?? book.Organisation.Last(new UnitId(entrant))?.Names ?? new Names(entrant),
            EntrantKind.Project =>
                enrolled ?? book.Projects.GetValueOrDefault(new ProjectId(entrant))?.Registration?.Names ??
                new Names(entrant),
            EntrantKind.Person or EntrantKind.Leader or EntrantKind.NotSet => enrolled ?? new Names(entrant),
        };
    }

    private static decimal? NumberOf(Result result) => result.IsNumber ? result.Number : null;

    private static string? MarkOf(Result result, string mark) =>
        mark.Length > 0 ? mark : result.IsNumber ? null : result.Reason.ToString();

    private static string? MarkOf(NaReason undecided, bool isHeld) =>
        undecided != NaReason.None ? undecided.ToString() : isHeld ? "Held" : null;
}
