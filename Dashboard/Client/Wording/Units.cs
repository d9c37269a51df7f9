using System.Collections.Frozen;

namespace Ganchao.Client.Wording;

/// <summary>
/// Units as registers and rulebooks name them, for English readers. Symbols such as t, kWh and % are the same to all.
/// </summary>
internal static class Units
{
    private static readonly FrozenDictionary<string, string> English = new Dictionary<string, string>
    {
        ["件"] = "pcs",
        ["炉"] = "heats",
        ["台"] = "units",
        ["吨"] = "t",
        ["公斤"] = "kg",
        ["元"] = "CNY",
        ["万元"] = "× 10,000 CNY",
        ["千元"] = "× 1,000 CNY",
        ["分"] = "points",
        ["小时"] = "h",
        ["分钟"] = "min",
        ["人"] = "people",
        ["次"] = "times",
        ["项"] = "items",
        ["条"] = "items",
        ["天"] = "days",
        ["计划单位"] = "units of its plan",
    }.ToFrozenDictionary();

    /// <summary>A pure number, written 1, shows no unit; one that we have no word for stays as it is.</summary>
    public static string Of(string unit, Language language) =>
        unit == "1" ? "" : language == Language.English ? English.GetValueOrDefault(unit, unit) : unit;
}
