using System.Collections.Immutable;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;

namespace Ganchao.Grains.Registers;

/// <summary>The organisation tree by production date.</summary>
public sealed record Organisation
{
    private readonly ImmutableDictionary<UnitId, Dated<UnitState>> _units;
    private readonly ImmutableDictionary<PersonId, Dated<MembershipLine>> _members;

    private Organisation(
        ImmutableDictionary<UnitId, Dated<UnitState>> units, ImmutableDictionary<PersonId, Dated<MembershipLine>> members) =>
        (_units, _members) = (units, members);

    public static Organisation Empty { get; } = new(
        ImmutableDictionary<UnitId, Dated<UnitState>>.Empty, ImmutableDictionary<PersonId, Dated<MembershipLine>>.Empty);

    public IEnumerable<UnitId> Units => _units.Keys;

    public Organisation With(UnitLine line) => new(_units.With(line.Unit, line.From, new UnitState(line, null)), _members);

    public Organisation With(UnitClosedLine line) =>
        new(_units.With(line.Unit, line.From, new UnitState(null, line)), _members);

    public Organisation With(MembershipLine line) => new(_units, _members.With(line.Person, line.From, line));

    /// <summary>The unit as it is on a date; null where it is unknown or closed then.</summary>
    public UnitLine? At(UnitId unit, DateOnly date) => _units.At(unit, date)?.Line;

    /// <summary>The unit as it was last named, open or closed.</summary>
    public UnitLine? Last(UnitId unit) =>
        _units.GetValueOrDefault(unit)?.Lines.Select(line => line.Value.Line).LastOrDefault(line => line is not null);

    /// <summary>The team that a person belongs to on a date, and how; null where the person is unknown or has left.</summary>
    public MembershipLine? MembershipOf(PersonId person, DateOnly date) =>
        _members.At(person, date) is { Unit: not null } membership ? membership : null;

    /// <summary>Everybody who belongs to a unit on a date.</summary>
    public IEnumerable<MembershipLine> Members(DateOnly date) =>
        _members.Keys.Select(person => MembershipOf(person, date)).OfType<MembershipLine>();

    /// <summary>Who belongs to a unit on a date, by id (ordinal).</summary>
    public IEnumerable<MembershipLine> MembersOf(UnitId unit, DateOnly date) => Members(date)
        .Where(membership => membership.Unit == unit)
        .OrderBy(membership => membership.Person.Value, StringComparer.Ordinal);

    /// <summary>The nearest branch above the unit (or the unit itself) on a date.</summary>
    public UnitId? BranchOf(UnitId unit, DateOnly date) =>
        Upward(unit, date).FirstOrDefault(above => above.Kind == UnitKind.Branch)?.Unit;

    /// <summary>Whether the unit is the scope or lies below it on a date.</summary>
    public bool IsWithin(UnitId unit, UnitId scope, DateOnly date) =>
        Upward(unit, date).Any(above => above.Unit == scope);

    /// <summary>Whether the unit lies below itself on a date or on any later one.</summary>
    public bool IsCyclic(UnitId unit, DateOnly from) =>
        _units.Values
            .SelectMany(lines => lines.Lines)
            .Select(line => line.From)
            .Where(date => date > from)
            .Append(from)
            .Distinct()
            .Any(date => Upward(unit, date).Skip(1).Any(above => above.Unit == unit));

    private IEnumerable<UnitLine> Upward(UnitId unit, DateOnly date)
    {
        UnitId? next = unit;
        for (var depth = 0; next is { } id && At(id, date) is { } line && depth <= _units.Count; depth++)
        {
            yield return line;
            next = line.Parent;
        }
    }

    private sealed record UnitState(UnitLine? Line, UnitClosedLine? Closed);
}
