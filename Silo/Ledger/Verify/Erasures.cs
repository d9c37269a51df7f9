using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Ganchao.Grains.Ledger;

namespace Ganchao.Silo.Ledger.Verify;

/// <summary>
/// Private contents against the events that commit to them. A content that is gone may have been erased by an event
/// that comes later in the reading, so those wait for the end; memory grows with erasures only.
/// </summary>
internal sealed class Erasures(IPrivateProjection? projection)
{
    private readonly Dictionary<(string Plant, Guid Id), Finding> _gone = [];
    private readonly Dictionary<(string Plant, Guid Id), Finding> _erased = [];

    public async Task<List<Finding>> LookAsync(
        ILedgerSnapshot snapshot, RawEvent raw, StoredEvent? stored, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        if (stored is null || projection is null)
        {
            return findings;
        }

        foreach (var commitment in projection.Committed(stored))
        {
            var content = await snapshot.ReadPrivateAsync(raw.Plant, commitment.Id, cancellationToken);
            if (content is null)
            {
                _gone[(raw.Plant, commitment.Id)] = About(
                    raw, FindingKind.PrivateMissing, $"private content {commitment.Id} is gone, and nothing says it was erased");
            }
            else if (!HMACSHA256.HashData(content.Key.Span, content.Content.Span)
                .AsSpan().SequenceEqual(commitment.Hmac.Span))
            {
                findings.Add(About(
                    raw, FindingKind.PrivateDifferent, $"private content {commitment.Id} is not what the event commits to"));
            }
        }

        foreach (var id in projection.Erased(stored))
        {
            _erased[(raw.Plant, id)] = About(
                raw, FindingKind.PrivateNotErased, $"it says that private content {id} was erased, but it is there");
        }

        return findings;
    }

    public async IAsyncEnumerable<Finding> CompareAsync(
        ILedgerSnapshot snapshot, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (content, finding) in _gone)
        {
            if (!_erased.ContainsKey(content))
            {
                yield return finding;
            }
        }

        foreach (var ((plant, id), finding) in _erased)
        {
            if (await snapshot.ReadPrivateAsync(plant, id, cancellationToken) is not null)
            {
                yield return finding;
            }
        }
    }

    private static Finding About(RawEvent raw, FindingKind kind, string what) =>
        new(kind, raw.Plant, raw.Stream, raw.Seq, raw.Position, what);
}
