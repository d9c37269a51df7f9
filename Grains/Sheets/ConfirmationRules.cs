using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Grains.Registers;
using Ganchao.Grains.Roles;

namespace Ganchao.Grains.Sheets;

/// <summary>
/// What a confirmation must keep: of entries made on somebody's behalf (代填), or about people of another team (借用).
/// </summary>
internal sealed class ConfirmationRules(Sheet sheet, SheetKey key, PlantBook book, Actor actor, DateOnly today)
{
    /// <param name="awaits">The team whose lead, or branch, has still to confirm an entry; null: none.</param>
    public IEnumerable<Refusal> Check(Guid id, IReadOnlyList<Guid> entries, Func<Guid, UnitId?> awaits)
    {
        if (id == Guid.Empty)
        {
            yield return new Refusal("id-missing", "id", "The confirmation has no id. Make a UUIDv7 and keep it over retries.");
        }
        else if (sheet.Recorded(id) is not null || sheet.HasOther(id))
        {
            yield return IdTaken(id);
        }

        if (entries.Count is 0 or > Sheet.MaxEntries)
        {
            yield return new Refusal("list-length", "entries", $"Name 1 to {Sheet.MaxEntries} entries to confirm.");
        }

        if (!Rights.RolesOf(Right.ConfirmEntries).Contains(actor.Role))
        {
            yield return new Refusal("wrong-role", "actor", $"A {actor.Role} confirms no entries; the lead does, or the branch.");
        }

        foreach (var refusal in entries.Select(awaits).Where(static team => team is not null).DefaultIfEmpty(key.Owner).Distinct()
            .SelectMany(team => RoleRules.CheckActor(actor, team, book, today)))
        {
            yield return refusal;
        }

        foreach (var (index, entry) in entries.Index())
        {
            if (awaits(entry) is null)
            {
                yield return new Refusal(
                    "nothing-to-confirm", $"entries[{index}]", $"{entry} is no entry of this sheet that waits for a confirmation.");
            }
            else if (sheet.EnteredBy(entry) is var by && by.Kind == ActorKind.Person && by.Id == actor.Id)
            {
                yield return new Refusal(
                    "own-entry", $"entries[{index}]", $"'{actor.Id}' made entry {entry}. Somebody else confirms it.");
            }
        }
    }

    public static Refusal IdTaken(Guid id) =>
        new("id-taken", "id", $"{id} stands for something else on this sheet. Give the confirmation an id of its own.");
}
