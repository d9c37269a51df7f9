using System.Text.Json;
using Ganchao.Bench.CommandLine;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ganchao.Bench.Live;

/// <summary>
/// What the framework costs by itself: the same requests and messages from a hub with its own groups, without grains, ledger
/// or scoring. An entry is counted in memory; two clocks send a whole frame to their groups where something was counted.
/// </summary>
internal static class BareHub
{
    public const string Verb = "bare-hub";

    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(string[] args)
    {
        var frame = JsonSerializer.Deserialize<BoardFrame>(
            await File.ReadAllTextAsync(Options.Text(args, "--frame")!), GanchaoJson.Options)!;
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(new BareBoard(frame));
        builder.Services.AddHostedService<BareClocks>();
        builder.Services.ConfigureHttpJsonOptions(json => GanchaoJson.Configure(json.SerializerOptions));
        builder.Services.AddSignalR(hub =>
        {
            hub.KeepAliveInterval = KeepAlive;
            hub.ClientTimeoutInterval = 3 * KeepAlive;
        }).AddJsonProtocol(json => GanchaoJson.Configure(json.PayloadSerializerOptions));

        var app = builder.Build();
        app.MapHub<BareBoardHub>(BoardAddress.Hub);
        app.MapGet("/health/ready", () => Results.Ok());
        app.MapPut("/api/shifts/{plant}/{team}/{date}/{kind}/entries", (string team, EntryList list, BareBoard board) =>
            board.Enter(team, list));
        await app.RunAsync();
        return 0;
    }
}

/// <summary>A frame of the real board's size, in which the probed team's total counts.</summary>
internal sealed class BareBoard(BoardFrame frame)
{
    private long _others;
    private long _probed;

    /// <summary>All entries so far.</summary>
    public long Entries => Volatile.Read(ref _others) + Volatile.Read(ref _probed);

    public void Enter(string team, EntryList list) => Interlocked.Add(
        ref team == MadeUpPlant.ProbedTeam ? ref _probed : ref _others, list.Entries.Count);

    public BoardFrame Frame() => frame with
    {
        Epoch = 1,
        Seq = Entries,
        Rows = [.. frame.Rows.Select(row =>
            row.Entrant == MadeUpPlant.ProbedTeam ? row with { Total = Volatile.Read(ref _probed) } : row)],
    };
}

/// <summary>Puts a viewer into the group of its kind and gives it the board.</summary>
internal sealed class BareBoardHub(BareBoard board) : Hub
{
    public override async Task OnConnectedAsync()
    {
        var kind = Context.GetHttpContext()?.Request.Query[BoardAddress.Viewer].ToString() ?? "";
        await Groups.AddToGroupAsync(Context.ConnectionId, kind);
        await Clients.Caller.SendAsync(nameof(IBoardClient.Frame), board.Frame().For(BoardAddress.KindOf(kind)));
    }
}

/// <summary>Five frames a second to the live viewers, one to the walls.</summary>
internal sealed class BareClocks(BareBoard board, IHubContext<BareBoardHub> hub) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        TickAsync("live", TimeSpan.FromMilliseconds(200), stoppingToken),
        TickAsync("wall", TimeSpan.FromSeconds(1), stoppingToken));

    private async Task TickAsync(string group, TimeSpan pace, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(pace);
        var sent = 0L;
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            if (board.Entries != sent)
            {
                sent = board.Entries;
                var frame = board.Frame().For(BoardAddress.KindOf(group));
                await hub.Clients.Group(group).SendAsync(nameof(IBoardClient.Frame), frame, cancellationToken);
            }
        }
    }
}
