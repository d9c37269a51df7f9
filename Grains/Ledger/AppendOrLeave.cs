namespace Ganchao.Grains.Ledger;

/// <summary>How a grain appends to its own stream.</summary>
internal static class AppendOrLeave
{
    /// <summary>
    /// Appends, and returns the new head. After anything else than a commit the activation leaves: its memory may be
    /// behind the ledger, and the next activation reads again. The caller sends the same ids once more.
    /// </summary>
    /// <exception cref="StreamMovedException">Another activation wrote the stream; nothing of this list was written.</exception>
    /// <exception cref="LedgerUnavailableException">Whether the list was written is not known.</exception>
    public static async Task<StreamHead> AppendOrLeaveAsync(this ILedger ledger, Grain grain, Append append)
    {
        var landed = false;
        try
        {
            var result = await ledger.AppendAsync(append);
            landed = result.Outcome == AppendOutcome.Appended;
            return landed
                ? result.Head
                : throw new StreamMovedException(
                    $"{append.Stream} was continued by another writer after event {append.After.Seq}. Send the same list again.");
        }
        finally
        {
            if (!landed)
            {
                grain.GrainContext.Deactivate(
                    new DeactivationReason(DeactivationReasonCode.ApplicationRequested, "An append did not land."),
                    CancellationToken.None);
            }
        }
    }
}

/// <summary>A stream has moved on under its writer; send the same list again.</summary>
[GenerateSerializer]
[Alias("Ganchao.StreamMovedException")]
public sealed class StreamMovedException : Exception
{
    public StreamMovedException()
    {
    }

    public StreamMovedException(string message)
        : base(message)
    {
    }

    public StreamMovedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
