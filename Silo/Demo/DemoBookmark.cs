using System.Text.Json;
using Ganchao.Contracts.Json;
using Ganchao.Silo.Ledger;

namespace Ganchao.Silo.Demo;

/// <summary>How far the demo has come; kept in its data folder.</summary>
/// <param name="FirstDay">D1, once chosen.</param>
/// <param name="Now">The plant's time.</param>
/// <param name="Done">Everything before this instant is written.</param>
internal sealed record DemoBookmark(DateOnly FirstDay, DateTimeOffset Now, DateTimeOffset Done);

/// <summary>Reads and writes the bookmark; a crash leaves the one before.</summary>
internal sealed class DemoBookmarks(DataFolder folder)
{
    public const string FileName = "demo.json";

    private string File => Path.Combine(folder.Path, FileName);

    public DemoBookmark? Read() => System.IO.File.Exists(File)
        ? JsonSerializer.Deserialize<DemoBookmark>(System.IO.File.ReadAllText(File), GanchaoJson.Options)
        : null;

    public void Write(DemoBookmark bookmark)
    {
        var next = File + ".next";
        System.IO.File.WriteAllText(next, JsonSerializer.Serialize(bookmark, GanchaoJson.Options));
        System.IO.File.Move(next, File, overwrite: true);
    }
}
