using Ganchao.Client.Boards;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Boards;

namespace Ganchao.Client.Walls;

/// <summary>How far a stage has come, by the plant's own date.</summary>
internal static class Countdown
{
    public static string Of(BoardView view, DateOnly today, ReaderLanguage words)
    {
        var dates = view.Item.Dates;
        return view.Frame.Mode == BoardMode.Final || today >= dates.End ? words.Of(WallTexts.Ended)
            : today < dates.Start ? words.Of(WallTexts.StartsIn, dates.Start.DayNumber - today.DayNumber)
            : today.AddDays(1) == dates.End ? words.Of(WallTexts.LastDay)
            : words.Of(WallTexts.DaysLeft, dates.End.DayNumber - today.DayNumber - 1);
    }
}
