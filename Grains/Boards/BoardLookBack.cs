using Ganchao.Contracts.Boards;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;

namespace Ganchao.Grains.Boards;

/// <summary>
/// The trend of a board, made anew only when a day has ended, or one that had ended has changed some while ago: it costs as
/// much as filling the board.
/// </summary>
internal sealed class BoardLookBack(IFacts facts, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private BoardTrend? _trend;
    private bool _isOld = true;
    private long _lookedAt;

    /// <summary>These sheets have changed.</summary>
    public void Note(IEnumerable<TouchedSheet> touched) => _isOld |= touched.Any(sheet => sheet.Date <= _trend?.LastDate);

    /// <summary>Everything may have changed.</summary>
    public void NoteAll() => _isOld = true;

    /// <summary>The rows with what they were before put in; as they are where nobody has looked back yet.</summary>
    public IReadOnlyList<BoardRow> On(IReadOnlyList<BoardRow> rows) => _trend?.On(rows) ?? rows;

    /// <summary>Looks back where it is time to.</summary>
    /// <returns>Whether the trend is another one now.</returns>
    public async Task<bool> LookAsync(BoardSetup setup, PlantBook book, DateTimeOffset now)
    {
        var isDue = _isOld && (_lookedAt == 0 || time.GetElapsedTime(_lookedAt) > Pause);
        if (!BoardTrend.IsFor(setup) ||
            BoardTrend.LastDateOf(setup, book, now) is not { } last ||
            !(isDue || last != _trend?.LastDate))
        {
            return false;
        }

        (_isOld, _lookedAt) = (false, time.GetTimestamp());
        var rows = await facts.ReadPeriodAsync(book.Plant, setup.Span, CancellationToken.None);
        _trend = await BoardTrend.OfAsync(setup, book, rows, now, CancellationToken.None);
        return true;
    }
}
