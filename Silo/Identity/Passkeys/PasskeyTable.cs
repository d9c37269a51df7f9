using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using Dapper;
using Ganchao.Dashboard.Accounts;
using Ganchao.Silo.Ledger;
using Microsoft.AspNetCore.Identity;

namespace Ganchao.Silo.Identity.Passkeys;

/// <summary>
/// The passkeys of accounts in the host's database, at most <see cref="PasskeyOffer.Most"/> for one account. A removed one stays
/// as a line without its key: who removed it and when.
/// </summary>
internal sealed class PasskeyTable(HostDatabase database)
{
    private const string Columns =
        """
        credential as Credential, name as Name, content as Content, sign_count as SignCount, added_at as AddedAt,
        used_at as UsedAt, ended_at as EndedAt, ended_by as EndedBy
        """;

    private const string Insert =
        """
        insert into passkey (credential, account, name, content, sign_count, added_at)
        select @credential, @account, @name, @content, @signCount, @now
        where (select count(*) from passkey where account = @account and ended_at is null) < @most
        on conflict (credential) do nothing
        """;

    private const string Update =
        """
        update passkey set name = @name, content = @content, sign_count = @signCount
        where credential = @credential and account = @account and ended_at is null
        """;

    private const string Use =
        """
        update passkey set content = @content, sign_count = @signCount, used_at = @now
        where credential = @credential and account = @account and ended_at is null
        """;

    private const string Spend =
        "insert into passkey_challenge (challenge, expires_at) values (@challenge, @expires) on conflict do nothing";

    private const string End = "update passkey set content = '', ended_at = @now, ended_by = @by where ended_at is null";

    /// <summary>Adds one. False: the account has all that it may have, or the key is known, be it a removed one.</summary>
    public Task<bool> AddAsync(
        string account, UserPasskeyInfo passkey, DateTimeOffset now, CancellationToken cancellationToken) =>
        ExecuteAsync(Insert, ValuesOf(account, passkey, now), cancellationToken);

    /// <summary>Name and key as they are now. False: the account has no such passkey.</summary>
    public Task<bool> UpdateAsync(string account, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
        ExecuteAsync(Update, ValuesOf(account, passkey, default), cancellationToken);

    /// <summary>
    /// Notes that one has signed its account in, by an answer to a challenge that counts once; both or nothing. False: somebody
    /// was signed in by that challenge before, or the passkey has been removed.
    /// </summary>
    /// <param name="challenge">In base64url.</param>
    /// <param name="lasts">After how long nobody can answer the challenge any more.</param>
    public async Task<bool> UseAsync(
        string account, UserPasskeyInfo passkey, string challenge, DateTimeOffset now, TimeSpan lasts,
        CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await WriteAsync("delete from passkey_challenge where expires_at < @now", new { now = Text(now) });
        var isDone = await WriteAsync(Spend, new { challenge, expires = Text(now + lasts) }) == 1
            && await WriteAsync(Use, ValuesOf(account, passkey, now)) == 1;
        if (isDone)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return isDone;

        Task<int> WriteAsync(string sql, object values) =>
            connection.ExecuteAsync(new CommandDefinition(sql, values, transaction, cancellationToken: cancellationToken));
    }

    /// <summary>False: the account has no such passkey.</summary>
    public Task<bool> RenameAsync(string account, string credential, string name, CancellationToken cancellationToken) =>
        ExecuteAsync(
            "update passkey set name = @name where credential = @credential and account = @account and ended_at is null",
            new { account, credential, name }, cancellationToken);

    /// <param name="by">The person who removes it.</param>
    /// <returns>False: the account has no such passkey.</returns>
    public Task<bool> EndAsync(
        string account, string credential, string by, DateTimeOffset now, CancellationToken cancellationToken) =>
        ExecuteAsync(
            $"{End} and credential = @credential and account = @account",
            new { account, credential, by, now = Text(now) }, cancellationToken);

    /// <summary>Removes all of an account.</summary>
    public Task EndAllAsync(string account, string by, DateTimeOffset now, CancellationToken cancellationToken) =>
        ExecuteAsync($"{End} and account = @account", new { account, by, now = Text(now) }, cancellationToken);

    /// <summary>All of an account in the order in which they were added, the removed ones too.</summary>
    public async Task<IReadOnlyList<PasskeyItem>> ListAsync(string account, CancellationToken cancellationToken) =>
        [.. (await RowsAsync("account = @key", account, cancellationToken)).Select(row => row.ToItem())];

    /// <summary>Those of an account that sign in.</summary>
    public async Task<IReadOnlyList<UserPasskeyInfo>> KeysAsync(string account, CancellationToken cancellationToken) =>
        [.. (await RowsAsync("account = @key and ended_at is null", account, cancellationToken)).Select(row => row.ToKey())];

    /// <summary>The account that a passkey signs in; null: none does, or it has been removed.</summary>
    public async Task<string?> AccountOfAsync(string credential, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "select account from passkey where credential = @credential and ended_at is null", new { credential },
            cancellationToken: cancellationToken));
    }

    private async Task<IEnumerable<Row>> RowsAsync(string where, string key, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryAsync<Row>(new CommandDefinition(
            $"select {Columns} from passkey where {where} order by added_at, credential", new { key },
            cancellationToken: cancellationToken));
    }

    private async Task<bool> ExecuteAsync(string sql, object values, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: cancellationToken)) > 0;
    }

    private static object ValuesOf(string account, UserPasskeyInfo passkey, DateTimeOffset now) => new
    {
        account,
        credential = Base64Url.EncodeToString(passkey.CredentialId),
        name = passkey.Name ?? "",
        content = JsonSerializer.Serialize(new Content(
            passkey.PublicKey, passkey.Transports ?? [], passkey.IsUserVerified, passkey.IsBackupEligible, passkey.IsBackedUp)),
        signCount = (long)passkey.SignCount,
        now = Text(now),
        most = PasskeyOffer.Most,
    };

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>What of a passkey its check needs. What the maker attests about it is never asked for, and not kept.</summary>
    private sealed record Content(
        byte[] PublicKey, string[] Transports, bool IsVerified, bool IsBackupEligible, bool IsBackedUp);

    private sealed class Row
    {
        public string Credential { get; set; } = "";

        public string Name { get; set; } = "";

        public string Content { get; set; } = "";

        public long SignCount { get; set; }

        public string AddedAt { get; set; } = "";

        public string? UsedAt { get; set; }

        public string? EndedAt { get; set; }

        public string? EndedBy { get; set; }

        public PasskeyItem ToItem() => new(Credential, Name, Time(AddedAt)!.Value, Time(UsedAt), Time(EndedAt), EndedBy);

        public UserPasskeyInfo ToKey()
        {
            var content = JsonSerializer.Deserialize<Content>(Content)!;
            return new UserPasskeyInfo(
                Base64Url.DecodeFromChars(Credential), content.PublicKey, Time(AddedAt)!.Value, (uint)SignCount,
                content.Transports, content.IsVerified, content.IsBackupEligible, content.IsBackedUp,
                attestationObject: [], clientDataJson: [])
            {
                Name = Name,
            };
        }

        private static DateTimeOffset? Time(string? text) => text is null
            ? null
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
    }
}
