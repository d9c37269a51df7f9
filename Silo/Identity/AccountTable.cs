using System.Globalization;
using Dapper;
using Ganchao.Silo.Ledger;

namespace Ganchao.Silo.Identity;

/// <summary>The accounts in the host's database, SQLite's or PostgreSQL's. Names and numbers are unique.</summary>
internal sealed class AccountTable(HostDatabase database)
{
    private const string Columns =
        """
        id as Id, plant as Plant, person as Person, name as Name, name_key as NameKey, number as Number, display as Display,
        password_hash as PasswordHash, pin_hash as PinHash, stamp as Stamp, failures as Failures, locked_until as LockedUntil,
        must_change as MustChange, created_at as CreatedAt, signed_in_at as SignedInAt, erasure_asked as ErasureAskedAt
        """;

    private const string InsertRow =
        """
        insert into account
            (id, plant, person, name, name_key, number, display, password_hash, pin_hash, stamp, failures, locked_until,
             must_change, created_at, signed_in_at)
        values
            (@Id, @Plant, @Person, @Name, @NameKey, @Number, @Display, @PasswordHash, @PinHash, @Stamp, 0, @LockedUntil,
             @MustChange, @CreatedAt, @SignedInAt)
        on conflict do nothing
        """;

    // Failures are counted by their own statements: two wrong guesses at one time are two.
    private const string UpdateRow =
        """
        update account set name = @Name, name_key = @NameKey, number = @Number, display = @Display,
            password_hash = @PasswordHash, pin_hash = @PinHash, stamp = @Stamp, locked_until = @LockedUntil,
            must_change = @MustChange, signed_in_at = @SignedInAt, erasure_asked = @ErasureAskedAt
        where id = @Id
        """;

    // Once there is an account there always is: nothing deletes the last one.
    private bool _isSettled;

    /// <summary>Whether anybody has an account to sign in with; people of the roster may have none.</summary>
    public async ValueTask<bool> AnyAsync(CancellationToken cancellationToken)
    {
        if (!_isSettled)
        {
            _isSettled = await ScalarAsync<long>("select count(*) from account where password_hash is not null", null, cancellationToken) > 0;
        }

        return _isSettled;
    }

    public Task<Account?> FindAsync(string id, CancellationToken cancellationToken) =>
        OneAsync("where id = @key", id, cancellationToken);

    /// <summary>By the compared sign-in name.</summary>
    public Task<Account?> FindByNameAsync(string nameKey, CancellationToken cancellationToken) =>
        OneAsync("where name_key = @key", nameKey, cancellationToken);

    /// <summary>By the staff number.</summary>
    public Task<Account?> FindByNumberAsync(string number, CancellationToken cancellationToken) =>
        OneAsync("where number = @key and number <> ''", number, cancellationToken);

    public async Task<IReadOnlyList<Account>> ListAsync(string plant, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"select {Columns} from account where plant = @plant order by name_key", new { plant },
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToAccount())];
    }

    /// <summary>False: name, number or person is taken.</summary>
    public Task<bool> InsertAsync(Account account, CancellationToken cancellationToken) =>
        ExecuteAsync(InsertRow, Row.Of(account), cancellationToken);

    /// <summary>All of them or none. False: a name, number or person is taken.</summary>
    public async Task<bool> InsertAllAsync(IReadOnlyList<Account> accounts, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var made = await connection.ExecuteAsync(
            new CommandDefinition(InsertRow, accounts.Select(Row.Of), transaction, cancellationToken: cancellationToken));
        if (made == accounts.Count)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return made == accounts.Count;
    }

    /// <summary>Everything but the failures.</summary>
    public Task<bool> UpdateAsync(Account account, CancellationToken cancellationToken) =>
        ExecuteAsync(UpdateRow, Row.Of(account), cancellationToken);

    public Task<int> AddFailureAsync(string id, CancellationToken cancellationToken) => ScalarAsync<int>(
        "update account set failures = failures + 1 where id = @id returning failures", new { id }, cancellationToken);

    public Task ForgetFailuresAsync(string id, CancellationToken cancellationToken) =>
        ExecuteAsync("update account set failures = 0 where id = @id", new { id }, cancellationToken);

    /// <summary>Null: there is no such account.</summary>
    public Task<string?> StampOfAsync(string id, CancellationToken cancellationToken) =>
        ScalarAsync<string?>("select stamp from account where id = @id", new { id }, cancellationToken);

    private async Task<Account?> OneAsync(string where, string key, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            $"select {Columns} from account {where}", new { key }, cancellationToken: cancellationToken));
        return row?.ToAccount();
    }

    private async Task<bool> ExecuteAsync(string sql, object values, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: cancellationToken)) > 0;
    }

    private async Task<T> ScalarAsync<T>(string sql, object? values, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        var command = new CommandDefinition(sql, values, cancellationToken: cancellationToken);
        return (await connection.ExecuteScalarAsync<T>(command))!;
    }

    /// <summary>A row as both databases have it: times as text, yes and no as 1 and 0.</summary>
    private sealed class Row
    {
        public string Id { get; set; } = "";

        public string Plant { get; set; } = "";

        public string Person { get; set; } = "";

        public string Name { get; set; } = "";

        public string NameKey { get; set; } = "";

        public string Number { get; set; } = "";

        public string Display { get; set; } = "";

        public string? PasswordHash { get; set; }

        public string? PinHash { get; set; }

        public string Stamp { get; set; } = "";

        public int Failures { get; set; }

        public string? LockedUntil { get; set; }

        public int MustChange { get; set; }

        public string CreatedAt { get; set; } = "";

        public string? SignedInAt { get; set; }

        public string? ErasureAskedAt { get; set; }

        public static Row Of(Account account) => new()
        {
            Id = account.Id,
            Plant = account.Plant,
            Person = account.Person,
            Name = account.Name,
            NameKey = account.NameKey,
            Number = account.Number,
            Display = account.Display,
            PasswordHash = account.PasswordHash,
            PinHash = account.PinHash,
            Stamp = account.Stamp,
            LockedUntil = Text(account.LockedUntil),
            MustChange = account.MustChange ? 1 : 0,
            CreatedAt = Text(account.CreatedAt)!,
            SignedInAt = Text(account.SignedInAt),
            ErasureAskedAt = Text(account.ErasureAskedAt),
        };

        public Account ToAccount() => new()
        {
            Id = Id,
            Plant = Plant,
            Person = Person,
            Name = Name,
            NameKey = NameKey,
            Number = Number,
            Display = Display,
            PasswordHash = PasswordHash,
            PinHash = PinHash,
            Stamp = Stamp,
            Failures = Failures,
            LockedUntil = Time(LockedUntil),
            MustChange = MustChange != 0,
            CreatedAt = Time(CreatedAt)!.Value,
            SignedInAt = Time(SignedInAt),
            ErasureAskedAt = Time(ErasureAskedAt),
        };

        private static string? Text(DateTimeOffset? time) => time?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

        private static DateTimeOffset? Time(string? text) => text is null
            ? null
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
    }
}
