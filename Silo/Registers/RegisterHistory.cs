using System.Text;
using Ganchao.Contracts;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Registers;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;

namespace Ganchao.Silo.Registers;

/// <summary>What was ever recorded about a thing of a register: who, when, why, and what it changed.</summary>
internal sealed class RegisterHistory(ILedger ledger, IPrivateContents contents)
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<RegisterVersion>> ReadAsync(
        PlantBook book, RegisterForm form, string key, CancellationToken cancellationToken)
    {
        var stream = new StreamId(book.Plant, StreamKind.Register, RegisterNames.Of(form.Register));
        var versions = new List<RegisterVersion>();
        RegisterLine? before = null;
        foreach (var stored in await ledger.ReadStreamAsync(stream, 0, cancellationToken))
        {
            if (EventCodec.Decode(stored) is not RegisterLine line || RegisterBook.KeyOf(line) != (form.Section, key))
            {
                continue;
            }

            versions.Add(new RegisterVersion(
                stored.At.ToOffset(book.Calendar.OffsetAt(stored.At)),
                stored.Actor,
                line.From,
                RegisterChanges.Between(form, before, line),
                await TextOf(book, line.ReasonKept, cancellationToken)));
            before = line;
        }

        versions.Reverse();
        return versions;
    }

    private async Task<string?> TextOf(PlantBook book, Commitment? kept, CancellationToken cancellationToken) =>
        kept is not null && await contents.ReadAsync(book.Plant, kept.Content, cancellationToken) is { } content
            ? Encoding.UTF8.GetString(content.Content.Span)
            : null;
}
