using Ganchao.Contracts.Entries;
using Ganchao.Grains.Interfaces.Boards;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Grains.Teams;
using Microsoft.Extensions.Logging;

namespace Ganchao.Grains.Boards;

/// <summary>
/// The figures of a board and how far they have come: filled from the facts, moved on by hints, made good by the facts of
/// whomever the ledger's tail names. Made for one setup, like the scoreboard in it.
/// </summary>
internal sealed partial class BoardFigures(BoardSetup setup, PlantBook book, ILedger ledger, IFacts facts, ILogger logger)
{
    private readonly PendingSenders _pending = new();
    private long _seenPosition;

    public BoardSetup Setup => setup;

    public Scoreboard Scoreboard { get; } = new(setup, book);

    /// <summary>The ledger position up to which every figure counts.</summary>
    public long Position { get; private set; }

    /// <summary>Takes every fact that concerns the board.</summary>
    public async Task FillAsync()
    {
        var position = await ledger.ReadPositionAsync(book.Plant, CancellationToken.None);
        var rows = await facts.ReadPeriodAsync(book.Plant, setup.Span, CancellationToken.None);
        foreach (var subject in rows.GroupBy(row => row.Subject).Where(subject => setup.Concerns(subject.Key)))
        {
            Fold(subject.Key, subject);
        }

        (Position, _seenPosition) = (position, position);
        LogFilled(setup.Board.ToString(), rows.Count, position);
    }

    /// <summary>Takes the totals that an earlier activation kept.</summary>
    public void Resume(StandingSnapshot kept)
    {
        foreach (var totals in kept.Totals)
        {
            Scoreboard.Put(totals);
        }

        (Position, _seenPosition) = (kept.Position, kept.Position);
    }

    /// <summary>Takes a hint, and remembers to compare its sender with the facts; false where it says nothing newer.</summary>
    public bool Put(SubjectTotals totals)
    {
        var isNewer = Scoreboard.Put(totals);
        if (isNewer)
        {
            _pending.Hinted(SubjectId.Parse(totals.Subject, null));
        }

        return isNewer;
    }

    /// <summary>Notes whose sheets have changed up to a position; they are made good by <see cref="MakeGoodAsync"/>.</summary>
    /// <returns>The sheets that have changed since the last time and concern the board.</returns>
    public async Task<IReadOnlyList<TouchedSheet>> NoteAsync(long position)
    {
        if (position <= _seenPosition)
        {
            return [];
        }

        var touched = await ReadTouchedAsync(_seenPosition, position);
        _pending.Touched(touched.Select(sheet => sheet.Subject));
        _seenPosition = position;
        return touched;
    }

    /// <summary>
    /// Compares senders with the facts: all that were noted or have hinted, or on a tick (<paramref name="quietOnly"/>) those
    /// that are due by <see cref="PendingSenders"/>.
    /// </summary>
    public async Task MakeGoodAsync(bool quietOnly)
    {
        foreach (var subject in _pending.Due(quietOnly))
        {
            var rows = await facts.ReadSubjectAsync(book.Plant, subject, setup.Span, CancellationToken.None);
            if (Fold(subject, rows))
            {
                LogRepaired(setup.Board.ToString(), subject.ToString(), _seenPosition);
            }

            _pending.Remove(subject);
        }

        if (_pending.IsEmpty)
        {
            Position = _seenPosition;
        }
    }

    /// <summary>Whether a sheet that concerns the board has changed since <see cref="Position"/>.</summary>
    public async Task<bool> HaveMovedAsync()
    {
        var position = await ledger.ReadPositionAsync(book.Plant, CancellationToken.None);
        return (await ReadTouchedAsync(Position, position)).Count > 0;
    }

    private bool Fold(SubjectId subject, IEnumerable<FactRow> rows) => Scoreboard.Fold(SubjectFolds.Of(subject, book, rows));

    private async Task<IReadOnlyList<TouchedSheet>> ReadTouchedAsync(long afterPosition, long upToPosition)
    {
        var touched = await facts.ReadTouchedAsync(book.Plant, afterPosition, upToPosition, CancellationToken.None);
        return [.. touched.Where(sheet => setup.Span.Contains(sheet.Date) && setup.Concerns(sheet.Subject))];
    }

    [LoggerMessage(LogLevel.Information, "{Board}: filled from {Rows} facts up to position {Position}")]
    private partial void LogFilled(string board, int rows, long position);

    [LoggerMessage(LogLevel.Information, "{Board}: figures of {Subject} made good up to position {Position}")]
    private partial void LogRepaired(string board, string subject, long position);
}
