namespace Ganchao.Grains.Ledger;

/// <summary>What events say about private contents; pure, so that <c>verify</c> can look whether they are there.</summary>
public interface IPrivateProjection
{
    /// <summary>The contents that the event's payload commits to.</summary>
    IEnumerable<PrivateCommitment> Committed(StoredEvent stored);

    /// <summary>The contents that the event says were erased.</summary>
    IEnumerable<Guid> Erased(StoredEvent stored);
}

/// <summary>A content's id and the HMAC-SHA256 of it under its key, as a payload holds them.</summary>
public sealed record PrivateCommitment(Guid Id, ReadOnlyMemory<byte> Hmac);
