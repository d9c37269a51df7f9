namespace Ganchao.Dashboard.Offline;

/// <summary>The files that the entry pages need without a network.</summary>
internal static class OutboxFiles
{
    public const string Start = "outbox/start.js";
    public const string Scan = "outbox/scan.js";
    public const string Worker = "outbox/worker.js";

    /// <summary>The modules, each of one purpose; one imports another by its plain name.</summary>
    public static readonly IReadOnlyList<string> Modules =
    [
        Start, "outbox/backoff.js", "outbox/clock.js", "outbox/device.js", "outbox/draft.js", "outbox/export.js",
        "outbox/form.js", "outbox/id.js", "outbox/leave.js", "outbox/list.js", "outbox/panel.js", "outbox/review.js", Scan, "outbox/sender.js",
        "outbox/server.js", "outbox/sheet.js", "outbox/shell.js", "outbox/steps.js", "outbox/store.js", "outbox/template.js",
        "outbox/texts.js", "outbox/tracks.js", "outbox/update.js",
    ];

    /// <summary>All that the worker keeps on the device.</summary>
    public static IEnumerable<string> Kept =>
        [.. Modules, "ganchao.css", "entry.css", "outbox.css", "icon.svg"];

    /// <summary>Tells this build's pages from another's.</summary>
    public static string Build { get; } = typeof(OutboxFiles).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    public static string LabelOf(string file) => $"_content/Ganchao.Dashboard/{file}";
}
