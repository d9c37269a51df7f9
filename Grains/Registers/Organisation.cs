using System.Collections.Immutable;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;

namespace Ganchao.Grains.Registers;

/// <summary>The organisation tree by production date.</summary>
public sealed record Organisation
{
    private readonly ImmutableDictionary<UnitId, Dated<UnitState>> _units =
        ImmutableDictionary<UnitId, Dated<UnitState>>.Empty;

    private Organisation(ImmutableDictionary<UnitId, Dated<UnitState>> units) => _units = units;

    /// <summary>The dates on which the tree changes.</summary>
    private ImmutableSortedSet<DateOnly> Dates { get; init; } = [];

    private ImmutableDictionary<PersonId, Dated<MemberLine>> Members { get; init; } =
        ImmutableDictionary<PersonId, Dated<MemberLine>>.Empty;

    public static Organisation Empty { get; } = new(ImmutableDictionary<UnitId, Dated<UnitState>>.Empty);

    public IEnumerable<UnitId> Units => _units.Keys;

    /// <summary>Everybody who was ever recorded as belonging to a unit.</summary>
    public IEnumerable<PersonId> People => Members.Keys;

    public Organisation With(UnitLine line) => With(line.Unit, line.From, new UnitState(line, null));

    public Organisation With(UnitClosedLine line) => With(line.Unit, line.From, new UnitState(null, line));

    public Organisation With(MemberLine line) => this with { Members = Members.With(line.Person, line.From, line) };

    /// <summary>Where the person belongs by the line that holds on a date, ended or not; null: nowhere yet.</summary>
    public MemberLine? MemberAt(PersonId person, DateOnly date) => Members.At(person, date);

    /// <summary>The unit that a person belongs to on a date, and how; null where the person is unknown or has left.</summary>
    public MemberLine? MembershipOf(PersonId person, DateOnly date) =>
        MemberAt(person, date) is { } member && member.IsOpenOn(date) ? member : null;

    /// <summary>Who belongs to a unit on a date, by id (ordinal).</summary>
    public IEnumerable<MemberLine> MembersOf(UnitId unit, DateOnly date) => People
        .Select(person => MembershipOf(person, date))
        .OfType<MemberLine>()
        .Where(member => member.Unit == unit)
        .OrderBy(member => member.Person.Value, StringComparer.Ordinal);

    /// <summary>The unit as it is on a date; null where it is unknown or closed then.</summary>
    public UnitLine? At(UnitId unit, DateOnly date) => _units.At(unit, date)?.Line;

    /// <summary>How the unit was closed, on a date on which it is.</summary>
    public UnitClosedLine? ClosedAt(UnitId unit, DateOnly date) => _units.At(unit, date)?.Closed;

    /// <summary>The unit as it was last named, open or closed.</summary>
    public UnitLine? Last(UnitId unit) =>
        _units.GetValueOrDefault(unit)?.Lines.Select(line => line.Value.Line).LastOrDefault(line => line is not null);

    /// <summary>The nearest branch above the unit (or the unit itself) on a date.</summary>
    public UnitId? BranchOf(UnitId unit, DateOnly date) =>
        Upward(unit, date).FirstOrDefault(above => above.Kind == UnitKind.Branch)?.Unit;

    /// <summary>Whether the unit is the scope or lies below it on a date.</summary>
    public bool IsWithin(UnitId unit, UnitId scope, DateOnly date) =>
        Upward(unit, date).Any(above => above.Unit == scope);

    /// <summary>Whether the unit lies below itself on a date or on any later one.</summary>
    public bool IsCyclic(UnitId unit, DateOnly from) =>
        Dates.Where(date => date > from)
            .Append(from)
            .Any(date => Upward(unit, date).Skip(1).Any(above => above.Unit == unit));

    private Organisation With(UnitId unit, DateOnly from, UnitState state) =>
        new(_units.With(unit, from, state)) { Members = Members, Dates = Dates.Add(from) };

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
