using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Registers;

namespace Ganchao.Grains.Roles;

/// <summary>What a person needs to act, and what a line that gives or ends a role must keep.</summary>
internal static class RoleRules
{
    /// <summary>
    /// A person acts only in a role that is held today and reaches the unit, or the whole plant where none is named. Machines
    /// and the system itself answer for their role by their key; a plant that never gave a role does not know its people.
    /// </summary>
    public static IEnumerable<Refusal> CheckActor(Actor actor, UnitId? unit, PlantBook book, DateOnly today)
    {
        if (actor.Kind == ActorKind.Person && !book.Roles.IsEmpty
            && !(PersonId.TryParse(actor.Id, null, out var person)
                && book.Roles.Holds(person, actor.Role, unit, book.Organisation, today)))
        {
            yield return NotHeld(actor, unit, today);
        }
    }

    /// <summary>
    /// On an event's sheet, which nobody owns: the role reaches whom the event is about, or is held in a department, whose
    /// business the whole plant is.
    /// </summary>
    public static IEnumerable<Refusal> CheckActorOn(SubjectId subject, Actor actor, PlantBook book, DateOnly today)
    {
        var unit = subject.Kind is SubjectKind.Team or SubjectKind.Branch ? new UnitId(subject.Key) : (UnitId?)null;
        var isAnywhere = PersonId.TryParse(actor.Id, null, out var person)
            && book.Roles.Of(person, today, book.Organisation).Any(held => held.Role == actor.Role
                && (unit is null || (held.Unit is { } scope
                    && book.Organisation.At(scope, today)?.Kind == UnitKind.Department)));
        return isAnywhere ? [] : CheckActor(actor, unit, book, today);
    }

    public static IEnumerable<Refusal> Check(RegisterLine line, string field, PlantBook book) => line switch
    {
        RoleLine role => Check(role, field, book),
        RoleEndedLine ended => book.Roles.Of(ended.Person, ended.From.AddDays(-1), book.Organisation)
            .Any(held => (held.Role, held.Unit, held.For) == (ended.Role, ended.Unit, ended.For))
                ? []
                : [new Refusal("role-not-held", field,
                    $"'{ended.Person}' does not hold the role {ended.Role} there on the day before {ended.From:yyyy-MM-dd}.")],
        _ => throw new InvalidOperationException($"A {line.GetType().Name} gives or ends no role."),
    };

    /// <summary>Whether somebody makes a deputy of an own role; everybody may, the rest is the administrator's.</summary>
    public static bool IsOwnDeputy(RegisterLine line, Actor actor) =>
        actor.Kind == ActorKind.Person && line switch
        {
            RoleLine role => role.For?.Value == actor.Id && role.Role == actor.Role,
            RoleEndedLine ended => ended.For?.Value == actor.Id && ended.Role == actor.Role,
            _ => false,
        };

    private static IEnumerable<Refusal> Check(RoleLine line, string field, PlantBook book)
    {
        if (!Enum.IsDefined(line.Role) || line.Role is Role.NotSet or Role.Device)
        {
            yield return new Refusal("role-unknown", $"{field}.role", "That is no role of a person.");
        }

        if (line.Unit is { } unit && book.Organisation.At(unit, line.From) is null)
        {
            yield return LineRefusals.UnitUnknown($"{field}.unit", unit, line.From);
        }

        if (line.Until < line.From || line.From == DateOnly.MinValue)
        {
            yield return new Refusal(
                "period-empty", $"{field}.from", "A role is held from a date on, and not until an earlier one.");
        }

        if (line.For is not { } principal)
        {
            yield break;
        }

        if (line.Until is null)
        {
            yield return new Refusal("deputy-without-end", $"{field}.until", "A deputy is appointed until a date. Name it.");
        }

        if (principal == line.Person
            || !book.Roles.Of(principal, line.From, book.Organisation).Any(own => own.For is null && own.Role == line.Role
                && RoleBook.Covers(own, line.Unit, book.Organisation, line.From)))
        {
            yield return new Refusal(
                "role-not-held", $"{field}.for",
                $"'{principal}' does not hold the role {line.Role} there on {line.From:yyyy-MM-dd} and appoints no deputy for it.");
        }
    }

    private static Refusal NotHeld(Actor actor, UnitId? unit, DateOnly today) => new(
        "role-not-held", "actor",
        $"'{actor.Id}' does not hold the role {actor.Role} for {(unit is { } named ? $"'{named}'" : "the whole plant")} on "
        + $"{today:yyyy-MM-dd}. The administrator gives it; who holds it may appoint a deputy.");
}
