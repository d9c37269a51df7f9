using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Ganchao.Cluster.Tests.Entry;
using Ganchao.Contracts.Identity;
using Ganchao.Silo.Hosting;
using Ganchao.Silo.Identity;
using Ganchao.Silo.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Ganchao.Cluster.Tests.Identity;

/// <summary>Every endpoint, by every role, for the own unit, another unit and another plant; and by nobody.</summary>
public sealed partial class AccessTests
{
    /// <summary>The roles in the order of <see cref="Role"/>, a letter each.</summary>
    private const string Letters = "VWLSBPDOCRFJYAM";

    /// <summary>
    /// Who gets past the gate; a star: whoever reaches the system. An address that names a team or department is closed to those
    /// of another unit.
    /// </summary>
    private const string Written =
        """
        LSBPDOF          PUT  /api/shifts/{plant}/{team}/{date}/{kind}/entries
        LSBPDOF          PUT  /api/shifts/{plant}/{team}/{date}/{kind}/entries/{id:guid}
        LSB              PUT  /api/shifts/{plant}/{team}/{date}/{kind}/sign-off/{id:guid}
        LSBPDOF          PUT  /api/shifts/{plant}/{team}/{date}/{kind}/nothing/{id:guid}
        LSBPDOF          PUT  /api/shifts/{plant}/{team}/{date}/{kind}/entries/{entry:guid}/evidence/{id:guid}
        M                DELETE /api/shifts/{plant}/{team}/{date}/{kind}/evidence/{sha256}
        WLSBPDOCRFJAM    GET  /evidence/{plant}/{team}/{date}/{kind}/{sha256}
        LB               PUT  /api/shifts/{plant}/{team}/{date}/{kind}/confirmations/{id:guid}
        LB               PUT  /api/shifts/{plant}/{owner}/{date}/{kind}/loans/{id:guid}
        WLSBPDOCRFJAM    GET  /api/shifts/{plant}/{team}/{date}/{kind}/
        LSBPDOF          PUT  /api/shifts/{plant}/{team}/{date}/{kind}/typed
        WLSBPDOCRFJAM    GET  /api/shifts/{plant}/{team}/{date}/{kind}/tracks
        VWLSBPDOCRFJYAM  GET  /api/outbox/owner
        LBSDPO           PUT  /api/shifts/{plant}/{owner}/{date}/{kind}/exclusions/{id:guid}/
        LBSDPO           PUT  /api/shifts/{plant}/{owner}/{date}/{kind}/exclusions/{id:guid}/answer/{answerId:guid}
        SDBPOFRJ         PUT  /api/departments/{plant}/{department}/{period}/{date}/entries
        WLSBPDOCRFJAM    GET  /api/departments/{plant}/{department}/{period}/{date}/
        SLFDBPOWRJ       PUT  /api/events/{plant}/{event}/entries
        WLSBPDOCRFJAM    GET  /api/events/{plant}/{event}/
        MPO              PUT  /api/plants/{plant}/registers/{register}/lines
        OC               PUT  /api/plants/{plant}/competitions/{competition}/lines
        OBP              PUT  /api/plants/{plant}/projects/{project}/lines
        OCBPAM           POST /api/rulebooks/check
        O                PUT  /api/plants/{plant}/rulebooks/{id:guid}
        *                GET  /api/plants/{plant}/rulebooks/{hash}
        D                PUT  /api/certifications/{plant}/{measure}/{kind}/{subject}/{start}/{end}
        C                PUT  /api/boards/{plant}/{competition}/{stage}/final/{id:guid}
        *                GET  /api/boards/{plant}/{competition}/{stage}/frame
        *                GET  /api/boards/{plant}/{competition}/{stage}/explanations/{entrant}
        OCBPAM           POST /api/boards/{plant}/{competition}/{stage}/preview
        *                GET  /api/boards/{plant}/{competition}/{stage}/recount
        M                POST /api/plants/{plant}/rebuild
        *                GET  /openapi/{documentName}.json
        *                GET  /health/live
        *                GET  /health/ready
        *                GET  /hubs/board
        *                GET  /hubs/board/negotiate
        *                GET  /board/{plant}/{competition}/{stage}/picture.svg
        VWLSBPDOCRFJYAM  GET  /account/data
        *                GET  /
        *                GET  /board/{Plant}/{Competition}/{Stage}
        *                GET  /board/{Plant}/{Competition}/{Stage}/picture
        *                GET  /wall/{Plant}/{Competition}/{Stage}
        *                GET  /explain/{Plant}/{Competition}/{Stage}/{Entrant}
        *                GET  /statistics
        *                GET  /statistics/{Plant}
        *                GET  /not-found
        *                GET  /status/{Code:int}
        *                GET  /status/400
        *                GET  /status/401
        *                GET  /status/403
        *                GET  /status/413
        *                GET  /status/429
        *                GET  /sign-in
        *                POST /sign-in/passkey
        VWLSBPDOCRFJYAM  POST /account/passkey
        VWLSBPDOCRFJYAM  GET  /account/passkeys
        *                GET  /sign-out
        *                GET  /tablet
        M                GET  /tablets
        *                GET  /set-up
        VWLSBPDOCRFJYAM  GET  /account
        M                GET  /accounts
        M                GET  /registers
        M                GET  /registers/{Plant}/calendar
        M                GET  /registers/{Plant}/{Register}
        M                GET  /registers/{Plant}/{Register}/edit
        M                GET  /registers/{Plant}/{Register}/import
        M                GET  /registers/{plant}/{register}/list.csv
        WLSBPDOCRFJAM    GET  /entry
        VWLSBPDOCRFJYAM  GET  /entry/outbox
        *                GET  /entry/offline
        WLSBPDOCRFJAM    GET  /entry/exclusions
        LB               GET  /entry/confirm
        LBSDPO           GET  /entry/exclusions/{Plant}/{Owner}/{Date}/{Kind}
        LSBPDOF          GET  /entry/{Plant}/{Team}/{Date}/{Kind}
        LSBPDOF          GET  /entry/correct/{Plant}/{Team}/{Date}/{Kind}/{Entry:guid}
        LSBPDOF          GET  /entry/evidence/{Plant}/{Team}/{Date}/{Kind}/{Entry:guid}
        LSBPDOF          GET  /entry/blank
        LSBPDOF          GET  /entry/day
        LSBPDOF          GET  /entry/code
        SLFDBPOWRJ       GET  /entry/events/{Plant}/{Owner}
        SLFDBPOWRJ       GET  /entry/events/{Plant}/{Owner}/{Happened}/{Entry:guid}
        SLFDBPOWRJ       GET  /entry/events/{Plant}/{Owner}/file
        SLFDBPOWRJ       GET  /entry/events/{plant}/{owner}/template.{format}
        SDBPOFRJ         GET  /entry/department/{Plant}/{Department}/{Date}/{Period}
        SDBPOFRJ         GET  /entry/department/{Plant}/{Department}/{Date}/{Period}/file
        SDBPOFRJ         GET  /entry/department/{plant}/{department}/{date}/{period}/template.{format}
        LSBPDOF          GET  /entry/nothing/{Plant}/{Team}/{Date}/{Kind}
        LSBPDOF          GET  /entry/crew/{Plant}/{Team}/{Date}/{Kind}
        LSB              GET  /entry/sign-off/{Plant}/{Team}/{Date}/{Kind}
        WLSBPDOCRFJAM    GET  /entry/receipt/{Plant}/{Team}/{Date}/{Kind}/{Sealed}
        WLSBPDOCRFJAM    GET  /entry/history/{Plant}/{Team}/{Date}/{Kind}
        WLSBPDOCRFJAM    GET  /entry/history/department/{Plant}/{Department}/{Date}/{Period}
        """;

    private static readonly Dictionary<string, string> Parts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["date"] = "2015-01-05",
        ["kind"] = "day",
        ["period"] = "day",
        ["owner"] = "t07",
        ["answerId"] = "0195f3a0-0000-7000-8000-000000000001",
        ["competition"] = "saving",
        ["stage"] = "2015-01",
        ["entrant"] = "t07",
        ["register"] = "organisation",
        ["documentName"] = "v1",
        ["Code"] = "404",
        ["id"] = "0195f3a0-0000-7000-8000-000000000001",
        ["Entry"] = "0195f3a0-0000-7000-8000-000000000001",
        ["start"] = "2015-01-01",
        ["end"] = "2015-02-01",
    };

    private static readonly Row[] Table = [.. Written.Split('\n').Select(Row.Parse)];

    [Fact]
    public void Every_endpoint_is_in_the_table()
    {
        var there = Endpoints().Where(endpoint => !IsFile(endpoint))
            .SelectMany(endpoint => MethodsOf(endpoint).Select(method => $"{method} {PatternOf(endpoint)}"))
            .ToHashSet();
        var written = Table.Select(row => $"{row.Method} {row.Pattern}").ToHashSet();

        Assert.Equal([], there.Except(written));
        Assert.Equal([], written.Except(there));
    }

    [Fact]
    public void Every_endpoint_says_what_it_is_for() => Assert.Equal(
        [],
        Endpoints()
            .Where(endpoint => endpoint.Metadata.GetMetadata<NeedsAttribute>() is null && !Gate.IsFile(endpoint))
            .Select(PatternOf));

    [Fact]
    public void A_viewer_can_ask_the_hub_for_the_board_and_for_nothing_else() => Assert.Equal(
        [nameof(BoardHub.Snapshot)],
        typeof(BoardHub).GetMethods().Where(method => method.DeclaringType == typeof(BoardHub)).Select(method => method.Name));

    [Fact]
    public async Task Every_role_gets_where_the_table_says_and_nowhere_else()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database, ports: null, "--Ganchao:SignIn:TriesPerMinute=1000");
        using var people = await People.SetUpAsync(silo);
        var wrong = new List<string>();
        using (var nobody = new Phone(silo.Address))
        {
            foreach (var row in Table)
            {
                await LookAsync("nobody", nobody, row, row.AddressFor("t07"), row.IsOpen);
            }
        }

        foreach (var (index, letter) in Letters.Index())
        {
            var role = (Role)(index + 1);
            var own = role == Role.DepartmentCertifier ? "quality" : "t07";
            using var person = await people.HireAsync($"person-{letter}", role, own);
            foreach (var row in Table)
            {
                await LookAsync($"{role} for the own unit", person, row, row.AddressFor(own), row.IsFor(letter));
                if (row.NamesUnit)
                {
                    await LookAsync($"{role} for another unit", person, row, row.AddressFor("t08"), may: false);
                }

                if (row.NamesPlant && !row.IsOpen)
                {
                    await LookAsync($"{role} for another plant", person, row, row.AddressFor(own, plant: "p2"), may: false);
                }
            }
        }

        Assert.Equal([], wrong);

        async Task LookAsync(string who, Phone phone, Row row, string address, bool may)
        {
            var (status, location) = await phone.SendAsync(new HttpMethod(row.Method), address);
            var isShut = status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                || location?.StartsWith("/sign-in", StringComparison.Ordinal) == true;
            if (isShut == may)
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{who}: {row.Method} {address} answers {(int)status}"));
            }
        }
    }

    // As the executable maps them; nothing of it is started.
    private static IEnumerable<RouteEndpoint> Endpoints()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WholeSystem).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            Args = [$"--Ganchao:Data={Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())}"],
        });
        builder.AddGanchao();
        var app = builder.Build();
        app.MapGanchao();
        return ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();
    }

    private static bool IsFile(RouteEndpoint endpoint) => Gate.IsFile(endpoint)
        || (Path.HasExtension(PatternOf(endpoint)) && !PatternOf(endpoint).Contains('{', StringComparison.Ordinal));

    private static string PatternOf(RouteEndpoint endpoint) => $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}";

    // A page takes its form by post; who gets the page gets the form.
    private static IEnumerable<string> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods ? ["GET"]
        : methods.Contains("GET") ? ["GET"]
        : methods.Where(method => method != "OPTIONS");

    private sealed partial record Row(string Roles, string Method, string Pattern)
    {
        public bool IsOpen => Roles == "*";

        public bool NamesUnit => Unit().IsMatch(Pattern);

        public bool NamesPlant => Pattern.Contains("{plant}", StringComparison.OrdinalIgnoreCase);

        public static Row Parse(string line)
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return new Row(words[0], words[1], words[2]);
        }

        public bool IsFor(char letter) => IsOpen || Roles.Contains(letter, StringComparison.Ordinal);

        public string AddressFor(string unit, string plant = SmallPlant.Plant) => Part().Replace(Pattern, part =>
            Unit().IsMatch(part.Value) ? unit
            : part.Value is "{plant}" or "{Plant}" ? plant
            : Parts.GetValueOrDefault(part.Groups["name"].Value, "x"));

        [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}")]
        private static partial Regex Part();

        [GeneratedRegex(@"\{(team|department)\}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
        private static partial Regex Unit();
    }
}
