using Ganchao.Client.Wording;
using Ganchao.Dashboard.Accounts;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Exclusions;
using Ganchao.Dashboard.Grids;
using Ganchao.Dashboard.Offline;
using Ganchao.Dashboard.Tests.Accounts;
using Ganchao.Dashboard.Tests.Exclusions;
using Ganchao.Dashboard.Tests.Grids;
using Ganchao.Dashboard.Tests.Offline;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Ganchao.Dashboard.Tests.Entry;

/// <summary>Renders an entry page inside its layout, and posts its form as a browser without scripts does.</summary>
internal sealed class EntryRendering(
    IEntryDesk desk, Language language = Language.Chinese, IExclusionDesk? exclusions = null, IGridDesk? grids = null)
{
    private readonly FirstPage _pages = new();

    public DefaultHttpContext Http { get; } = new();

    public ReceiptSeal Seal { get; } = new(new EphemeralDataProtectionProvider());

    /// <summary>Whether the page asked for the page that says so.</summary>
    public bool WasNotFound { get; private set; }

    /// <summary>Where a post is redirected to.</summary>
    public string Location => Http.Response.Headers.Location.ToString();

    public Task<string> GetAsync<TPage>(params (string Name, object? Value)[] parameters)
        where TPage : IComponent => RenderAsync(typeof(TPage), parameters, null);

    public Task<string> PostAsync(params (string Name, string Value)[] fields)
    {
        Http.Request.ContentType = "application/x-www-form-urlencoded";
        Http.Request.Form = FormOf(fields);
        return RenderAsync(typeof(ShiftEntryPage), [], page => ((ShiftEntryPage)page).PostAsync());
    }

    /// <summary>A field that is posted twice has both values.</summary>
    private static FormCollection FormOf((string Name, string Value)[] fields) => new(fields
        .GroupBy(field => field.Name)
        .ToDictionary(field => field.Key, field => new StringValues([.. field.Select(given => given.Value)])));

    public Task<string> PostCorrectionAsync(Guid entry, params (string Name, string Value)[] fields)
    {
        Http.Request.ContentType = "application/x-www-form-urlencoded";
        Http.Request.Form = FormOf(fields);
        return RenderAsync(typeof(CorrectionPage), [("Entry", entry)], page => ((CorrectionPage)page).PostAsync());
    }

    public Task<string> PostExclusionAsync(params (string Name, string Value)[] fields)
    {
        Http.Request.ContentType = "application/x-www-form-urlencoded";
        Http.Request.Form = FormOf(fields);
        return RenderAsync(typeof(ExclusionPage), [], page => ((ExclusionPage)page).PostAsync());
    }

    public async Task<string> RenderAsync(
        Type type, (string Name, object? Value)[] parameters, Func<IComponent, Task>? post)
    {
        await using var services = Services();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        RenderFragment body = builder =>
        {
            builder.OpenComponent(0, type);
            builder.AddMultipleAttributes(1, Address(type, parameters));
            builder.CloseComponent();
        };
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var layout = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Body"] = body });
            var root = await renderer.RenderComponentAsync<PageLayout>(layout);
            if (post is not null && _pages.Page is { } page)
            {
                await ((IHandleEvent)page).HandleEventAsync(new EventCallbackWorkItem(() => post(page)), null);
            }

            return root.ToHtmlString();
        });
    }

    private static IEnumerable<KeyValuePair<string, object>> Address(
        Type type, IEnumerable<(string Name, object? Value)> parameters)
    {
        (string Name, object?)[] address = [("Plant", "main"), ("Team", "7"), ("Owner", "7"), ("Date", "2026-07-09"), ("Kind", "day")];
        return address
            .Where(part => type.GetProperty(part.Name) is not null && parameters.All(given => given.Name != part.Name))
            .Concat(parameters)
            .Select(part => KeyValuePair.Create(part.Item1, part.Item2!));
    }

    private StillNavigation Navigation()
    {
        var navigation = new StillNavigation();
        navigation.OnNotFound += (_, _) => WasNotFound = true;
        return navigation;
    }

    private ServiceProvider Services() => new ServiceCollection()
        .AddLogging()
        .AddDashboardEncoding()
        .AddSingleton(desk)
        .AddSingleton(exclusions ?? new FewExclusions())
        .AddSingleton(grids ?? new FewGrids())
        .AddSingleton(Seal)
        .AddSingleton<IOfflineOffer>(new NoOffer())
        .AddSingleton<IAccountDesk, NobodySignedIn>()
        .AddSingleton<IComponentActivator>(_pages)
        .AddSingleton<NavigationManager>(Navigation())
        .AddSingleton<AntiforgeryStateProvider, NoAntiforgery>()
        .AddSingleton<IErrorBoundaryLogger, QuietLogger>()
        .AddCascadingValue<HttpContext>(_ => Http)
        .AddCascadingValue(_ => new ReaderLanguage(language, IsChosen: false))
        .BuildServiceProvider();

    /// <summary>Remembers the page among the components that are made.</summary>
    private sealed class FirstPage : IComponentActivator
    {
        public IComponent? Page { get; private set; }

        public IComponent CreateInstance(Type componentType)
        {
            var made = (IComponent)Activator.CreateInstance(componentType)!;
            if (made is ShiftEntryPage or CorrectionPage or ExclusionPage)
            {
                Page = made;
            }

            return made;
        }
    }

    private sealed class StillNavigation : NavigationManager
    {
        public StillNavigation() => Initialize("http://plant/", "http://plant/entry/main/7/2026-07-09/day");
    }

    private sealed class NoAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }

    private sealed class QuietLogger : IErrorBoundaryLogger
    {
        public ValueTask LogErrorAsync(Exception exception) => ValueTask.CompletedTask;
    }
}
