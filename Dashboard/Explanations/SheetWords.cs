using Ganchao.Client.Wording;
using Ganchao.Contracts.Entries;

namespace Ganchao.Dashboard.Explanations;

/// <summary>What a sheet is called that has no shift's name.</summary>
internal static class SheetWords
{
    public static Text Of(Occasion occasion) => occasion switch
    {
        Occasion.Day => new("日报", "day sheet"),
        Occasion.Week => new("周报", "week sheet"),
        Occasion.Month => new("月报", "month sheet"),
        Occasion.Event => new("事件", "event"),
        Occasion.NotSet or Occasion.Heat or Occasion.Shift => new("班报", "shift sheet"),
    };
}
