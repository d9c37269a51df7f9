using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>A column of figures: either an entered measure, filtered, or a derived one, computed record by record.</summary>
public sealed record InputDefinition
{
    public required string Name { get; init; }

    /// <summary>Code of the measure: whose facts are taken, and under which plans and baselines are looked up.</summary>
    public required string Measure { get; init; }

    /// <summary>
    /// With a derived input: its formula over other inputs; the facts of <see cref="Measure"/> are then not
    /// looked at.
    /// </summary>
    public Formula? Formula { get; init; }

    /// <summary>Products that count; empty: all.</summary>
    public ImmutableArray<string> Products { get; init; } = [];

    /// <summary>Details (cost elements, causes) that count; empty: all.</summary>
    public ImmutableArray<string> Details { get; init; } = [];

    /// <summary>Tags that a fact must carry, each with one of the listed values.</summary>
    public ImmutableArray<TagFilter> Where { get; init; } = [];

    /// <summary>In which role the entrant stands in the facts.</summary>
    public Party Party { get; init; } = Party.Own;

    public Window Window { get; init; } = Window.Stage;

    /// <summary>Basis of <c>plan(input)</c> when the formula names none.</summary>
    public PlanBasis Plan { get; init; } = PlanBasis.Adjusted;

    /// <summary>What a refused figure does to a fold.</summary>
    public RefusedFigures Refused { get; init; } = RefusedFigures.Propagate;

    public string Unit { get; init; } = "";

    public required TextPlace Place { get; init; }
}

public sealed record TagFilter(string Tag, ImmutableArray<string> Values);

/// <summary>What a refused figure of an input is.</summary>
public enum RefusedFigures
{
    NotSet = 0,

    /// <summary>n/a(Refused): every fold that meets it is n/a(Refused).</summary>
    Propagate = 1,

    /// <summary>As if it had not been entered.</summary>
    Skip = 2,

    /// <summary>The figure 0.</summary>
    Zero = 3,
}
