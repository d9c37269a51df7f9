namespace Ganchao.Scoring;

/// <summary>What an explanation says of an award.</summary>
internal static class AwardNote
{
    /// <summary>The money; 1 for an honour, 0 for nothing.</summary>
    public static Result ResultOf(AwardFinding? got) =>
        got is null ? Result.Zero
        : got.Undecided != NaReason.None ? Result.Na(got.Undecided)
        : Result.Of(got.Money ?? 1m);

    public static Note Of(AwardDefinition award, AwardFinding? got) => got switch
    {
        null => new Note($"{award.Names.Zh}:未获", $"{award.Names.En}: not won"),
        { Undecided: not NaReason.None and var reason } =>
            new Note($"{award.Names.Zh}:未定({reason})", $"{award.Names.En}: not decided yet ({reason})"),
        { Held: true } => new Note($"{award.Names.Zh}:暂缓发放", $"{award.Names.En}: on hold"),
        _ => new Note(award.Names.Zh, award.Names.En),
    };
}
