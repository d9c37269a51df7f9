using Ganchao.Contracts.Refusals;

namespace Ganchao.Silo.Import.Sending;

/// <summary>A line that was taken, but is worth a second look.</summary>
internal sealed record WarnedLine(LinePlace Place, string? Column, Warning Warning);

/// <summary>What became of a run.</summary>
internal sealed record ImportResult
{
    public required int Rows { get; init; }

    /// <summary>
    /// Whether figures were really sent; false after a dry run and where bad lines stopped the run before
    /// them.
    /// </summary>
    public bool Sent { get; init; }

    /// <summary>Entries and register lines stored by this run; in a dry run: that would be.</summary>
    public int Recorded { get; init; }

    /// <summary>Entries and register lines that the server had before.</summary>
    public int AlreadyRecorded { get; init; }

    /// <summary>Corrections among <see cref="Recorded"/>.</summary>
    public int Corrections { get; init; }

    public int Sheets { get; init; }

    /// <summary>Lines that name what this run itself adds to the registers, so that only sending can tell.</summary>
    public int Unchecked { get; init; }

    public IReadOnlyList<BadLine> Bad { get; init; } = [];

    public IReadOnlyList<WarnedLine> Warned { get; init; } = [];
}
