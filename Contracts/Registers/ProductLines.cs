using Ganchao.Contracts.Identity;

namespace Ganchao.Contracts.Registers;

/// <summary>A product (产品) from a date on.</summary>
public sealed record ProductLine : RegisterLine
{
    public required ProductCode Product { get; init; }

    public required Names Names { get; init; }

    /// <summary>The unit in which it is counted, such as 件.</summary>
    public required string Unit { get; init; }

    /// <summary>Drawing number (图号).</summary>
    public string? Drawing { get; init; }

    /// <summary>Unit weight in tonnes a piece, not negative.</summary>
    public decimal? UnitWeight { get; init; }

    /// <summary>Internal price (厂内结算价) in CNY a piece, without VAT, not negative.</summary>
    public decimal? Price { get; init; }

    /// <summary>Quota hours (定额工时) a piece, not negative.</summary>
    public decimal? QuotaHours { get; init; }

    /// <summary>
    /// What one piece counts in a team's own output, in the unit of that team's plan (h, 台, m² …); a team that is not
    /// listed counts the unit weight.
    /// </summary>
    public IReadOnlyList<TeamOutput> Outputs { get; init; } = [];

    /// <summary>Its process steps in order; empty: the team that reports a piece is its only step.</summary>
    public IReadOnlyList<RouteStep> Route { get; init; } = [];

    /// <summary>The last production date on which it is made; null: until ended.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether figures of it are taken for a date.</summary>
    public bool IsOpenOn(DateOnly day) => Until is null || day <= Until;
}

/// <summary>What one piece counts in the output of a team, not negative.</summary>
public sealed record TeamOutput(UnitId Team, decimal PerPiece);

/// <summary>One step of a route and the teams that report it.</summary>
public sealed record RouteStep(string Step, IReadOnlyList<UnitId> Teams);

/// <summary>A work order (工作令号) from a date on; it binds production to a project.</summary>
public sealed record WorkOrderLine : RegisterLine
{
    public required WorkOrderNumber WorkOrder { get; init; }

    public ProjectId? Project { get; init; }

    public ProductCode? Product { get; init; }
}
