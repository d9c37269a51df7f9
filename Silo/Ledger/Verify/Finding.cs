namespace Ganchao.Silo.Ledger.Verify;

/// <summary>What kind of thing is wrong.</summary>
internal enum FindingKind
{
    NotSet,

    /// <summary>Sequence numbers of a stream are missing.</summary>
    SeqMissing,

    /// <summary>An event does not hold its predecessor's hash: one of the two was changed, or put there.</summary>
    ChainBroken,

    /// <summary>Payload, header or hash of an event was changed.</summary>
    HashWrong,

    /// <summary>A column cannot be read as what it is.</summary>
    Unreadable,

    /// <summary>A column that repeats what the stream's name says differs from it.</summary>
    CopyWrong,

    /// <summary>Positions of a plant are missing.</summary>
    PositionMissing,

    /// <summary>A stream's event has an earlier position than its predecessor.</summary>
    PositionOrder,

    /// <summary>A plant's counter is not the position of its last event.</summary>
    CounterWrong,

    /// <summary>An event's row of facts is not there.</summary>
    FactMissing,

    /// <summary>A row of facts says something else than the events.</summary>
    FactDifferent,

    /// <summary>A row of facts comes from no event.</summary>
    FactExtra,

    /// <summary>A private content is gone, and no event says that it was erased.</summary>
    PrivateMissing,

    /// <summary>A private content is not what its event commits to.</summary>
    PrivateDifferent,

    /// <summary>An event says that a private content was erased, but it is there.</summary>
    PrivateNotErased,

    /// <summary>A photo or file that an event commits to is gone, and nobody removed it.</summary>
    EvidenceMissing,

    /// <summary>A photo or file is not the one that was attached.</summary>
    EvidenceDifferent,

    /// <summary>A saved standing is not what its hash, its columns or its rows say, or holds more than the ledger.</summary>
    StandingDifferent,

    /// <summary>An event says that a stage is final by a document that is not saved.</summary>
    FinalMissing,
}

/// <summary>One thing that is wrong; 0 and the empty text where a part does not apply.</summary>
internal sealed record Finding(
    FindingKind Kind, string Plant, string Stream, long Seq, long Position, string What)
{
    public override string ToString() => FormattableString.Invariant(
        $"{Kind}: {(Stream.Length > 0 ? Stream : Plant)} seq {Seq} position {Position}: {What}");
}
