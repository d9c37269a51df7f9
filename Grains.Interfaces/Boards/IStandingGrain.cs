using Ganchao.Contracts.Boards;
using Orleans.Concurrency;

namespace Ganchao.Grains.Interfaces.Boards;

/// <summary>
/// One stage of one competition: plans, coefficients, formulas over the cohort, places. Rebuildable from the
/// database at any time; writes no stream. Key: plant/competition/stage.
/// </summary>
[Alias("Ganchao.IStandingGrain")]
public interface IStandingGrain : IGrainWithStringKey
{
    /// <summary>A hint from a subject: its whole totals. May be lost, doubled or late.</summary>
    [OneWay]
    [Alias("SubjectFolded")]
    Task SubjectFolded(SubjectTotals totals);

    /// <summary>A hint that the competition's rulebook, stages or entrants have changed.</summary>
    [OneWay]
    [Alias("CompetitionChanged")]
    Task CompetitionChanged();

    /// <summary>The board as it stands; null where there is no such competition, stage or rulebook.</summary>
    [Alias("ReadFrame")]
    Task<BoardFrame?> ReadFrame();

    /// <summary>
    /// The same, for somebody who looks at it: for <see cref="BoardWatch.Glance"/> the board looks back at the days before,
    /// as it does while it is watched. What it finds is on the frames after.
    /// </summary>
    [Alias("Look")]
    Task<BoardFrame?> Look();

    /// <summary>
    /// The same, and from now on every change goes to the observer, at most five a second, until it has not asked again for
    /// <see cref="BoardWatch.Expiry"/>. Asking again is how an observer outlives the standing's activations.
    /// </summary>
    [Alias("Watch")]
    Task<BoardFrame?> Watch(IBoardObserver observer);

    /// <summary>Nothing more to the observer.</summary>
    [Alias("Unwatch")]
    Task Unwatch(IBoardObserver observer);

    /// <summary>
    /// Makes good whatever hints were lost, from the database; afterwards every figure up to the returned position is exact.
    /// </summary>
    [Alias("Reconcile")]
    Task<long> Reconcile();

    /// <summary>
    /// The board to be made final: every figure is exactly what the ledger says at the frame's position. Null where there
    /// is no such board, or where its figures moved while they were read; ask again then.
    /// </summary>
    [Alias("ReadForFinal")]
    Task<BoardFrame?> ReadForFinal();

    /// <summary>Forgets everything and leaves; the next call rebuilds from the database.</summary>
    [Alias("Drop")]
    Task Drop();
}

/// <summary>A subject's whole totals for one fold set over one window of dates.</summary>
/// <param name="Subject">The sender.</param>
/// <param name="FoldHash">The content of the fold set.</param>
/// <param name="Start">First date of the window.</param>
/// <param name="End">First date after the window.</param>
/// <param name="Version">The number of ledger events folded for this sender and window; grows over every reactivation.</param>
/// <param name="Parts">The accumulators by the entrant that they count for.</param>
/// <param name="FoldVersion">The version of the plant's book by which it was folded; a board takes only its own.</param>
[GenerateSerializer]
[Immutable]
[Alias("Ganchao.SubjectTotals")]
public sealed record SubjectTotals(
    [property: Id(0)] string Subject,
    [property: Id(1)] string FoldHash,
    [property: Id(2)] DateOnly Start,
    [property: Id(3)] DateOnly End,
    [property: Id(4)] long Version,
    [property: Id(5)] IReadOnlyList<EntrantPart> Parts,
    [property: Id(6)] long FoldVersion);

/// <summary>What a subject contributes to one entrant.</summary>
[GenerateSerializer]
[Immutable]
[Alias("Ganchao.EntrantPart")]
public sealed record EntrantPart([property: Id(0)] string Entrant, [property: Id(1)] byte[] Accumulators);
