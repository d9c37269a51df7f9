using Ganchao.Contracts.Boards;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;

namespace Ganchao.Grains.Boards;

/// <summary>
/// The trend of a board, made anew only when a day has ended, or one that had ended has changed some while ago: it costs as
/// much as filling the board. Sheets may change while it is made; it is old again then.
/// </summary>
internal sealed class BoardLookBack(IFacts facts, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private BoardTrend? _trend;
    private DateOnly? _lastDate;
    private long? _lookedAt;
    private long _changes = 1;
    private long _knownChanges;

    /// <summary>These sheets have changed.</summary>
    public void Note(IEnumerable<TouchedSheet> touched) => _changes += touched.Any(sheet => sheet.Date <= _lastDate) ? 1 : 0;

    /// <summary>Everything may have changed.</summary>
    public void NoteAll() => _changes++;

    /// <summary>The frame with what its rows were before put in; as it is where nobody has looked back yet.</summary>
    public BoardFrame On(BoardFrame frame) => _trend is null ? frame : frame with { Rows = _trend.On(frame.Rows) };

    /// <summary>Looks back where it is time to.</summary>
    /// <returns>Whether the trend is another one now.</returns>
    public async Task<bool> LookAsync(
        BoardSetup setup, PlantBook book, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isRested = _lookedAt is not { } lookedAt || time.GetElapsedTime(lookedAt) > Pause;
        if (!BoardTrend.IsFor(setup) ||
            BoardTrend.LastDateOf(setup, book, now) is not { } last ||
            (last == _lastDate && !(isRested && _knownChanges < _changes)))
        {
            return false;
        }

        // Known only once it is there: where the facts cannot be read, it is looked back again after a rest.
        var changes = _changes;
        (_lastDate, _lookedAt, _knownChanges) = (last, time.GetTimestamp(), 0);
        var rows = await facts.ReadPeriodAsync(book.Plant, setup.Span, cancellationToken);
        _trend = await BoardTrend.OfAsync(setup, book, rows, now, cancellationToken);
        _knownChanges = changes;
        return true;
    }
}
