using System.Text.Json.Serialization;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;

namespace Ganchao.Contracts.Projects;

/// <summary>One step in the life of a competition project (竞赛项目), appended and never changed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ProjectRegisteredLine), "registered")]
[JsonDerivedType(typeof(ProjectProductLine), "product")]
[JsonDerivedType(typeof(MilestoneLine), "milestone")]
[JsonDerivedType(typeof(CostElementLine), "cost-element")]
public abstract record ProjectLine
{
    /// <summary>Made by the client, kept over retries.</summary>
    public required Guid Id { get; init; }
}

/// <summary>A list of lines for one project: taken whole or refused whole.</summary>
public sealed record ProjectLines(IReadOnlyList<ProjectLine> Lines);

/// <summary>Who judges a project.</summary>
public enum ProjectLevel
{
    NotSet,

    /// <summary>厂级重点竞赛项目: judged by the committee (考评认定).</summary>
    Plant,

    /// <summary>班组竞赛项目: judged by the plant's union (考核认定).</summary>
    Team,
}

/// <summary>The registration (立项): the first line of each project.</summary>
public sealed record ProjectRegisteredLine : ProjectLine
{
    public required Names Names { get; init; }

    public required ProjectLevel Level { get; init; }

    public required DateRange Period { get; init; }

    /// <summary>承担班组: pieces count at its step.</summary>
    public required UnitId Team { get; init; }

    /// <summary>协作班组 and their agreed shares in percent; with the 承担班组's they sum to 100.</summary>
    public IReadOnlyList<ProjectShare> Shares { get; init; } = [];

    /// <summary>项目责任人 (包保领导): a post or a pseudonymous person.</summary>
    public string? Sponsor { get; init; }
}

/// <summary>A team's agreed share, in percent.</summary>
public sealed record ProjectShare(UnitId Team, decimal Percent);

/// <summary>A product line of the project: what is to be made in which dates.</summary>
public sealed record ProjectProductLine : ProjectLine
{
    public required ProductCode Product { get; init; }

    public required DateRange Period { get; init; }

    /// <summary>Planned pieces, not negative.</summary>
    public required decimal Pieces { get; init; }
}

/// <summary>A milestone (节点): planned, and reached where <see cref="Reached"/> is given.</summary>
public sealed record MilestoneLine : ProjectLine
{
    public required string Milestone { get; init; }

    public required DateOnly Due { get; init; }

    public DateOnly? Reached { get; init; }
}

/// <summary>One line of the cost comparison (成本核算对照表), at plan prices without VAT.</summary>
public sealed record CostElementLine : ProjectLine
{
    public required string Element { get; init; }

    /// <summary>Quantity budgeted, in <see cref="Unit"/>.</summary>
    public required decimal BudgetQuantity { get; init; }

    /// <summary>Quantity recorded (写实记录), in <see cref="Unit"/>.</summary>
    public required decimal ActualQuantity { get; init; }

    public required string Unit { get; init; }

    /// <summary>Plan price in CNY a unit; the same on both sides.</summary>
    public required decimal PlanPrice { get; init; }

    /// <summary>Where the figure comes from (领料单, 工时单, 电表 …), or the key it was allocated with.</summary>
    public required string Source { get; init; }
}
