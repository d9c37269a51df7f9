using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>A veto: when its condition holds, its effects take place, in the order written.</summary>
public sealed record GateDefinition
{
    public required string Id { get; init; }

    public required Names Names { get; init; }

    public required Formula When { get; init; }

    public required ImmutableArray<GateEffect> Effects { get; init; }

    public required TextPlace Place { get; init; }
}

/// <param name="Target">Id of the indicator or section; empty with the other scopes.</param>
/// <param name="Number">With <see cref="GateAction.Set"/> and <see cref="GateAction.Add"/> only.</param>
public sealed record GateEffect(GateScope Scope, string Target, GateAction Action, decimal Number, TextPlace Place);

public enum GateScope
{
    NotSet = 0,
    Indicator,
    Section,
    Total,
    Grade,
    Award,
    Rating,
}

public enum GateAction
{
    NotSet = 0,

    /// <summary>Sets the points of an indicator, a section or the total; <c>zero</c> is <c>set(0)</c>.</summary>
    Set,

    /// <summary>Adds to the points of an indicator, a section or the total.</summary>
    Add,

    /// <summary>Indicator: left out, base re-spread. Grade, award, rating: out.</summary>
    Exclude,

    /// <summary>Grade or award: on hold, nothing is lost yet.</summary>
    Hold,
}

/// <summary>A condition for awards. It never changes points or places.</summary>
public sealed record EligibilityDefinition(string Id, Names Names, Formula Formula, TextPlace Place);
