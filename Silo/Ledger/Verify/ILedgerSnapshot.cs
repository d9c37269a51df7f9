using System.Globalization;
using Ganchao.Grains.Ledger;

namespace Ganchao.Silo.Ledger.Verify;

/// <summary>The database as it was at one moment, read in pages while appends go on.</summary>
internal interface ILedgerSnapshot : IAsyncDisposable
{
    /// <summary>Events after one of them (null: from the start), by stream date, stream, seq.</summary>
    Task<IReadOnlyList<RawEvent>> ReadEventsAsync(RawEvent? after, int limit, CancellationToken cancellationToken);

    /// <summary>Positions and hashes of a plant's events, by position.</summary>
    Task<IReadOnlyList<RawPosition>> ReadPositionsAsync(
        string plant, long afterPosition, int limit, CancellationToken cancellationToken);

    /// <summary>Every plant's counter.</summary>
    Task<IReadOnlyList<RawCounter>> ReadCountersAsync(CancellationToken cancellationToken);

    /// <summary>The facts of some streams, each named by date and text.</summary>
    Task<IReadOnlyList<RawFact>> ReadFactsAsync(
        IReadOnlyList<RawStream> streams, CancellationToken cancellationToken);

    /// <summary>Facts of streams that have no event.</summary>
    Task<IReadOnlyList<RawFact>> ReadOrphansAsync(int limit, CancellationToken cancellationToken);

    Task<PrivateContent?> ReadPrivateAsync(string plant, Guid id, CancellationToken cancellationToken);

    /// <summary>Every saved standing.</summary>
    Task<IReadOnlyList<RawStanding>> ReadStandingsAsync(CancellationToken cancellationToken);

    /// <summary>The rows that were saved with a standing.</summary>
    Task<IReadOnlyList<StandingRecords.SavedRow>> ReadStandingRowsAsync(
        RawStanding standing, CancellationToken cancellationToken);
}

/// <summary>A saved standing's row, not interpreted.</summary>
internal sealed record RawStanding
{
    public required string Plant { get; init; }

    public required string Competition { get; init; }

    public required string Stage { get; init; }

    public required long Number { get; init; }

    public required long Epoch { get; init; }

    public required long Position { get; init; }

    public required long AsOf { get; init; }

    public required byte[] RulebookHash { get; init; }

    public required string Document { get; init; }

    public required byte[] Hash { get; init; }
}

/// <summary>An event's row, not interpreted: who changed it need not have kept its form.</summary>
internal sealed record RawEvent
{
    public required string StreamDate { get; init; }

    public required string Stream { get; init; }

    public required long Seq { get; init; }

    public required long Position { get; init; }

    public required string Plant { get; init; }

    public required string Kind { get; init; }

    /// <summary>16 bytes in the order in which the id is written.</summary>
    public required byte[] EntryId { get; init; }

    public required string Type { get; init; }

    public required long Version { get; init; }

    public required string ActorKind { get; init; }

    public required string ActorId { get; init; }

    public required string Role { get; init; }

    public required long At { get; init; }

    public required string Algorithm { get; init; }

    public required byte[] Payload { get; init; }

    public required byte[] PreviousHash { get; init; }

    public required byte[] Hash { get; init; }
}

internal sealed record RawStream(string Date, string Text);

internal sealed record RawPosition
{
    public required long Position { get; init; }

    public required byte[] Hash { get; init; }
}

internal sealed record RawCounter
{
    public required string Plant { get; init; }

    public required long Last { get; init; }
}

/// <summary>A fact's row, not interpreted.</summary>
internal sealed record RawFact
{
    public required string StreamDate { get; init; }

    public required string Stream { get; init; }

    public required long Line { get; init; }

    public required long Seq { get; init; }

    public required string Plant { get; init; }

    public required string EntryId { get; init; }

    public required string Date { get; init; }

    public required string Shift { get; init; }

    public required string Subject { get; init; }

    public required string Occasion { get; init; }

    public required string Measure { get; init; }

    public required string Product { get; init; }

    public required string WorkOrder { get; init; }

    public required string Detail { get; init; }

    public required string Record { get; init; }

    public required long? Scaled { get; init; }

    public required long Decimals { get; init; }

    public required long? ObservedAt { get; init; }

    public required string Tags { get; init; }

    public static RawFact Of(FactRow fact) => new()
    {
        StreamDate = Text(fact.Stream.Date),
        Stream = fact.Stream.ToString(),
        Line = fact.Line,
        Seq = fact.Seq,
        Plant = fact.Stream.Plant.Value,
        EntryId = fact.Entry.ToString("N"),
        Date = Text(fact.Date),
        Shift = fact.Shift,
        Subject = fact.Subject.ToString(),
        Occasion = fact.Occasion.ToString(),
        Measure = fact.Measure.Value,
        Product = fact.Product,
        WorkOrder = fact.WorkOrder,
        Detail = fact.Detail,
        Record = fact.Record,
        Scaled = fact.Scaled,
        Decimals = fact.Decimals,
        ObservedAt = fact.ObservedAt?.ToUnixTimeMilliseconds(),
        Tags = fact.Tags,
    };

    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
