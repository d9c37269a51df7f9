namespace Ganchao.Silo.Import.Mappings;

/// <summary>Which shift a time of day belongs to: gives the columns clock.shift, clock.date and clock.moment.</summary>
/// <param name="At">Date and time.</param>
/// <param name="Formats">Their forms.</param>
/// <param name="EndOfInterval">A time names the end of its interval: 8:00 is the last quarter hour before eight.</param>
/// <param name="MidnightIsEndOfDate">
/// 0:00 is the end of the date that it is written with, not its start: a day runs 0:15 … 23:45, 0:00.
/// </param>
/// <param name="Windows">The shifts.</param>
internal sealed record ShiftClock(
    CellTemplate At,
    IReadOnlyList<string> Formats,
    bool EndOfInterval,
    bool MidnightIsEndOfDate,
    IReadOnlyList<ShiftWindow> Windows)
{
    /// <summary>The moment that the plant's clock showed.</summary>
    public DateTime Moment(DateTime written) =>
        MidnightIsEndOfDate && written.TimeOfDay == TimeSpan.Zero ? written.AddDays(1) : written;

    /// <summary>The shift and its production date; null: the time is in no window.</summary>
    public (string Shift, DateOnly Date)? Find(DateTime moment)
    {
        // One tick earlier, the end of an interval is inside it.
        var inside = EndOfInterval ? moment.AddTicks(-1) : moment;
        var date = DateOnly.FromDateTime(inside);
        var window = Windows.FirstOrDefault(w => w.Contains(inside.TimeOfDay));
        return window is null ? null : (window.Shift, date.AddDays(window.DaysToDate(inside.TimeOfDay)));
    }
}

/// <summary>A shift from a time of day (included) to another (excluded), over midnight where it ends before it starts.</summary>
/// <param name="Shift">The shift kind.</param>
/// <param name="From">Start.</param>
/// <param name="To">End; 24:00 is a whole day.</param>
/// <param name="DateOfEnd">Over midnight: its production date is the one on which it ends, not on which it starts.</param>
internal sealed record ShiftWindow(string Shift, TimeSpan From, TimeSpan To, bool DateOfEnd)
{
    private bool OverMidnight => To <= From;

    public bool Contains(TimeSpan time) =>
        OverMidnight ? time >= From || time < To : time >= From && time < To;

    public int DaysToDate(TimeSpan time) => (OverMidnight, DateOfEnd, time >= From) switch
    {
        (true, false, false) => -1,
        (true, true, true) => 1,
        _ => 0,
    };
}
