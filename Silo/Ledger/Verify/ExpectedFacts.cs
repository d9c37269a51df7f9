using Ganchao.Grains.Ledger;

namespace Ganchao.Silo.Ledger.Verify;

/// <summary>The facts that the events of some streams leave, to be compared with those that are stored.</summary>
internal sealed class ExpectedFacts(IFactProjection projection)
{
    private readonly HashSet<RawStream> _streams = [];
    private readonly HashSet<RawStream> _unknown = [];
    private readonly Dictionary<(RawStream Stream, long Line), (RawFact Fact, long Position)> _facts = [];
    private int _events;

    /// <summary>Events since the last comparison.</summary>
    public int Count => _events;

    public void Add(RawEvent raw, StoredEvent? stored)
    {
        _events++;
        var stream = new RawStream(raw.StreamDate, raw.Stream);
        _streams.Add(stream);
        if (stored is null)
        {
            _unknown.Add(stream); // What the event says cannot be read, so neither can its facts be judged.
        }
        else if (Project(stored, stream) is { } fact)
        {
            var key = (stream, fact.Line);
            if (!_facts.TryGetValue(key, out var earlier) || earlier.Fact.Seq < fact.Seq)
            {
                _facts[key] = (RawFact.Of(fact), raw.Position);
            }
        }
    }

    public async Task<List<Finding>> CompareAsync(ILedgerSnapshot snapshot, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var actual = await snapshot.ReadFactsAsync([.. _streams], cancellationToken);
        foreach (var fact in actual)
        {
            var stream = new RawStream(fact.StreamDate, fact.Stream);
            if (!_facts.Remove((stream, fact.Line), out var expected))
            {
                if (!_unknown.Contains(stream))
                {
                    findings.Add(LedgerVerifier.Extra(fact));
                }
            }
            else if (expected.Fact != fact && !_unknown.Contains(stream))
            {
                findings.Add(Wrong(FindingKind.FactDifferent, expected, $"the row says {fact}, the events {expected.Fact}"));
            }
        }

        foreach (var ((stream, _), missing) in _facts)
        {
            if (!_unknown.Contains(stream))
            {
                findings.Add(Wrong(FindingKind.FactMissing, missing, "its row is not there"));
            }
        }

        _streams.Clear();
        _unknown.Clear();
        _facts.Clear();
        _events = 0;
        return findings;
    }

    private FactRow? Project(StoredEvent stored, RawStream stream)
    {
        try
        {
            return projection.Project(stored);
        }
#pragma warning disable CA1031 // Whatever a changed payload does to its reader: the hash is what names it.
        catch (Exception)
#pragma warning restore CA1031
        {
            _unknown.Add(stream);
            return null;
        }
    }

    private static Finding Wrong(FindingKind kind, (RawFact Fact, long Position) expected, string what) => new(
        kind,
        expected.Fact.Plant,
        expected.Fact.Stream,
        expected.Fact.Seq,
        expected.Position,
        FormattableString.Invariant($"line {expected.Fact.Line}: {what}"));
}
