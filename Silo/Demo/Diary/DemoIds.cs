using System.Globalization;
using Ganchao.Silo.Import;

namespace Ganchao.Silo.Demo.Diary;

/// <summary>The ids of the demo's entries and lines: the same in every run, however often it is started.</summary>
internal static class DemoIds
{
    private static readonly LineIds Ids = new("ganchao-demo/1");

    public static Guid Of(params ReadOnlySpan<object> key)
    {
        var texts = new string[key.Length];
        for (var at = 0; at < key.Length; at++)
        {
            texts[at] = key[at] is DateOnly date
                ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : Convert.ToString(key[at], CultureInfo.InvariantCulture)!;
        }

        return Ids.Only(texts);
    }
}
