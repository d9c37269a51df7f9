using System.Collections.Immutable;
using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Silo.Demo.Season;
using Ganchao.Silo.Demo.Tables;
using Ganchao.Silo.Import.Setup;
using EventId = Ganchao.Contracts.Identity.EventId;

namespace Ganchao.Silo.Demo.Diary;

/// <summary>
/// How the plant is set up, before its first archived quarter: organisation, calendar, measures, products, rulebooks.
/// </summary>
internal sealed class Founding(DemoSeason season)
{
    private const int SafeDays = 226;

    private static readonly string[] Rulebooks = ["demo-a", "demo-b", "demo-c", "demo-plant"];

    /// <summary>The measures as registered, for whoever certifies them.</summary>
    public static IReadOnlyList<MeasureLine> Measures { get; } = [.. Setup().OfType<MeasureLine>()];

    /// <summary>The text of a rulebook that travels in the executable.</summary>
    public static string Rulebook(string code) => DemoTable.Text($"{code}.yaml");

    public IEnumerable<DemoAct> All()
    {
        var at = DemoSeason.At(season.Month(1 - (4 * DemoMonth.PerQuarter)).Start.AddDays(-5), new TimeOnly(9, 0));
        var setup = Setup();
        yield return Of(RegisterName.Organisation, [.. setup.Where(IsOrganisation), .. Teams(), .. Members()]);
        yield return Of(RegisterName.Calendar, [.. setup.Where(line => line is ShiftKindLine or WorkingWeekLine)]);
        yield return Of(RegisterName.Products, [.. Products()]);
        yield return Of(RegisterName.Measures, [.. setup.OfType<MeasureLine>()]);
        yield return new RegisterAct(
            at.AddMinutes(10), Posts.Office, RegisterName.Rulebooks,
            [
                .. Rulebooks.Select(code => new RulebookLine
                {
                    Id = DemoIds.Of("rulebook", code),
                    Code = code,
                    Text = Rulebook(code),
                }),
            ]);

        RegisterAct Of(RegisterName register, ImmutableArray<RegisterLine> lines) =>
            new(at.AddMinutes((int)register), Posts.Administrator, register, lines);
    }

    /// <summary>The last injury before the season; the days since then are the plant's safe days.</summary>
    public EventAct LastInjury()
    {
        var date = season.FirstDay.AddDays(-SafeDays);
        return new EventAct(
            DemoSeason.At(date, new TimeOnly(17, 0)),
            Posts.Safety,
            new EventId("GS-0"),
            new EntryForm(
                DemoIds.Of("injury", "last"),
                new MeasureCode("injury"),
                1,
                DemoPlant.Instance.Teams.Single(team => team.Id.Value == "grinding-balls").Subject,
                Date: date,
                Tags: new Dictionary<string, string> { ["severity"] = "minor", ["at_fault"] = "false" }));
    }

    private static ImmutableArray<RegisterLine> Setup() =>
    [
        .. SetupReader.Read("setup.yaml", "", DemoTable.Text("setup.yaml")).Batches
            .SelectMany(batch => batch.Lines)
            .Select(line => line.Content)
            .OfType<RegisterLine>(),
    ];

    private static bool IsOrganisation(RegisterLine line) => line is UnitLine;

    private static IEnumerable<UnitLine> Teams() => DemoPlant.Instance.TeamsIn(1).Select(team => new UnitLine
    {
        Id = DemoIds.Of("unit", team.Id),
        Unit = team.Id,
        Kind = UnitKind.Team,
        Names = team.Names,
        Parent = team.Branch,
    });

    private static IEnumerable<MemberLine> Members() => DemoPlant.Instance.TeamsIn(1)
        .SelectMany(team => Enumerable.Range(1, team.People).Select(number => Member(team.Person(number), team.Id)))
        .Append(Member(Story.Borrowed, Story.Lender));

    private static MemberLine Member(PersonId person, UnitId team) => new()
    {
        Id = DemoIds.Of("member", person),
        Person = person,
        Unit = team,
        Employment = Employment.Own,
    };

    private static IEnumerable<ProductLine> Products() =>
        DemoPlant.Instance.Projects.Select(OfProject).Concat(DemoPlant.Instance.TeamsIn(1).Select(OtherOf));

    private static ProductLine OfProject(DemoProject project) => new()
    {
        Id = DemoIds.Of("product", project.Product),
        Product = project.Product,
        Names = project.Names,
        Unit = "件",
        UnitWeight = project.Weight,
        Price = project.Price,
        Outputs =
        [
            .. DemoPlant.Instance.Teams
                .Select(team => (team.Id, Each: DemoPlant.Instance.OutputEach(project.Product, team.Id)))
                .Where(output => output.Each is not null)
                .Select(output => new TeamOutput(output.Id, output.Each!.Value)),
        ],
        Route = project.IsCast
            ?
            [
                new RouteStep("造型", [project.Team]),
                new RouteStep("熔炼", [new UnitId("melting")]),
                new RouteStep("清理", [new UnitId("cleaning")]),
            ]
            : [new RouteStep("制造", [project.Team])],
    };

    /// <summary>The product on which a team's work outside the projects is booked.</summary>
    public static ProductLine OtherOf(DemoTeam team) => new()
    {
        Id = DemoIds.Of("product", team.Other),
        Product = team.Other,
        Names = team.Melts
            ? new Names("钢水", "Molten steel")
            : new Names($"其他({team.Names.Zh})", $"Other work ({team.Names.En})"),
        Unit = team.Melts ? "炉" : "件",
        UnitWeight = team.Unit == "t" && !team.Melts ? team.OtherEach : null,
        Outputs = [.. Dated(team)],
    };

    private static IEnumerable<TeamOutput> Dated(DemoTeam team) =>
        team.Unit == "t" && !team.Melts ? [] : [new TeamOutput(team.Id, team.OtherEach)];
}
