using Ganchao.Contracts.Identity;
using Ganchao.Grains.Registers;

namespace Ganchao.Silo.Entry;

/// <summary>For which teams somebody may enter.</summary>
internal static class EntryRights
{
    /// <param name="book">The plant's.</param>
    /// <param name="person">Null: nobody need sign in, and everybody may.</param>
    /// <param name="team">The team.</param>
    /// <param name="today">By the plant's clock.</param>
    public static bool MayEnter(PlantBook book, PersonId? person, UnitId team, DateOnly today) =>
        person is not { } who || Rights.RolesOf(Right.EnterShift).Any(role =>
            book.Roles.Holds(who, role, team, book.Organisation, today));
}
