using Ganchao.Client.Boards;
using Ganchao.Contracts.Boards;
using Ganchao.Dashboard.Entry;
using Ganchao.Grains.Boards;
using Ganchao.Grains.Interfaces.Boards;
using Ganchao.Scoring;

namespace Ganchao.Silo.Entry;

/// <summary>Where a team, its projects, its branch and its plant stand on the boards that its shift counts on.</summary>
internal sealed partial class TeamPlaces(
    ICountedMeasures counted, IGrainFactory grains, ILogger<TeamPlaces> logger)
{
    public Task<IReadOnlyList<BoardPlace>> ReadAsync(KnownShift shift) => ReadAsync(shift, standing => standing.ReadFrame());

    /// <summary>The same, once every figure that is committed counts.</summary>
    public Task<IReadOnlyList<BoardPlace>> ReadReconciledAsync(KnownShift shift) => ReadAsync(shift, async standing =>
    {
        await standing.Reconcile();
        return await standing.ReadFrame();
    });

    private async Task<IReadOnlyList<BoardPlace>> ReadAsync(KnownShift shift, Func<IStandingGrain, Task<BoardFrame?>> read)
    {
        var places = new List<BoardPlace>();
        foreach (var board in counted.BoardsOf(shift.Book, shift.Subject, shift.Id.Date))
        {
            var entrants = EntrantsOf(shift, board.Entrants);
            try
            {
                if (entrants.Count > 0 && await read(grains.GetGrain<IStandingGrain>(board.Board.ToString())) is { } frame)
                {
                    places.AddRange(PlacesOn(board, frame, entrants));
                }
            }
#pragma warning disable CA1031 // Places are a courtesy: a board that cannot be read must not stand in the way of an entry.
            catch (Exception failed)
#pragma warning restore CA1031
            {
                LogUnread(board.Board.ToString(), failed);
            }
        }

        return places;
    }

    private static IEnumerable<BoardPlace> PlacesOn(CountingBoard board, BoardFrame frame, HashSet<string> entrants)
    {
        var decimals = BoardFigures.TotalDecimalsOf(frame);
        return frame.Rows
            .Where(row => entrants.Contains(row.Entrant))
            .Select(row => new BoardPlace(
                board.Board, board.Names, row.Entrant, row.Names, row.Total, row.Place, decimals, AheadOf(row, frame)));
    }

    private static BoardAhead? AheadOf(BoardRow row, BoardFrame frame) => frame.Rows
        .Where(other => other.Division == row.Division && other.Place < row.Place && other.Total is not null)
        .OrderByDescending(other => other.Place)
        .Select(other => new BoardAhead(other.Names, other.Place!.Value, Math.Abs(other.Total!.Value - (row.Total ?? 0))))
        .FirstOrDefault();

    private static HashSet<string> EntrantsOf(KnownShift shift, EntrantKind entrants) => entrants switch
    {
        EntrantKind.Team => [shift.Id.Team.Value],
        EntrantKind.Branch => shift.Book.Organisation.BranchOf(shift.Id.Team, shift.Id.Date) is { } branch
            ? [branch.Value]
            : [],
        EntrantKind.Project =>
            [.. ShiftCells.ProjectsOf(shift.Book, shift.Id.Team, shift.Id.Date).Select(project => project.Id.Value)],
        EntrantKind.Plant => [shift.Id.Plant.Value],
        EntrantKind.Person or EntrantKind.Leader or EntrantKind.NotSet => [],
    };

    [LoggerMessage(LogLevel.Warning, "{Board} could not be read; the receipt goes without it")]
    private partial void LogUnread(string board, Exception exception);
}
