using System.Text.Json.Serialization;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Refusals;

namespace Ganchao.Contracts.Registers;

/// <summary>The plant's registers; each is one stream with one writer.</summary>
public enum RegisterName
{
    NotSet,
    Organisation,
    Calendar,
    Products,
    WorkOrders,
    Measures,
    Plans,
    Coefficients,
    Rulebooks,
    Roles,
}

/// <summary>
/// One line of a register, appended and never changed; a later line about the same thing holds from its own date.
/// <see cref="Id"/> is made by the client and kept over retries. <see cref="From"/> is the first production date for which
/// the line holds; lines about the same thing and date: the later one in the register holds.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(UnitLine), "unit")]
[JsonDerivedType(typeof(UnitClosedLine), "unit-closed")]
[JsonDerivedType(typeof(MemberLine), "member")]
[JsonDerivedType(typeof(ShiftKindLine), "shift-kind")]
[JsonDerivedType(typeof(WorkingWeekLine), "working-week")]
[JsonDerivedType(typeof(DayLine), "day")]
[JsonDerivedType(typeof(ProductLine), "product")]
[JsonDerivedType(typeof(WorkOrderLine), "work-order")]
[JsonDerivedType(typeof(MeasureLine), "measure")]
[JsonDerivedType(typeof(PlanLine), "plan")]
[JsonDerivedType(typeof(PlanChangeLine), "plan-change")]
[JsonDerivedType(typeof(ExclusionLine), "exclusion")]
[JsonDerivedType(typeof(CoefficientLine), "coefficient")]
[JsonDerivedType(typeof(TagLine), "tag")]
[JsonDerivedType(typeof(RulebookLine), "rulebook")]
[JsonDerivedType(typeof(RoleLine), "role")]
[JsonDerivedType(typeof(RoleEndedLine), "role-ended")]
public abstract record RegisterLine
{
    public required Guid Id { get; init; }

    public DateOnly From { get; init; } = DateOnly.MinValue;

    /// <summary>
    /// Why, in up to 1,000 characters; a plan change notice needs it. Private content: the ledger holds
    /// <see cref="ReasonKept"/> instead.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>Set by the server.</summary>
    public Commitment? ReasonKept { get; init; }
}

/// <summary>A list of lines for one register: taken whole or refused whole.</summary>
public sealed record RegisterLines(IReadOnlyList<RegisterLine> Lines);

/// <summary>The answer to a list of lines, and to lines of competitions and projects.</summary>
/// <param name="Outcome">Recorded, already recorded or refused.</param>
/// <param name="Stream">The stream that holds them.</param>
/// <param name="Version">The number of events in the stream now; its ETag.</param>
/// <param name="Refusals">Each broken rule; empty unless refused.</param>
public sealed record LinesAnswer(
    EntryOutcome Outcome, string Stream, long Version, IReadOnlyList<Refusal> Refusals);
