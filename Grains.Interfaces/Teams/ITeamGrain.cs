using Orleans.Concurrency;

namespace Ganchao.Grains.Interfaces.Teams;

/// <summary>
/// Folds all sheets with figures about one subject (a team, project, person, branch) into accumulators, per fold set of
/// the rulebooks that it is enrolled under. Knows no plan and no place, writes no stream. Key: plant/kind/key.
/// </summary>
[Alias("Ganchao.ITeamGrain")]
public interface ITeamGrain : IGrainWithStringKey
{
    /// <summary>A hint from a sheet: its whole figures about this subject. May be lost, doubled or late.</summary>
    [OneWay]
    [Alias("SheetChanged")]
    Task SheetChanged(SheetTotals totals);

    /// <summary>
    /// Compares versions with the ledger's and reads from the database what it lacks; called by the tail reader.
    /// </summary>
    [Alias("CatchUp")]
    Task CatchUp(IReadOnlyList<SheetVersion> sheets);
}

/// <summary>A sheet's whole figures about one subject.</summary>
/// <param name="Sheet">The sheet's stream.</param>
/// <param name="Version">The number of the sheet's last event about the subject.</param>
/// <param name="Lines">Every line about the subject; void ones without a value.</param>
[GenerateSerializer]
[Immutable]
[Alias("Ganchao.SheetTotals")]
public sealed record SheetTotals(
    [property: Id(0)] string Sheet,
    [property: Id(1)] long Version,
    [property: Id(2)] IReadOnlyList<SheetFigure> Lines);

/// <summary>One line of a sheet, flat; the members are those of the fact table's row.</summary>
[GenerateSerializer]
[Immutable]
[Alias("Ganchao.SheetFigure")]
public sealed record SheetFigure(
    [property: Id(0)] long Line,
    [property: Id(1)] long Seq,
    [property: Id(2)] Guid Entry,
    [property: Id(3)] DateOnly Date,
    [property: Id(4)] int Occasion,
    [property: Id(5)] string Measure,
    [property: Id(6)] string Product,
    [property: Id(7)] string WorkOrder,
    [property: Id(8)] string Detail,
    [property: Id(9)] string Record,
    [property: Id(10)] long? Scaled,
    [property: Id(11)] int Decimals,
    [property: Id(12)] DateTimeOffset? ObservedAt,
    [property: Id(13)] string? Tags);

/// <summary>How far the ledger has a sheet about a subject.</summary>
[GenerateSerializer]
[Immutable]
[Alias("Ganchao.SheetVersion")]
public sealed record SheetVersion([property: Id(0)] string Sheet, [property: Id(1)] long Version);
