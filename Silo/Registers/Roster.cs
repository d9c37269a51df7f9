using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Registers;
using Ganchao.Silo.Identity;

namespace Ganchao.Silo.Registers;

/// <summary>Who is behind the pseudonyms of a plant: by the accounts, the only place where names stand.</summary>
/// <param name="accounts">Those that there are.</param>
/// <param name="hire">Makes an account of a staff number and a name; null: nobody new is taken in.</param>
internal sealed class Roster(IReadOnlyList<Account> accounts, Func<string, string, Account>? hire = null)
{
    private readonly Dictionary<string, Account> _byPerson = accounts.ToDictionary(account => account.Person);
    private readonly Dictionary<string, Account> _newcomers = [];

    public static Roster Nobody => new([]);

    /// <summary>Those who were taken in by number; nothing of them is written yet.</summary>
    public IReadOnlyCollection<Account> Newcomers => _newcomers.Values;

    public static async Task<Roster> ReadAsync(
        AccountTable accounts, PlantId plant, CancellationToken cancellationToken, Func<string, string, Account>? hire = null) =>
        new(await accounts.ListAsync(plant.Value, cancellationToken), hire);

    /// <summary>The pseudonym of whoever has the staff number, the sign-in name or that pseudonym; null: nobody.</summary>
    public string? Find(string written) =>
        (_newcomers.GetValueOrDefault(written) ??
            accounts.FirstOrDefault(account => account.Number == written) ??
            accounts.FirstOrDefault(account => string.Equals(account.Name, written, StringComparison.OrdinalIgnoreCase)) ??
            _byPerson.GetValueOrDefault(written))?.Person;

    /// <summary>Takes in somebody whom nobody knows yet: the pseudonym; null: not here, or that is no staff number.</summary>
    public string? Hire(string number, string name)
    {
        if (hire is null || name.Length == 0 || !IdText.IsValid(number))
        {
            return null;
        }

        var account = hire(number, name);
        _newcomers.Add(number, account);
        _byPerson.Add(account.Person, account);
        return account.Person;
    }

    /// <summary>Whether somebody was taken in just now.</summary>
    public bool IsNew(string person) =>
        _byPerson.GetValueOrDefault(person) is { } account && _newcomers.ContainsKey(account.Number);

    /// <summary>What the person is called; null: there is no account any more.</summary>
    public string? NameOf(string person) => _byPerson.GetValueOrDefault(person)?.Display;

    /// <summary>The staff number, else the sign-in name; the pseudonym where there is no account any more.</summary>
    public string NumberOf(string person) => _byPerson.GetValueOrDefault(person) is not { } account ? person
        : account.Number.Length > 0 ? account.Number
        : account.Name;

    /// <summary>Cells with the staff number and name in place of the pseudonym.</summary>
    public Dictionary<string, string> Shown(RegisterForm form, Dictionary<string, string> cells)
    {
        if (form.Key.Form == CellForm.Person && cells.TryGetValue(form.Key.Key, out var person))
        {
            cells[form.Key.Key] = NumberOf(person);
            cells[RegisterForms.PersonName] = NameOf(person) ?? "";
        }

        return cells;
    }
}
