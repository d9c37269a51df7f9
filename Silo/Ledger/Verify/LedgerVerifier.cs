using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Ganchao.Grains.Ledger;

namespace Ganchao.Silo.Ledger.Verify;

/// <summary>
/// Looks whether the database still says what was written: chains, positions, copies, facts, private contents, photos. It
/// reads in pages, so memory holds one page and one stream's facts, whatever the ledger's size.
/// <para>
/// What the database alone cannot show: somebody who owns it can remove a plant's last events together with their
/// facts and lower its counter, exchange positions of different streams, or write a stream anew from some event
/// to its end. Each of these changes the digest between positions that were printed before; compare that.
/// </para>
/// </summary>
internal sealed class LedgerVerifier(
    IFactProjection facts, IPrivateProjection? privates, int page = 2000, IEvidenceBytes? evidence = null)
{
    private const int MaxOrphans = 1000;

    /// <summary>SHA-256 over the hashes of a plant's events after one position up to another, in that order.</summary>
    /// <exception cref="InvalidOperationException">A position of the range is missing.</exception>
    public async Task<byte[]> DigestAsync(
        ILedgerSnapshot snapshot, string plant, long afterPosition, long upToPosition, CancellationToken cancellationToken)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var last = afterPosition; last < upToPosition;)
        {
            var limit = (int)Math.Min(page, upToPosition - last);
            var rows = await snapshot.ReadPositionsAsync(plant, last, limit, cancellationToken);
            foreach (var row in rows.TakeWhile(row => row.Position == last + 1))
            {
                sha.AppendData(row.Hash);
                last++;
            }

            if (rows.Count == 0 || rows[^1].Position != last)
            {
                throw new InvalidOperationException($"Position {last + 1} of plant {plant} is missing: run verify.");
            }
        }

        return sha.GetHashAndReset();
    }

    /// <summary>Everything that is wrong, as it is found.</summary>
    public async IAsyncEnumerable<Finding> FindAsync(
        ILedgerSnapshot snapshot, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var decided = new DecidedStages();
        await foreach (var finding in FindInStreamsAsync(snapshot, decided, cancellationToken))
        {
            yield return finding;
        }

        var counters = await snapshot.ReadCountersAsync(cancellationToken);
        foreach (var counter in counters)
        {
            await foreach (var finding in FindInPositionsAsync(snapshot, counter, cancellationToken))
            {
                yield return finding;
            }
        }

        foreach (var orphan in await snapshot.ReadOrphansAsync(MaxOrphans, cancellationToken))
        {
            yield return Extra(orphan);
        }

        var standings = new SavedStandings(
            counters.ToDictionary(counter => counter.Plant, counter => counter.Last), decided);
        await foreach (var finding in standings.FindAsync(snapshot, cancellationToken))
        {
            yield return finding;
        }
    }

    private async IAsyncEnumerable<Finding> FindInStreamsAsync(
        ILedgerSnapshot snapshot,
        DecidedStages decided,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var expected = new ExpectedFacts(facts);
        var erased = new Erasures(privates);
        var files = new AttachedFiles(evidence);
        StreamChain? chain = null;
        RawEvent? last = null;
        IReadOnlyList<RawEvent> events;
        do
        {
            events = await snapshot.ReadEventsAsync(last, page, cancellationToken);
            foreach (var raw in events)
            {
                if (last is null || (raw.StreamDate, raw.Stream) != (last.StreamDate, last.Stream))
                {
                    chain = new StreamChain(raw.Stream);
                    if (expected.Count >= page)
                    {
                        foreach (var finding in await expected.CompareAsync(snapshot, cancellationToken))
                        {
                            yield return finding;
                        }
                    }
                }

                var findings = chain!.Next(raw, out var stored);
                foreach (var finding in findings)
                {
                    yield return finding;
                }

                expected.Add(raw, stored);
                decided.Add(stored);
                files.Add(stored);
                foreach (var finding in await erased.LookAsync(snapshot, raw, stored, cancellationToken))
                {
                    yield return finding;
                }

                last = raw;
            }
        }
        while (events.Count == page);

        foreach (var finding in await expected.CompareAsync(snapshot, cancellationToken))
        {
            yield return finding;
        }

        await foreach (var finding in erased.CompareAsync(snapshot, cancellationToken))
        {
            yield return finding;
        }

        await foreach (var finding in files.CompareAsync(cancellationToken))
        {
            yield return finding;
        }
    }

    private async IAsyncEnumerable<Finding> FindInPositionsAsync(
        ILedgerSnapshot snapshot, RawCounter counter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = 0L;
        IReadOnlyList<RawPosition> rows;
        do
        {
            rows = await snapshot.ReadPositionsAsync(counter.Plant, last, page, cancellationToken);
            foreach (var row in rows)
            {
                if (row.Position != last + 1)
                {
                    yield return Missing(counter.Plant, last, row.Position);
                }

                last = row.Position;
            }
        }
        while (rows.Count == page);

        if (last != counter.Last)
        {
            yield return new Finding(
                FindingKind.CounterWrong,
                counter.Plant,
                "",
                0,
                last,
                FormattableString.Invariant($"the counter says {counter.Last}, the last event has {last}"));
        }
    }

    private static Finding Missing(string plant, long before, long after) => new(
        FindingKind.PositionMissing,
        plant,
        "",
        0,
        before + 1,
        FormattableString.Invariant($"{after} follows {before}: what was between them was removed"));

    internal static Finding Extra(RawFact fact) => new(
        FindingKind.FactExtra,
        fact.Plant,
        fact.Stream,
        fact.Seq,
        0,
        FormattableString.Invariant($"the row of line {fact.Line} comes from no event"));
}
