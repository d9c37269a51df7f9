using Ganchao.Contracts.Identity;
using Ganchao.Grains.Registers;

namespace Ganchao.Silo.Entry;

/// <summary>For which teams, branches and departments somebody may enter.</summary>
internal static class EntryRights
{
    /// <param name="book">The plant's.</param>
    /// <param name="person">Null: nobody need sign in, and everybody may.</param>
    /// <param name="unit">The team, branch or department.</param>
    /// <param name="today">By the plant's clock.</param>
    /// <param name="right">Which kind of entry.</param>
    public static bool MayEnter(
        PlantBook book, PersonId? person, UnitId unit, DateOnly today, Right right = Right.EnterShift) =>
        person is not { } who || Rights.RolesOf(right).Any(role =>
            book.Roles.Holds(who, role, unit, book.Organisation, today));
}
