using System.Globalization;
using Ganchao.Silo.Import.Files;

namespace Ganchao.Silo.Import.Mappings;

/// <summary>Reads how times of day become shifts.</summary>
internal static class ClockReader
{
    public static ShiftClock? Read(YamlSection? section)
    {
        if (section is null)
        {
            return null;
        }

        var endOfInterval = section.Flag("end_of_interval");
        if (endOfInterval && !section.Has("midnight"))
        {
            throw section.Refuse(
                section.Line,
                "end_of_interval 为 true 时须写 midnight: same_date(0:00 写的是当天)或 next_date(写的是次日)。",
                "With end_of_interval write midnight: same_date (0:00 carries the date that it ends) or next_date.");
        }

        var clock = new ShiftClock(
            new CellTemplate(section.Needed("at")),
            section.Texts("date"),
            endOfInterval,
            section.Word("midnight", false, ("same_date", true), ("next_date", false)),
            [.. section.Sections("windows").Select(ReadWindow)]);
        section.Finish();
        return clock;
    }

    private static ShiftWindow ReadWindow(YamlSection section)
    {
        var window = new ShiftWindow(
            section.Needed("shift"),
            ReadTime(section, "from"),
            ReadTime(section, "to"),
            section.Word("date_of", false, ("start", false), ("end", true)));
        section.Finish();
        return window;
    }

    private static TimeSpan ReadTime(YamlSection section, string key)
    {
        var text = CellText.Narrow(section.Needed(key));
        return text is "24:00" ? TimeSpan.FromDays(1)
            : TimeOnly.TryParseExact(text, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? time.ToTimeSpan()
                : throw section.Refuse(
                    section.LineOf(key), $"{key}: '{text}' 应为 08:00。", $"'{key}: {text}' must be such as 08:00.");
    }
}
