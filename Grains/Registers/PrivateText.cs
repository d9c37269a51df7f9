using System.Text;
using Ganchao.Contracts;
using Ganchao.Grains.Ledger;

namespace Ganchao.Grains.Registers;

/// <summary>
/// The free text of a line, which the ledger only commits to. Of a line as sent it has the text, of a recorded one the
/// commitment.
/// </summary>
/// <param name="Text">As sent; null where there is none.</param>
/// <param name="Kept">As recorded; null where there is none.</param>
/// <param name="With">The line without its text, holding the commitment instead.</param>
internal sealed record PrivateText<TLine>(string? Text, Commitment? Kept, Func<Commitment?, TLine> With)
{
    /// <summary>The line as the ledger holds it, and the content to store beside it.</summary>
    public (TLine Line, PrivateContent? Private) Keep()
    {
        if (string.IsNullOrEmpty(Text))
        {
            return (With(null), null);
        }

        var (content, commitment) = Commitments.Keep(Text);
        return (With(commitment), content);
    }

    /// <summary>
    /// Whether this text is what was kept. Erased content, which is null, counts as the same: nobody can tell any more.
    /// </summary>
    public bool IsSame(Commitment? kept, PrivateContent? content) =>
        kept is null || string.IsNullOrEmpty(Text)
            ? kept is null && string.IsNullOrEmpty(Text)
            : content is null || content.Content.Span.SequenceEqual(Encoding.UTF8.GetBytes(Text));
}
