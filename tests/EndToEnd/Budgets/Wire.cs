using System.Text.Json;
using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Budgets;

/// <summary>What comes over the wire for one page: headers, bodies as they were compressed, and what sockets say.</summary>
internal sealed class Wire
{
    private readonly Dictionary<string, string> _addressById = [];

    private Wire()
    {
    }

    public long Bytes { get; private set; }

    /// <summary>The answers that came over the wire, not out of the browser's cache, by their addresses.</summary>
    public Dictionary<string, WireAnswer> Answers { get; } = [];

    public override string ToString() => string.Join('\n', Answers
        .OrderByDescending(answer => answer.Value.Bytes).Select(answer => $"{answer.Value.Bytes,9} {answer.Key}"));

    public static async Task<Wire> TapAsync(IPage page)
    {
        var wire = new Wire();
        var session = await page.Context.NewCDPSessionAsync(page);
        session.Event("Network.responseReceived").OnEvent += (_, said) => wire.Hear(said!.Value);
        session.Event("Network.loadingFinished").OnEvent += (_, said) => wire.Finish(said!.Value);
        session.Event("Network.webSocketFrameReceived").OnEvent += (_, said) =>
            wire.Bytes += said!.Value.GetProperty("response").GetProperty("payloadData").GetString()!.Length;
        await session.SendAsync("Network.enable");
        return wire;
    }

    /// <summary>From now on the page is on a line of this speed.</summary>
    public static async Task SlowDownAsync(IPage page, int bitsPerSecond, TimeSpan latency)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
        {
            ["offline"] = false,
            ["latency"] = latency.TotalMilliseconds,
            ["downloadThroughput"] = bitsPerSecond / 8,
            ["uploadThroughput"] = bitsPerSecond / 8,
        });
    }

    private void Hear(JsonElement said)
    {
        var response = said.GetProperty("response");
        if (!response.GetProperty("fromDiskCache").GetBoolean())
        {
            var address = response.GetProperty("url").GetString()!;
            _addressById[said.GetProperty("requestId").GetString()!] = address;
            var headers = response.GetProperty("headers").EnumerateObject()
                .ToDictionary(header => header.Name, header => header.Value.GetString()!, StringComparer.OrdinalIgnoreCase);
            Answers[address] = new WireAnswer(headers, 0);
        }
    }

    private void Finish(JsonElement said)
    {
        if (_addressById.TryGetValue(said.GetProperty("requestId").GetString()!, out var address))
        {
            var bytes = (long)said.GetProperty("encodedDataLength").GetDouble();
            Bytes += bytes;
            Answers[address] = Answers[address] with { Bytes = Answers[address].Bytes + bytes };
        }
    }
}

/// <summary>An answer's headers, and its length with them.</summary>
internal sealed record WireAnswer(IReadOnlyDictionary<string, string> Headers, long Bytes);
