using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Registers;
using Ganchao.Silo.Identity;

namespace Ganchao.Silo.Registers;

/// <summary>Who is behind the pseudonyms of a plant: by the accounts, the only place where names stand.</summary>
internal sealed class Roster(IReadOnlyList<Account> accounts)
{
    private readonly Dictionary<string, Account> _byPerson = accounts.ToDictionary(account => account.Person);

    public static Roster Nobody { get; } = new([]);

    public static async Task<Roster> ReadAsync(AccountTable accounts, PlantId plant, CancellationToken cancellationToken) =>
        new(await accounts.ListAsync(plant.Value, cancellationToken));

    /// <summary>The pseudonym of whoever has the staff number, the sign-in name or that pseudonym; null: nobody.</summary>
    public string? Find(string written) =>
        (accounts.FirstOrDefault(account => account.Number == written) ??
            accounts.FirstOrDefault(account => string.Equals(account.Name, written, StringComparison.OrdinalIgnoreCase)) ??
            _byPerson.GetValueOrDefault(written))?.Person;

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
