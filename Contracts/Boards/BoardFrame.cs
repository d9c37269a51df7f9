using System.Text.Json.Serialization;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Json;

namespace Ganchao.Contracts.Boards;

/// <summary>A board: one stage of one competition, written <c>plant/competition/stage</c>.</summary>
public readonly record struct BoardId(PlantId Plant, CompetitionId Competition, StageCode Stage)
{
    /// <exception cref="FormatException">The text is not plant/competition/stage.</exception>
    public static BoardId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('/');
        return parts.Length == 3
            ? new BoardId(new PlantId(parts[0]), new CompetitionId(parts[1]), new StageCode(parts[2]))
            : throw new FormatException($"'{text}' is no board: write plant/competition/stage.");
    }

    /// <summary>False where the text is not plant/competition/stage.</summary>
    public static bool TryParse(string text, out BoardId board)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('/');
        var isBoard = parts.Length == 3 && parts.All(IdText.IsValid);
        board = isBoard ? Parse(text) : default;
        return isBoard;
    }

    public override string ToString() => $"{Plant}/{Competition}/{Stage}";
}

/// <summary>Which of the three figures a board shows.</summary>
public enum BoardMode
{
    NotSet,

    /// <summary>暂计: what was entered, while the stage runs or waits for verdicts.</summary>
    Current,

    /// <summary>已认定: the stage has ended and every total that somebody certifies is certified.</summary>
    Certified,

    /// <summary>定榜: the stored document that the committee decided on.</summary>
    Final,
}

/// <summary>A standing as browsers get it. A frame is newer when its (epoch, seq) is greater.</summary>
/// <param name="Board">plant/competition/stage.</param>
/// <param name="Epoch">Grows with each activation of the standing.</param>
/// <param name="Seq">Grows with each frame of an epoch.</param>
/// <param name="ServerTime">When it was made.</param>
/// <param name="AsOf">The production date that it is judged at.</param>
/// <param name="Mode">Current, certified or final.</param>
/// <param name="Rulebook">The rulebook's hash.</param>
/// <param name="Position">The ledger position up to which the figures are known to be complete.</param>
/// <param name="Names">Competition and stage.</param>
/// <param name="Columns">The indicators, in the rulebook's order.</param>
/// <param name="Divisions">The divisions (组别), in the order of the rows; empty where there are none.</param>
/// <param name="Rows">All entrants, division by division, best first.</param>
public sealed record BoardFrame(
    string Board,
    long Epoch,
    long Seq,
    DateTimeOffset ServerTime,
    DateOnly AsOf,
    BoardMode Mode,
    string Rulebook,
    long Position,
    Names Names,
    IReadOnlyList<BoardColumn> Columns,
    IReadOnlyList<BoardDivision> Divisions,
    IReadOnlyList<BoardRow> Rows)
{
    /// <summary>The header in which a polled frame comes with the plant's time, also where it has not changed.</summary>
    public const string TimeHeader = "Ganchao-Time";

    /// <summary>
    /// The departments whose verdict a stage that has ended still waits for (待财务 …), in order; empty where none.
    /// </summary>
    public IReadOnlyList<Names> Waiting { get; init; } = [];

    /// <summary>The grades (等级) of the rulebook, best first; empty where it has none.</summary>
    public IReadOnlyList<BoardHonourName> Grades { get; init; } = [];

    /// <summary>The awards (奖项) of the rulebook, in its order; empty where it has none.</summary>
    public IReadOnlyList<BoardHonourName> Awards { get; init; } = [];

    /// <summary>
    /// What this kind of viewer shows: rows on a wall have no figures of columns and no honours, rows elsewhere no trend and no
    /// place before.
    /// </summary>
    public BoardFrame For(ViewerKind viewer) => viewer switch
    {
        ViewerKind.Wall => this with { Rows = [.. Rows.Select(row => row with { Cells = [], Grade = null, Awards = [] })] },
        ViewerKind.Live => this with { Rows = [.. Rows.Select(row => row with { PlaceBefore = null, Trend = null })] },
        ViewerKind.NotSet => this,
    };

    /// <summary>Whether (epoch, seq) is greater than the other's.</summary>
    public bool IsNewerThan(BoardFrame? other) =>
        other is null || Epoch > other.Epoch || (Epoch == other.Epoch && Seq > other.Seq);

    /// <summary>Whether all but rows, times and position is as in the other frame.</summary>
    public bool HasSameHead(BoardFrame other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Board == other.Board && Epoch == other.Epoch && Mode == other.Mode && Rulebook == other.Rulebook &&
            Names == other.Names && Columns.SequenceEqual(other.Columns) && Divisions.SequenceEqual(other.Divisions) &&
            Waiting.SequenceEqual(other.Waiting) && Grades.SequenceEqual(other.Grades) && Awards.SequenceEqual(other.Awards);
    }
}

/// <summary>A grade or an award and its name.</summary>
public sealed record BoardHonourName(string Id, Names Names);

/// <summary>A division and its name.</summary>
public sealed record BoardDivision(string Id, Names Names);

/// <summary>An indicator's heading; decimals of values and points, null where they are not rounded.</summary>
/// <param name="IsValue">Whether no formula makes points of its value: it stands on the board as it is, in its unit.</param>
[BriefJson]
public sealed record BoardColumn(
    string Id, Names Names, string? Unit, int? Decimals, int? PointDecimals, bool IsValue = false);

/// <summary>An entrant's row. Figures are text in normal form, or null with the reason in <c>Mark</c>.</summary>
/// <param name="Cells">One for each column, in their order; none where the viewer does not show them.</param>
/// <param name="PlaceBefore">The place at the end of the production date before; null: none then.</param>
/// <param name="Trend">
/// The totals at the ends of the last working days, at most 14, oldest first, then today's; null: none then.
/// </param>
/// <param name="Grade">Null: none.</param>
/// <param name="Awards">Those that it gets, or may get once they are decided, in the rulebook's order.</param>
[BriefJson]
public sealed record BoardRow(
    string Entrant,
    Names Names,
    string? Division,
    decimal? Place,
    bool Guest = false,
    decimal? Total = null,
    string? Mark = null,
    bool Eligible = true,
    IReadOnlyList<BoardCell>? Cells = null,
    IReadOnlyList<string>? Gates = null,
    decimal? PlaceBefore = null,
    [property: JsonConverter(typeof(TrendConverter))]
    IReadOnlyList<decimal?>? Trend = null,
    BoardHonour? Grade = null,
    IReadOnlyList<BoardHonour>? Awards = null)
{
    public IReadOnlyList<BoardCell> Cells { get; init; } = Cells ?? [];

    public IReadOnlyList<string> Gates { get; init; } = Gates ?? [];

    public IReadOnlyList<BoardHonour> Awards { get; init; } = Awards ?? [];

    /// <summary>Whether every figure, mark and name is the other's; two lists of the same things are the same.</summary>
    public bool SameAs(BoardRow other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with { Cells = other.Cells, Gates = other.Gates, Trend = other.Trend, Awards = other.Awards } == other &&
            Awards.SequenceEqual(other.Awards) && Cells.SequenceEqual(other.Cells) && Gates.SequenceEqual(other.Gates) &&
            (Trend ?? []).SequenceEqual(other.Trend ?? []);
    }
}

/// <summary>One indicator of one entrant: value, points, and why there is none.</summary>
public sealed record BoardCell(decimal? Value, decimal? Points, string? Mark);

/// <summary>The grade or an award of an entrant, as provisional as the row that it stands in.</summary>
/// <param name="Id">Of the rulebook; empty for a grade that is not decided yet.</param>
/// <param name="Money">In CNY, 2 decimals, negative for a fine; null for an honour, or while not decided.</param>
/// <param name="Mark">Why it is not decided yet, or <c>Held</c>; null where it is given.</param>
[BriefJson]
public sealed record BoardHonour(string Id, decimal? Money = null, string? Mark = null);
