using Ganchao.Client.Boards;
using Ganchao.Contracts.Boards;
using Microsoft.AspNetCore.Components;

namespace Ganchao.Client.Live;

/// <summary>A page that keeps boards up to date while it is open: owns their feeds, its clock and the disposal.</summary>
public abstract class LivePage : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly List<BoardFeed> _feeds = [];
    private HttpClient? _http;
    private Task _running = Task.CompletedTask;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _http?.Dispose();
        _closing.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Hears of a board once the page begins.</summary>
    private protected BoardFeed Feed(BoardView view, ViewerKind viewer)
    {
        _http ??= new HttpClient { BaseAddress = new Uri(Navigation.BaseUri) };
        var feed = new BoardFeed(view.Item.Board.ToString(), viewer, _http, Time);
        feed.Changed += Heard;
        _feeds.Add(feed);
        return feed;
    }

    protected void Begin() => _running = RunAsync();

    protected void LoadAnew() => Navigation.Refresh(forceReload: true);

    /// <summary>Something is new. A page whose own board, the first, is unknown now shows so once it is loaded anew.</summary>
    protected virtual void Heard()
    {
        if (_feeds[0].IsUnknown)
        {
            LoadAnew();
        }

        StateHasChanged();
    }

    private async Task RunAsync()
    {
        try
        {
            await await Task.WhenAny(_feeds.Select(feed => feed.RunAsync(_closing.Token)).Append(TickAsync()));
        }
#pragma warning disable CA1031 // Whatever nobody thought of must not leave a board that looks alive: the page is loaded anew.
        catch (Exception) when (!_closing.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LoadAnew();
        }
    }

    // Ages grow without anybody saying so.
    private async Task TickAsync()
    {
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1), Time);
        while (await second.WaitForNextTickAsync(_closing.Token))
        {
            StateHasChanged();
        }
    }
}
