using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Silo.Evidence;
using Ganchao.Silo.Ledger;
using Ganchao.Silo.Ledger.Sqlite;
using Ganchao.Silo.Tests.Ledger;

namespace Ganchao.Silo.Tests.Evidence;

/// <summary>Bytes of photos over both databases: whoever is refused forgets them only while nobody else has the same.</summary>
public abstract class EvidenceTableContract
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    private readonly PlantId _plant = new($"p-{Guid.NewGuid():N}");
    private readonly EvidenceCommitment _file = new(new string('a', 64), 3, "image/png");

    private protected abstract HostDatabase Host { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private EvidenceTable Table => new(Host);

    [Fact]
    public async Task Whoever_is_refused_forgets_the_bytes()
    {
        var claim = Guid.NewGuid();
        Assert.True(await StoreAsync(claim));

        await Table.ForgetAsync(_plant, _file.Sha256, claim, Token);

        Assert.Empty(await KeptAsync());
    }

    [Fact]
    public async Task Where_two_have_the_same_neither_takes_them_from_the_other()
    {
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.True(await StoreAsync(first));
        Assert.True(await StoreAsync(second));

        await Table.ForgetAsync(_plant, _file.Sha256, first, Token);
        await Table.ForgetAsync(_plant, _file.Sha256, second, Token);

        Assert.Equal([_file.Sha256], await KeptAsync());
    }

    [Fact]
    public async Task What_was_removed_does_not_come_back()
    {
        Assert.True(await StoreAsync(Guid.NewGuid()));
        Assert.True(await Table.RemoveAsync(_plant, _file.Sha256, "p-1", Now, Token));

        Assert.False(await StoreAsync(Guid.NewGuid()));

        Assert.Empty(await KeptAsync());
        Assert.NotNull((await Table.LookAsync(_plant.Value, _file.Sha256, Token))!.RemovedAt);
    }

    private Task<bool> StoreAsync(Guid claim) => Table.StoreAsync(_plant, _file, [1, 2, 3], claim, "p-1", Now, Token);

    private Task<IReadOnlySet<string>> KeptAsync() => Table.KeptAsync(_plant, [_file.Sha256, new string('b', 64)], Token);
}

public sealed class SqliteEvidenceTableTests : EvidenceTableContract, IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ganchao-evidence-");
    private HostDatabase? _host;

    private protected override HostDatabase Host => _host!;

    public async ValueTask InitializeAsync()
    {
        var file = Path.Combine(_folder.FullName, "host.db");
        await SqliteLedger.MigrateAsync(file, "Sqlite.Host", TimeProvider.System, TestContext.Current.CancellationToken);
        _host = new HostDatabase(new SqliteDataSource(SqliteLedger.ConnectionString(file)), "Microsoft.Data.Sqlite");
    }

    public async ValueTask DisposeAsync()
    {
        await Host.Source.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

public sealed class PostgresEvidenceTableTests(PostgresDatabase database) : EvidenceTableContract, IClassFixture<PostgresDatabase>
{
    private protected override HostDatabase Host { get; } = new(database.Source, "Npgsql");
}
