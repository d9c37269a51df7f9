using System.Security.Cryptography;

namespace Ganchao.Layering.Tests.Conventions;

/// <summary>Each plant runs a migration once; an edited one is no longer what it has run.</summary>
public class MigrationTests
{
    private const string Folder = "Silo/Migrations";

    private const string List = "checksums.sha256";

    [Fact]
    public void A_migration_is_never_edited_once_it_is_on_the_list()
    {
        var listed = File.Exists(Path.Combine(Repository.Root, Folder, List))
            ? Repository.Read($"{Folder}/{List}").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : [];
        var present = Repository.Files("*.sql", Folder).ToDictionary(
            file => file[(Folder.Length + 1)..],
            HashOf);

        var faults = Faults(listed, present).ToList();

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void Each_migration_is_named_by_its_date() => Assert.All(
        Repository.Files("*.sql", Folder),
        file => Assert.Matches(@"/\d{4}-\d{2}-\d{2}-[a-z0-9-]+\.sql$", file));

    [Fact]
    public void Planted_faults_of_the_list_are_found()
    {
        var present = new Dictionary<string, string>
        {
            ["a.sql"] = "11",
            ["b.sql"] = "22",
            ["new.sql"] = "33",
        };

        var faults = Faults(["11  a.sql", "20  b.sql", "44  gone.sql"], present).ToList();

        Assert.Collection(
            faults.Order(StringComparer.Ordinal),
            edited => Assert.StartsWith("b.sql was edited", edited),
            removed => Assert.StartsWith("gone.sql was removed", removed),
            unlisted => Assert.EndsWith("33  new.sql", unlisted));
    }

    private static string HashOf(string file) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Repository.Root, file))));

    /// <param name="listed">Lines as <c>sha256sum</c> writes them.</param>
    /// <param name="present">Hash by path below the folder.</param>
    private static IEnumerable<string> Faults(IEnumerable<string> listed, Dictionary<string, string> present)
    {
        var hashes = listed
            .Select(line => line.Trim().Split("  ", 2))
            .ToDictionary(line => line[1], line => line[0]);
        foreach (var (file, hash) in hashes)
        {
            if (!present.TryGetValue(file, out var now))
            {
                yield return $"{file} was removed, but plants have run it: bring it back, add a new one.";
            }
            else if (now != hash)
            {
                yield return $"{file} was edited, but plants have run it: undo that, add a new one.";
            }
        }

        foreach (var (file, hash) in present.Where(file => !hashes.ContainsKey(file.Key)))
        {
            yield return $"{file} is new; once it is final add this line to {Folder}/{List}:\n{hash}  {file}";
        }
    }
}
