using System.Text;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Registers;
using Ganchao.Silo.Import;
using Ganchao.Silo.Import.Files;
using Ganchao.Silo.Import.Mappings;

namespace Ganchao.Silo.Tests.Import;

/// <summary>Made-up files, and where the repository's own lie.</summary>
internal static class Factory
{
    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>The repository's root: the folder above the test that holds the solution.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static CsvFile File(string text, CsvForm? form = null, string name = "figures.csv") =>
        CsvFile.Read(name, Encoding.UTF8.GetBytes(text), form ?? new CsvForm());

    public static ImportMapping Mapping(string text, Dictionary<string, string>? set = null) =>
        MappingReader.Read("mapping.yaml", text, set ?? Nothing);

    public static ImportPlan Map(string mapping, params string[] files) =>
        Map(Mapping(mapping), [.. files.Select(f => File(f))]);

    public static ImportPlan Map(ImportMapping mapping, params IReadOnlyList<CsvFile> files) =>
        FileMapper.Map(mapping, files);

    public static IReadOnlyList<EntryForm> Entries(ImportPlan plan) =>
        [.. plan.Batches.SelectMany(b => b.Lines).Select(l => l.Content).OfType<EntryForm>()];

    public static IReadOnlyList<T> Lines<T>(ImportPlan plan)
        where T : RegisterLine =>
        [.. plan.Batches.SelectMany(b => b.Lines).Select(l => l.Content).OfType<T>()];

    private static string FindRoot(string folder) =>
        System.IO.File.Exists(Path.Combine(folder, "Ganchao.slnx")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
