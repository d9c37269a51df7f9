namespace Ganchao.Grains;

/// <summary>
/// The plant's time: for grains, calendar, deadlines and the ledger's header. A type of its own, so that the demo's
/// may run fast and a test's stand still while the host's clock stays what it is.
/// </summary>
public class PlantClock(TimeProvider source) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => source.LocalTimeZone;

    public override long TimestampFrequency => source.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => source.GetUtcNow();

    public override long GetTimestamp() => source.GetTimestamp();

    /// <summary>Now, in whole milliseconds of UTC, as the ledger writes it.</summary>
    public DateTimeOffset GetLedgerNow() => DateTimeOffset.FromUnixTimeMilliseconds(GetUtcNow().ToUnixTimeMilliseconds());
}
