using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Ganchao.Contracts.Entries;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Ganchao.Dashboard.Entry;

/// <summary>A receipt as its address carries it: numbers of entries in the sheet, and what they did.</summary>
/// <param name="Seqs">The entries.</param>
/// <param name="IsRepeated">Whether they were recorded before: a second press, or a page loaded again.</param>
/// <param name="Moves">The team's boards.</param>
internal sealed record Receipt(ImmutableArray<long> Seqs, bool IsRepeated, ImmutableArray<ReceiptMove> Moves)
{
    /// <summary>
    /// What became of a list. A second press finds everything recorded; what it did is then told by where the team
    /// stood when it was checked.
    /// </summary>
    public static Receipt Of(EntrySubmission submission, Receipt? whenChecked)
    {
        var isRepeated = submission.Answer!.Outcome == EntryOutcome.AlreadyRecorded;
        var moves = isRepeated && whenChecked is not null
            ? ReceiptMoves.Since(whenChecked.Moves, submission.After)
            : ReceiptMoves.Between(submission.Before, submission.After);
        return new Receipt([.. submission.Answer.Entries.Select(entry => entry.Seq)], isRepeated, moves);
    }
}

/// <summary>One entrant on one board, before and after.</summary>
public sealed record ReceiptMove(
    string Board, string Entrant, decimal? TotalBefore, decimal? PlaceBefore, decimal? TotalAfter, decimal? PlaceAfter);

/// <summary>
/// Seals what one page tells the next, so that no address can be made up that claims points nobody has. Needs no memory:
/// a receipt can be opened again after a restart, on every server.
/// </summary>
internal sealed class ReceiptSeal(IDataProtectionProvider protection)
{
    public string Seal(string sheet, Receipt receipt) => WebEncoders.Base64UrlEncode(
        ProtectorOf(sheet).Protect(JsonSerializer.SerializeToUtf8Bytes(receipt)));

    /// <summary>Null where the text is none of ours, of another sheet, or its key is gone.</summary>
    public Receipt? Open(string sheet, string? sealedText)
    {
        try
        {
            return string.IsNullOrEmpty(sealedText) ? null : JsonSerializer.Deserialize<Receipt>(
                ProtectorOf(sheet).Unprotect(WebEncoders.Base64UrlDecode(sealedText)));
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private IDataProtector ProtectorOf(string sheet) => protection.CreateProtector("Ganchao.Entry.Receipt", sheet);
}
