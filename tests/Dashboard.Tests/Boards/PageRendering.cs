using System.Net;
using System.Text.RegularExpressions;
using Ganchao.Client.Boards;
using Ganchao.Client.Wording;
using Ganchao.Contracts;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Entries;
using Ganchao.Dashboard.Accounts;
using Ganchao.Dashboard.Boards;
using Ganchao.Dashboard.Phones;
using Ganchao.Dashboard.Tests.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.HtmlRendering.Infrastructure;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ganchao.Dashboard.Tests.Boards;

/// <summary>Renders a page inside its layout as the host does, without a host.</summary>
internal sealed partial class PageRendering(IBoardReader reader, Language language = Language.Chinese)
{
    /// <summary>What the page needs besides boards.</summary>
    public Action<IServiceCollection> Others { get; init; } = _ => { };

    /// <summary>Where phones find the plant's pages; null: nowhere.</summary>
    public Uri? PhoneAddress { get; init; } = new("http://10.0.0.5:5080");

    public DefaultHttpContext Http { get; } = new();

    /// <summary>Whether the page asked for the page that says so.</summary>
    public bool WasNotFound { get; private set; }

    public async Task<string> RenderAsync<TPage>(params (string Name, object? Value)[] parameters)
        where TPage : IComponent
    {
        var navigation = new StillNavigation();
        navigation.OnNotFound += (_, _) => WasNotFound = true;
        var registered = new ServiceCollection();
        Others(registered);
        await using var services = registered
            .AddLogging()
            .AddDashboardEncoding()
            .AddSingleton(reader)
            .AddSingleton<IPhoneAddress>(new OnePhone(PhoneAddress))
            .AddSingleton<IAccountDesk, NobodySignedIn>()
            .AddSingleton<NavigationManager>(navigation)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IErrorBoundaryLogger, QuietLogger>()
            .AddCascadingValue<HttpContext>(_ => Http)
            .AddCascadingValue(_ => new ReaderLanguage(language, IsChosen: false))
            .BuildServiceProvider();
        await using var renderer = new Prerenderer(services, services.GetRequiredService<ILoggerFactory>());
        RenderFragment page = builder =>
        {
            builder.OpenComponent<TPage>(0);
            builder.AddMultipleAttributes(1, parameters.ToDictionary(p => p.Name, p => p.Value!));
            builder.CloseComponent();
        };
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var layout = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Body"] = page });
            var root = renderer.BeginRenderingComponent(typeof(PageLayout), layout);
            await root.QuiescenceTask;
            return root.ToHtmlString();
        });
    }

    /// <summary>What a reader sees: cells and blocks parted by bars.</summary>
    public static string TextOf(string html) =>
        Bars().Replace(WebUtility.HtmlDecode(Tag().Replace(html, "|")), "|").Trim('|', ' ');

    public static IReadOnlyList<string> RowsOf(string html) =>
        [.. Row().Matches(html).Select(row => TextOf(row.Value))];

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s*\|[|\s]*")]
    private static partial Regex Bars();

    [GeneratedRegex("<tr.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    /// <summary>Islands are rendered in place, as a host does it before the browser takes over.</summary>
    private sealed class Prerenderer(IServiceProvider services, ILoggerFactory loggers) : StaticHtmlRenderer(services, loggers)
    {
        protected override IComponent ResolveComponentForRenderMode(
            Type componentType,
            int? parentComponentId,
            IComponentActivator componentActivator,
            IComponentRenderMode renderMode) =>
            componentActivator.CreateInstance(componentType);
    }

    private sealed class OnePhone(Uri? address) : IPhoneAddress
    {
        public Uri? Find(Uri here) => address;
    }

    private sealed class StillNavigation : NavigationManager
    {
        public StillNavigation() => Initialize("http://plant/", "http://plant/board/main/quarter/m1");
    }

    private sealed class QuietLogger : IErrorBoundaryLogger
    {
        public ValueTask LogErrorAsync(Exception exception) => ValueTask.CompletedTask;
    }
}

/// <summary>Boards of a made-up plant.</summary>
internal sealed class FewBoards : IBoardReader
{
    public List<BoardView> Views { get; } = [];

    public Exception? Problem { get; init; }

    public static BoardView View(params BoardRow[] rows) => new(
        new BoardListItem(
            BoardId.Parse("main/quarter/m1"),
            new Names("赶超机械厂", "Ganchao Works"),
            new Names("班组季度赛", "Team quarter"),
            new Names("七月", "July"),
            new DateRange(new DateOnly(2026, 7, 1), new DateOnly(2026, 8, 1))),
        TimeSpan.FromHours(8),
        new BoardFrame(
            "main/quarter/m1",
            Epoch: 1,
            Seq: 1,
            new DateTimeOffset(2026, 7, 3, 6, 5, 3, TimeSpan.Zero),
            new DateOnly(2026, 7, 3),
            BoardMode.Current,
            "3fa94c1d5b",
            Position: 12,
            new Names("班组季度赛", "Team quarter"),
            [new BoardColumn("output", new Names("产量", "Output"), "t", 2, 1)],
            [],
            rows));

    public static BoardRow Row(string team, decimal? place, decimal? total, string? division = null) => new(
        team, new Names(team), division, place, Guest: false, total, Mark: null, Eligible: true,
        [new BoardCell(total, total, null)], []);

    public async Task<IReadOnlyList<BoardListItem>> ListAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        return Problem is null ? [.. Views.Select(view => view.Item)] : throw Problem;
    }

    public BoardView? Beside { get; init; }

    public Task<BoardView?> ReadBesideAsync(BoardId board, CancellationToken cancellationToken) => Task.FromResult(Beside);

    public async Task<BoardView?> ReadAsync(BoardId board, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return Problem is null ? Views.Find(view => view.Item.Board == board) : throw Problem;
    }
}
