using System.Collections.Immutable;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Registers;

namespace Ganchao.Grains.Roles;

/// <summary>Who holds which role where and when. Dates are those of the plant's calendar on which somebody acts.</summary>
public sealed record RoleBook
{
    private readonly ImmutableDictionary<RoleKey, Dated<RoleState>> _roles;

    private RoleBook(ImmutableDictionary<RoleKey, Dated<RoleState>> roles) => _roles = roles;

    public static RoleBook Empty { get; } = new(ImmutableDictionary<RoleKey, Dated<RoleState>>.Empty);

    /// <summary>Whether nobody of the plant was ever given a role: it does not know its people yet.</summary>
    public bool IsEmpty => _roles.IsEmpty;

    public RoleBook With(RoleLine line) => new(_roles.With(
        new RoleKey(line.Person, line.Role, line.Unit, line.For), line.From, new RoleState(line)));

    public RoleBook With(RoleEndedLine line) => new(_roles.With(
        new RoleKey(line.Person, line.Role, line.Unit, line.For), line.From, new RoleState(null)));

    /// <summary>What the person holds on a date. A deputy holds what the principal still holds.</summary>
    public IEnumerable<RoleLine> Of(PersonId person, DateOnly date, Organisation organisation) => HeldBy(person, date)
        .Where(held => held.For is not { } principal || HeldBy(principal, date).Any(own =>
            own.For is null && own.Role == held.Role && Covers(own, held.Unit, organisation, date)));

    /// <summary>Whether a person may act in a role on a unit, or on the plant as a whole where none is named.</summary>
    public bool Holds(PersonId person, Role role, UnitId? unit, Organisation organisation, DateOnly date) =>
        Of(person, date, organisation).Any(held => held.Role == role && Covers(held, unit, organisation, date));

    /// <summary>Who holds a role of the own, no deputies, that was given for just this unit.</summary>
    public IEnumerable<PersonId> HoldersOf(Role role, UnitId unit, Organisation organisation, DateOnly date) => _roles.Keys
        .Where(key => key.Role == role && key.Unit == unit && key.For is null)
        .Select(key => key.Person)
        .Where(person => Holds(person, role, unit, organisation, date))
        .Order(Comparer<PersonId>.Create(static (x, y) => string.CompareOrdinal(x.Value, y.Value)));

    /// <summary>Whether a role that is held reaches a unit, or the plant as a whole where none is named.</summary>
    public static bool Covers(RoleLine held, UnitId? unit, Organisation organisation, DateOnly date) =>
        held.Unit is not { } scope
        || organisation.At(scope, date)?.Kind == UnitKind.Plant
        || (unit is { } asked && organisation.IsWithin(asked, scope, date));

    private IEnumerable<RoleLine> HeldBy(PersonId person, DateOnly date) => _roles
        .Where(role => role.Key.Person == person)
        .Select(role => role.Value.At(date)?.Line)
        .OfType<RoleLine>()
        .Where(line => line.Until is not { } last || date <= last)
        .OrderBy(line => line.Role)
        .ThenBy(line => line.Unit?.Value, StringComparer.Ordinal);

    private sealed record RoleKey(PersonId Person, Role Role, UnitId? Unit, PersonId? For);

    // Without a line the role has ended.
    private sealed record RoleState(RoleLine? Line);
}
