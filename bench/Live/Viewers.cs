using System.Net.WebSockets;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Json;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Http.Connections.Client;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Ganchao.Bench.Live;

/// <summary>Viewers of one kind at one board: some that measure, and any number that count.</summary>
internal sealed class Viewers(Uri server, ViewerKind kind) : IAsyncDisposable
{
    private const int OpenedAtOnce = 32;
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongerThanAnyRun = TimeSpan.FromHours(1);

    private readonly FrameCount _count = new();
    private readonly List<HubConnection> _measuringConnections = [];
    private readonly List<HubConnection> _countingConnections = [];
    private readonly List<MeasuringViewer> _measuring = [];
    private int _lost;
    private bool _isClosing;

    public IReadOnlyList<MeasuringViewer> Measuring => _measuring;

    /// <summary>Those that count.</summary>
    public int Counting => _countingConnections.Count;

    /// <summary>Connections that ended before they were closed.</summary>
    public int Lost => _lost;

    /// <summary>Frames and deltas that came to those that count, and their bytes.</summary>
    public (long Messages, long Bytes) Received => (_count.Messages, _count.Bytes);

    public async Task OpenMeasuringAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var connection = Connection(factory: null);
            _measuring.Add(new MeasuringViewer(connection));
            _measuringConnections.Add(connection);
        }

        await OpenAsync(_measuringConnections);
    }

    public async Task OpenCountingAsync(int count)
    {
        _isClosing = false;
        _countingConnections.AddRange(Enumerable.Range(0, count).Select(_ => Connection(CountAsync)));
        await OpenAsync(_countingConnections);
    }

    public async Task CloseCountingAsync()
    {
        _isClosing = true;
        await Parallel.ForEachAsync(_countingConnections, async (connection, _) => await connection.DisposeAsync());
        _countingConnections.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseCountingAsync();
        foreach (var connection in _measuringConnections)
        {
            await connection.DisposeAsync();
        }
    }

    private static Task OpenAsync(IEnumerable<HubConnection> connections) => Parallel.ForEachAsync(
        connections,
        new ParallelOptions { MaxDegreeOfParallelism = OpenedAtOnce },
        async (connection, cancellationToken) => await connection.StartAsync(cancellationToken));

    private async ValueTask<WebSocket> CountAsync(WebSocketConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(context.Uri, cancellationToken);
        return new CountingSocket(socket, _count);
    }

    private HubConnection Connection(
        Func<WebSocketConnectionContext, CancellationToken, ValueTask<WebSocket>>? factory)
    {
        var address = BoardAddress.HubOf(server, MadeUpPlant.Board, kind);
        var builder = new HubConnectionBuilder().WithUrl(address, options =>
        {
            options.Transports = HttpTransportType.WebSockets;
            options.SkipNegotiation = true;
            options.WebSocketFactory = factory;
        });
        builder.Services.Configure<JsonHubProtocolOptions>(json => GanchaoJson.Configure(json.PayloadSerializerOptions));
        var connection = builder.Build();
        connection.KeepAliveInterval = KeepAlive;
        connection.ServerTimeout = LongerThanAnyRun; // It does not hear what is only counted.
        connection.Closed += _ =>
        {
            Interlocked.Add(ref _lost, _isClosing ? 0 : 1);
            return Task.CompletedTask;
        };
        return connection;
    }
}
