using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Json;
using Ganchao.Dashboard.Boards;
using Ganchao.Dashboard.Explanations;
using Ganchao.Dashboard.Phones;
using Ganchao.Dashboard.Statistics;
using Ganchao.Silo.Hosting;
using Ganchao.Silo.Identity;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;

namespace Ganchao.Silo.Live;

/// <summary>Boards as they move: the hub, the relay behind it, and the reader of first frames.</summary>
internal static class LiveHosting
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(5);

    public static void AddLiveBoards(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IBoardReader, BoardReader>();
        builder.Services.AddSingleton<IExplanationReader, ExplanationReader>();
        builder.Services.AddSingleton<IStatisticsReader, StatisticsReader>();
        builder.Services.AddSingleton<HeavyQueue>();
        builder.Services.AddSingleton<IPhoneAddress, PhoneAddress>();
        builder.Services.AddSingleton<BoardRelay>();
        builder.Services.AddSingleton<StageFinaliser>();
        builder.Services.AddHostedService<TailReader>();
        builder.Services.AddSignalR(hub =>
        {
            hub.KeepAliveInterval = KeepAlive;
            hub.ClientTimeoutInterval = 3 * KeepAlive;
        }).AddJsonProtocol(json => GanchaoJson.Configure(json.PayloadSerializerOptions));
        builder.Services.AddSingleton<HubLifetimeManager<BoardHub>, BoardConnections>();
    }

    /// <summary>WebSockets only: whoever cannot have one polls the frame, which any silo answers.</summary>
    public static void MapLiveBoards(this WebApplication app) =>
        app.MapHub<BoardHub>(BoardAddress.Hub, hub => hub.Transports = HttpTransportType.WebSockets)
            .Needs(Right.Open);
}
