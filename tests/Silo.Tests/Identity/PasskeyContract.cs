using System.Text;
using Ganchao.Dashboard.Accounts;
using Ganchao.Silo.Identity;
using Ganchao.Silo.Identity.Passkeys;
using Ganchao.Silo.Ledger;
using Ganchao.Silo.Ledger.Sqlite;
using Ganchao.Silo.Tests.Ledger;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Time.Testing;

namespace Ganchao.Silo.Tests.Identity;

/// <summary>Passkeys as Identity and the pages find them, over both databases.</summary>
public abstract class PasskeyContract
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero));

    private protected abstract HostDatabase Host { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private PasskeyTable Table => new(Host);

    private AccountStore Store => new(new AccountTable(Host), Table, _time);

    [Fact]
    public async Task What_identity_keeps_of_a_passkey_it_finds_again()
    {
        var account = await HireAsync();
        var key = Key("first");

        await Store.AddOrUpdatePasskeyAsync(account, key, Token);

        var found = Assert.Single(await Store.GetPasskeysAsync(account, Token));
        Assert.Equal(key.CredentialId, found.CredentialId);
        Assert.Equal(key.PublicKey, found.PublicKey);
        Assert.Equal((7u, "手机", _time.GetUtcNow()), (found.SignCount, found.Name, found.CreatedAt));
        Assert.Equal(["hybrid", "internal"], found.Transports!);
        Assert.Equal((true, true, false), (found.IsUserVerified, found.IsBackupEligible, found.IsBackedUp));
        Assert.Equal(account.Id, (await Store.FindByPasskeyIdAsync(key.CredentialId, Token))?.Id);
        Assert.NotNull(await Store.FindPasskeyAsync(account, key.CredentialId, Token));
        Assert.Null(await Store.FindPasskeyAsync(await HireAsync(), key.CredentialId, Token));
    }

    [Fact]
    public async Task A_passkey_that_is_there_is_changed_and_not_added_again()
    {
        var account = await HireAsync();
        var key = Key("counted");
        await Store.AddOrUpdatePasskeyAsync(account, key, Token);

        (key.SignCount, key.Name, key.IsBackedUp) = (uint.MaxValue, "平板", true);
        await Store.AddOrUpdatePasskeyAsync(account, key, Token);

        var found = Assert.Single(await Store.GetPasskeysAsync(account, Token));
        Assert.Equal((uint.MaxValue, "平板", true), (found.SignCount, found.Name, found.IsBackedUp));
    }

    [Fact]
    public async Task Another_account_neither_takes_over_a_passkey_nor_changes_nor_removes_it()
    {
        var (owner, other) = (await HireAsync(), await HireAsync());
        var key = Key("owned");
        await Store.AddOrUpdatePasskeyAsync(owner, key, Token);
        var id = Assert.Single(await Table.ListAsync(owner.Id, Token)).Id;

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.AddOrUpdatePasskeyAsync(other, key, Token));
        await Store.RemovePasskeyAsync(other, key.CredentialId, Token);
        Assert.False(await Table.RenameAsync(other.Id, id, "我的", Token));
        Assert.False(await Table.UseAsync(other.Id, key, "others", _time.GetUtcNow(), Kept, Token));

        Assert.Equal("手机", Assert.Single(await Store.GetPasskeysAsync(owner, Token)).Name);
        Assert.Empty(await Store.GetPasskeysAsync(other, Token));
    }

    [Fact]
    public async Task An_account_has_ten_passkeys_and_room_for_another_once_one_is_removed()
    {
        var account = await HireAsync();
        foreach (var number in Enumerable.Range(1, PasskeyOffer.Most))
        {
            Assert.True(await Table.AddAsync(account.Id, Key($"full-{number}"), _time.GetUtcNow(), Token));
        }

        Assert.False(await Table.AddAsync(account.Id, Key("full-11"), _time.GetUtcNow(), Token));
        await Store.RemovePasskeyAsync(account, Key("full-1").CredentialId, Token);
        Assert.True(await Table.AddAsync(account.Id, Key("full-11"), _time.GetUtcNow(), Token));
        Assert.Equal(PasskeyOffer.Most, (await Store.GetPasskeysAsync(account, Token)).Count);
    }

    [Fact]
    public async Task Of_a_removed_passkey_stays_who_removed_it_and_not_its_key()
    {
        var account = await HireAsync();
        var key = Key("removed");
        await Store.AddOrUpdatePasskeyAsync(account, key, Token);
        _time.Advance(TimeSpan.FromHours(1));

        await Store.RemovePasskeyAsync(account, key.CredentialId, Token);

        Assert.Null(await Store.FindByPasskeyIdAsync(key.CredentialId, Token));
        Assert.Empty(await Store.GetPasskeysAsync(account, Token));
        var line = Assert.Single(await Table.ListAsync(account.Id, Token));
        Assert.Equal((_time.GetUtcNow(), account.Person), (line.RemovedAt, line.RemovedBy));
        Assert.False(await Table.AddAsync(account.Id, key, _time.GetUtcNow(), Token));
        Assert.False(await Table.UseAsync(account.Id, key, "late", _time.GetUtcNow(), Kept, Token));
    }

    [Fact]
    public async Task Giving_a_new_password_removes_all_and_leaves_alone_what_was_removed_before()
    {
        var account = await HireAsync();
        var (first, second) = (Key("reset-1"), Key("reset-2"));
        await Store.AddOrUpdatePasskeyAsync(account, first, Token);
        await Store.AddOrUpdatePasskeyAsync(account, second, Token);
        await Store.RemovePasskeyAsync(account, first.CredentialId, Token);

        await Table.EndAllAsync(account.Id, "boss", _time.GetUtcNow(), Token);

        Assert.Empty(await Store.GetPasskeysAsync(account, Token));
        Assert.Equal([account.Person, "boss"], (await Table.ListAsync(account.Id, Token)).Select(line => line.RemovedBy!));
    }

    [Fact]
    public async Task A_challenge_signs_in_once_however_many_answers_come_at_one_time()
    {
        var account = await HireAsync();
        var key = Key("raced");
        await Store.AddOrUpdatePasskeyAsync(account, key, Token);
        key.SignCount = 8;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            Table.UseAsync(account.Id, key, "one challenge", _time.GetUtcNow(), Kept, Token)));

        Assert.Single(answers, isFirst => isFirst);
        var line = Assert.Single(await Table.ListAsync(account.Id, Token));
        Assert.Equal(_time.GetUtcNow(), line.UsedAt);
        Assert.Equal(8u, Assert.Single(await Store.GetPasskeysAsync(account, Token)).SignCount);
    }

    [Fact]
    public async Task A_challenge_is_remembered_for_as_long_as_somebody_could_answer_it()
    {
        var account = await HireAsync();
        var key = Key("remembered");
        await Store.AddOrUpdatePasskeyAsync(account, key, Token);
        Assert.True(await Table.UseAsync(account.Id, key, "old challenge", _time.GetUtcNow(), Kept, Token));

        _time.Advance(Kept);
        Assert.False(await Table.UseAsync(account.Id, key, "old challenge", _time.GetUtcNow(), Kept, Token));
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.True(await Table.UseAsync(account.Id, key, "old challenge", _time.GetUtcNow(), Kept, Token));
    }

    private protected static async Task<HostDatabase> SqliteAsync(string file)
    {
        await SqliteLedger.MigrateAsync(file, "Sqlite.Host", TimeProvider.System, Token);
        return new HostDatabase(new SqliteDataSource(SqliteLedger.ConnectionString(file)), "Microsoft.Data.Sqlite");
    }

    private async Task<Account> HireAsync()
    {
        var id = Guid.NewGuid().ToString();
        var account = new Account
        {
            Id = id,
            Plant = "p1",
            Person = $"p-{id}",
            Name = id,
            NameKey = id,
            Number = "",
            Display = "班长",
            CreatedAt = _time.GetUtcNow(),
        };
        Assert.True((await Store.CreateAsync(account, Token)).Succeeded);
        return account;
    }

    // The databases of a test class are shared by its tests: each names its own.
    private static UserPasskeyInfo Key(string name) => new(
        Encoding.UTF8.GetBytes(name), [1, 2, 3, 0xFF], createdAt: default, signCount: 7, ["hybrid", "internal"],
        isUserVerified: true, isBackupEligible: true, isBackedUp: false, attestationObject: [9], clientDataJson: [9])
    {
        Name = "手机",
    };
}

public sealed class SqlitePasskeyTests : PasskeyContract, IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ganchao-passkeys-");
    private HostDatabase? _host;

    private protected override HostDatabase Host => _host!;

    public async ValueTask InitializeAsync() => _host = await SqliteAsync(Path.Combine(_folder.FullName, "host.db"));

    public async ValueTask DisposeAsync()
    {
        await Host.Source.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

public sealed class PostgresPasskeyTests(PostgresDatabase database) : PasskeyContract, IClassFixture<PostgresDatabase>
{
    private protected override HostDatabase Host { get; } = new(database.Source, "Npgsql");
}
