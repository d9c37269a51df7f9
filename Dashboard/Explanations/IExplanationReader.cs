using Ganchao.Client.Boards;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Entry;
using Ganchao.Scoring;
using Names = Ganchao.Contracts.Names;
using Occasion = Ganchao.Contracts.Entries.Occasion;

namespace Ganchao.Dashboard.Explanations;

/// <summary>Where the pages learn how a score came about; the host implements it.</summary>
public interface IExplanationReader
{
    /// <summary>Null where there is no such board, or no such entrant on it.</summary>
    Task<ExplanationView?> ReadAsync(BoardId board, string entrant, CancellationToken cancellationToken);
}

/// <summary>A row of a board, opened down to its entries.</summary>
/// <param name="Board">The board that it stands on.</param>
/// <param name="Row">The row as the board shows it.</param>
/// <param name="Explanation">From the total down.</param>
/// <param name="Rulebook">By whose names the steps are called.</param>
/// <param name="Measures">The name of each input's measure, by the input.</param>
/// <param name="Entries">Every entry under the steps; an id is one of its own sheet only.</param>
public sealed record ExplanationView(
    BoardView Board,
    BoardRow Row,
    Explanation Explanation,
    RulebookDefinition Rulebook,
    IReadOnlyDictionary<string, Names> Measures,
    ILookup<Guid, ExplainedEntry> Entries);

/// <summary>An entry as the reader of a page needs it.</summary>
public sealed record ExplainedEntry
{
    public required DateOnly Date { get; init; }

    public required ExplainedSheet Sheet { get; init; }

    public required Names Measure { get; init; }

    public required string Unit { get; init; }

    public required decimal Value { get; init; }

    /// <summary>Decimals of the measure.</summary>
    public required int Decimals { get; init; }

    public Names? Product { get; init; }

    public string WorkOrder { get; init; } = "";

    /// <summary>Cost element or cause.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Why a stretch of the shift does not count, where the figure is its minutes.</summary>
    public ExclusionCause Cause { get; init; }

    /// <summary>Heat or lot.</summary>
    public string Record { get; init; } = "";

    /// <summary>Whom it is about, where that is not the entrant itself.</summary>
    public Names? Subject { get; init; }

    /// <summary>Null where there are so many entries that nobody's sheet was opened for it.</summary>
    public EntrySource? Source { get; init; }
}

/// <summary>The sheet of an entry.</summary>
/// <param name="Path">Under which its history is found; null for an event, which has no page of its own.</param>
/// <param name="Owner">The team or department; the event's name.</param>
/// <param name="Shift">The shift kind's name; null on other sheets.</param>
/// <param name="Occasion">Shift, day, week, month or event.</param>
public sealed record ExplainedSheet(string? Path, Names Owner, Names? Shift, Occasion Occasion);

/// <summary>Who made an entry, in which role and way, and when; at the plant's own clock.</summary>
/// <param name="Kind">A person, a device or the system.</param>
/// <param name="Role">In which it acted.</param>
/// <param name="Way">How the entry came about.</param>
/// <param name="At">When, by the server's clock.</param>
/// <param name="Agreed">Whether it is no entry but a stretch of the shift that was agreed or decided not to count.</param>
/// <param name="Unusual">What was unusual about the figure when it was entered; null where nothing was.</param>
/// <param name="WhyUnusual">Why it is right although it is unusual.</param>
public sealed record EntrySource(
    ActorKind Kind,
    Role Role,
    EntryWay Way,
    DateTimeOffset At,
    bool Agreed = false,
    IReadOnlyList<UnusualMark>? Unusual = null,
    KeptText? WhyUnusual = null);
