using System.Collections.Concurrent;
using System.Text.Json;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Json;

namespace Ganchao.Cluster.Tests.Crashes;

/// <summary>What a server has acknowledged, over all its lives.</summary>
internal sealed class Acknowledged
{
    private readonly ConcurrentDictionary<string, int> _lists = [];

    /// <summary>Different lists that were acknowledged.</summary>
    public int Lists => _lists.Count;

    public ConcurrentDictionary<(string Stream, Guid Id), long> Receipts { get; } = [];

    public void Add(string address, string answer)
    {
        _lists.TryAdd(address, 0);
        if (!address.Contains("/shifts/", StringComparison.Ordinal))
        {
            return;
        }

        var entries = JsonSerializer.Deserialize<EntryAnswer>(answer, GanchaoJson.Options)!;
        foreach (var receipt in entries.Entries)
        {
            // A receipt that is given again is the first one.
            Assert.Equal(receipt.Seq, Receipts.GetOrAdd((entries.Sheet, receipt.Id), receipt.Seq));
        }
    }
}

/// <summary>The way to a server: notes what it acknowledges and calls somebody once enough was.</summary>
internal sealed class WatchedNetwork(Acknowledged acknowledged, int enough, Action onEnough) : DelegatingHandler
{
    private int _called;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        var address = request.RequestUri!.PathAndQuery;
        if (answer.IsSuccessStatusCode && !address.Contains("dryRun", StringComparison.Ordinal))
        {
            acknowledged.Add(address, await answer.Content.ReadAsStringAsync(cancellationToken));
            if (acknowledged.Lists >= enough && Interlocked.Exchange(ref _called, 1) == 0)
            {
                onEnough();
            }
        }

        return answer;
    }
}
