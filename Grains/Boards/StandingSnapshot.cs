using Ganchao.Grains.Interfaces.Boards;

namespace Ganchao.Grains.Boards;

/// <summary>
/// What a standing leaves behind so that its next activation need not read every fact again. Droppable: it is used only
/// where the ledger still has the same event at its position.
/// </summary>
internal sealed record StandingSnapshot
{
    /// <summary>Grows where a release reads other facts from the same events; older totals are then not used.</summary>
    public const int CurrentShape = 2;

    public int Shape { get; init; }

    /// <summary>Grows with every activation.</summary>
    public long Epoch { get; init; }

    public long FoldVersion { get; init; }

    /// <summary>The ledger position up to which the totals are complete; 0: no totals.</summary>
    public long Position { get; init; }

    /// <summary>The hash of the event at that position, lower-case hexadecimal.</summary>
    public string Hash { get; init; } = "";

    public IReadOnlyList<SubjectTotals> Totals { get; init; } = [];
}
