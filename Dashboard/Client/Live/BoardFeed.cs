using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Json;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace Ganchao.Client.Live;

/// <summary>
/// Keeps a page's board up to date for as long as the page is open: over a WebSocket, else by polling the frame, else trying
/// again for ever. All times are the page's own.
/// </summary>
internal sealed class BoardFeed(string board, ViewerKind kind, HttpClient http, TimeProvider time)
{
    private const int PollsBetweenSockets = 7;
    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(5);
    private static readonly int[] BackOffSeconds = [1, 2, 4, 8, 10];

    private readonly long _openedAt = time.GetTimestamp();
    private long? _heardAt;
    private string? _etag;

    /// <summary>The board as last heard; null before.</summary>
    public BoardFrame? Frame { get; private set; }

    /// <summary>The server's time when it last vouched for the board; null before.</summary>
    public DateTimeOffset? VouchedAt { get; private set; }

    /// <summary>The server says that there is no such board.</summary>
    public bool IsUnknown { get; private set; }

    /// <summary>The version of the pages that the server has now; null before it was heard.</summary>
    public string? Build { get; private set; }

    public FeedStatus Status { get; private set; }

    /// <summary>Since it last heard of the board, or since it was opened.</summary>
    public TimeSpan Age => time.GetElapsedTime(_heardAt ?? _openedAt);

    public LiveState State => Freshness.Of(Status, Age, _heardAt is not null);

    /// <summary>Something above has changed.</summary>
    public event Action? Changed;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var failures = 0; !cancellationToken.IsCancellationRequested;)
        {
            if (await TrySocketAsync(cancellationToken) || await TryPollingAsync(cancellationToken))
            {
                failures = 0;
                continue;
            }

            Become(FeedStatus.Down);
            await Task.Delay(BackOff(failures++), time, cancellationToken);
        }
    }

    // True where it was connected; returns when the connection has ended.
    private async Task<bool> TrySocketAsync(CancellationToken cancellationToken)
    {
        await using var connection = Connection();
        var closed = new TaskCompletionSource();
        connection.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        connection.On<BoardFrame>(nameof(IBoardClient.Frame), Take);
        connection.On<BoardDelta>(nameof(IBoardClient.Delta), delta => Take(delta, connection));
        connection.On<BoardHeartbeat>(nameof(IBoardClient.Heartbeat), beat => Take(beat, connection));
        connection.On<string>(nameof(IBoardClient.NoBoard), _ => Become(Status, isUnknown: true));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await connection.StartAsync(patience.Token);
        }
#pragma warning disable CA1031 // Whatever a browser or proxy has against WebSockets, polling is tried next, and this again after it.
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return false;
        }

        Become(FeedStatus.Socket);
        await closed.Task.WaitAsync(cancellationToken);
        Become(FeedStatus.Down);
        return true;
    }

    // True where the frame was answered; returns when it is not any more, or when a WebSocket should be tried again.
    private async Task<bool> TryPollingAsync(CancellationToken cancellationToken)
    {
        for (var polls = 0; polls < PollsBetweenSockets; polls++)
        {
            if (!await PollAsync(cancellationToken))
            {
                return polls > 0;
            }

            await Task.Delay(PollEvery, time, cancellationToken);
        }

        return true;
    }

    private async Task<bool> PollAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Get, BoardAddress.FrameOf(http.BaseAddress!, board, kind));
            if (_etag is not null)
            {
                request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(_etag));
            }

            using var answer = await http.SendAsync(request, patience.Token);
            if (answer.StatusCode is HttpStatusCode.NotFound)
            {
                Become(FeedStatus.Polling, isUnknown: true);
                return true;
            }

            if (answer.StatusCode is not HttpStatusCode.NotModified)
            {
                answer.EnsureSuccessStatusCode();
                _etag = answer.Headers.ETag?.ToString();
                await using var body = await answer.Content.ReadAsStreamAsync(patience.Token);
                Frame = await JsonSerializer.DeserializeAsync<BoardFrame>(body, GanchaoJson.Options, patience.Token);
            }

            Heard(FeedStatus.Polling, TimeOf(answer));
            return true;
        }
        catch (Exception failed) when (
            failed is HttpRequestException or OperationCanceledException or JsonException &&
            !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private HubConnection Connection()
    {
        var address = BoardAddress.HubOf(http.BaseAddress!, board, kind);
        var builder = new HubConnectionBuilder().WithUrl(address, options =>
        {
            options.Transports = HttpTransportType.WebSockets;
            options.SkipNegotiation = true;
        });
        builder.Services.Configure<JsonHubProtocolOptions>(json => GanchaoJson.Configure(json.PayloadSerializerOptions));
        var connection = builder.Build();
        connection.ServerTimeout = 3 * KeepAlive;
        connection.KeepAliveInterval = KeepAlive;
        return connection;
    }

    private void Take(BoardFrame frame)
    {
        Frame = frame;
        Heard(FeedStatus.Socket, frame.ServerTime);
    }

    private async Task Take(BoardDelta delta, HubConnection connection)
    {
        if (Frame is { } frame && delta.On(frame) is { } next)
        {
            Take(next);
        }
        else
        {
            await connection.SendAsync(nameof(IBoardHub.Snapshot));
        }
    }

    private async Task Take(BoardHeartbeat beat, HubConnection connection)
    {
        Build = beat.Build;
        if (Frame is { } frame && (frame.Epoch, frame.Seq) == (beat.Epoch, beat.Seq))
        {
            Heard(FeedStatus.Socket, beat.ServerTime);
        }
        else
        {
            await connection.SendAsync(nameof(IBoardHub.Snapshot));
        }
    }

    private void Heard(FeedStatus status, DateTimeOffset? at)
    {
        VouchedAt = at ?? VouchedAt;
        _heardAt = time.GetTimestamp();
        Become(status, isUnknown: false);
    }

    private void Become(FeedStatus status, bool? isUnknown = null)
    {
        (Status, IsUnknown) = (status, isUnknown ?? IsUnknown);
        Changed?.Invoke();
    }

    // The plant's clock, which need not be the host's.
    private static DateTimeOffset? TimeOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues(BoardFrame.TimeHeader, out var values) &&
        DateTimeOffset.TryParse(values.First(), CultureInfo.InvariantCulture, out var time)
            ? time
            : null;

    private static TimeSpan BackOff(int failures) => TimeSpan.FromSeconds(
        BackOffSeconds[Math.Min(failures, BackOffSeconds.Length - 1)] * (0.75 + (Random.Shared.NextDouble() / 2)));
}
