using System.Globalization;
using System.Net.Http.Json;
using Ganchao.Cluster.Tests;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Json;
using Ganchao.Grains.Registers;
using Ganchao.Silo.CommandLine;

namespace Ganchao.EndToEnd;

/// <summary>
/// A plant of thirty teams in one hall that compete in output, with a board of the whole plant beside, and a stage in which
/// nothing has been entered.
/// </summary>
internal static class HallPlant
{
    public const int Teams = 30;
    public const string Board = "hall/output/open";
    public const string EmptyBoard = "hall/output/next";

    private static readonly (string Person, int Team)[] Crews =
        [("w-301", 3), ("w-302", 3), ("w-303", 3), ("w-401", 4), ("w-402", 4)];

    private const string TeamRules =
        """
        language: 1
        code: output
        names: { zh: 产量竞赛, en: Output contest }
        entrants: team
        inputs: { output: { measure: output, unit: t }, checked: { measure: checked, unit: 件 } }
        indicators:
          done: { names: { zh: 产量, en: Output }, unit: t, value: { formula: sum(output), decimals: 2 } }
          checks: { names: { zh: 抽查, en: Checks }, unit: 件, value: { formula: sum(checked), decimals: 0 } }
        total: { formula: value(done), decimals: 1 }
        ranking: { by: [ total desc ], shared: 1-2-2-4 }

        """;

    private const string PlantRules =
        """
        language: 1
        code: whole
        names: { zh: 全厂, en: The plant }
        entrants: plant
        inputs: { output: { measure: output, unit: t } }
        indicators:
          tonnes: { names: { zh: 产量, en: Output }, unit: t, value: { formula: sum(output), decimals: 2 } }
          sheets: { names: { zh: 填报, en: Entries }, unit: 次, value: { formula: count(output), decimals: 0 } }
        total: { formula: value(tonnes), decimals: 2 }
        ranking: { by: [ total desc ], shared: 1-2-2-4 }

        """;

    private const string CareRules =
        """
        language: 1
        code: care
        names: { zh: 细账, en: Careful accounts }
        entrants: team
        inputs:
          steel: { measure: steel, unit: kg }
          gas: { measure: gas, unit: kg }
          wire: { measure: wire, unit: kg }
          oil: { measure: oil, unit: kg }
          carbon: { measure: carbon, unit: "%" }
        indicators:
          used: { names: { zh: 用料, en: Used }, value: { formula: sum(steel) + sum(gas) + sum(wire) + sum(oil), decimals: 1 } }
          heats: { names: { zh: 炉次, en: Heats }, value: { formula: count(carbon), decimals: 0 } }
        total: { formula: value(used), decimals: 1 }
        ranking: { by: [ total asc ], shared: 1-2-2-4 }

        """;

    private const string MonthRules =
        """
        language: 1
        code: tools
        names: { zh: 工具费, en: Tools }
        entrants: team
        inputs:
          tools: { measure: tools, unit: 元 }
          meals: { measure: meals, unit: 元 }
        indicators:
          spent: { names: { zh: 费用, en: Spent }, unit: 元, value: { formula: sum(tools) + sum(meals), decimals: 2 } }
        total: { formula: value(spent), decimals: 2 }
        ranking: { by: [ total asc ], shared: 1-2-2-4 }

        """;

    /// <summary>The team that enters five figures a shift, and heats; all others enter one figure.</summary>
    public const int CarefulTeam = 3;

    // The plant's own board stands beside others while its stage runs, so its dates are about the day of the tests.
    private static readonly DateOnly Yesterday =
        DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1);

    private static string Open => $"{{ start: {Yesterday.AddDays(-60):O}, end: {Yesterday.AddDays(60):O} }}";

    private static string Next => $"{{ start: {Yesterday.AddDays(60):O}, end: {Yesterday.AddDays(120):O} }}";

    /// <summary>A team's names; the first is as long as names of the trade get.</summary>
    public static (string Zh, string En) NameOf(int team) => team == 1
        ? ("液压支架结构件下料拼装焊接一班", "Hydraulic support structures, cutting and welding, team 1")
        : ($"支架焊接{team}班", $"Support welding {team}");

    /// <summary>All teams in Chinese.</summary>
    public static ISet<string> Names { get; } = Enumerable.Range(1, Teams).Select(team => NameOf(team).Zh).ToHashSet();

    /// <summary>Sends the plant to a silo, with an entry of each team.</summary>
    public static async Task SetUpAsync(RunningSilo silo)
    {
        var folder = Directory.CreateTempSubdirectory("ganchao-hall-");
        try
        {
            var file = Path.Combine(folder.FullName, "setup.yaml");
            await File.WriteAllTextAsync(file, Setup());
            var sent = await Commands.ImportAsync(silo, "--setup", file, "--commit");
            Assert.True(sent.Code == ImportCommand.Fine, $"{sent}\n{silo.Log}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        foreach (var team in Enumerable.Range(1, Teams))
        {
            await EnterAsync(silo, team, 100 - team);
        }

        await EnterChecksAsync(silo);
        await EnterLoanAsync(silo);
        await EnterComplaintAsync(silo);
    }

    /// <summary>The team's day shift of yesterday, or of a day before: plant/team/date/kind.</summary>
    public static string ShiftOf(int team, int daysBefore = 0) => string.Create(
        CultureInfo.InvariantCulture, $"hall/{Id(team)}/{Yesterday.AddDays(-daysBefore):O}/day");

    /// <summary>The plant's own month sheet, of the month of yesterday.</summary>
    public static string MonthSheet => $"/entry/department/hall/hall/{Yesterday:yyyy-MM}-01/month";

    /// <summary>Where quality control records events.</summary>
    public const string Events = "/entry/events/hall/quality";

    private static readonly Guid Complaint = new("01990000-0000-7000-8000-000000000001");

    /// <summary>Where the one complaint that is recorded is corrected.</summary>
    public static string RecordedEvent => $"{Events}/TS-1/{Complaint}";

    /// <summary>What quality control wrote yesterday, and why it changed.</summary>
    public static string QualityHistory => $"/entry/history/department/hall/quality/{Yesterday:O}/day";

    /// <summary>Enters tonnes of a team; returns once they are acknowledged.</summary>
    public static Task EnterAsync(RunningSilo silo, int team, decimal tonnes, int daysBefore = 0) => SendAsync(
        silo,
        $"/api/shifts/{ShiftOf(team, daysBefore)}/entries",
        new EntryForm(Guid.CreateVersion7(), new MeasureCode("output"), tonnes));

    /// <summary>A man of the third team who worked for the fourth.</summary>
    private static Task EnterLoanAsync(RunningSilo silo) => SendAsync(
        silo,
        $"/api/shifts/{ShiftOf(4)}/entries",
        new EntryForm(Guid.CreateVersion7(), new MeasureCode("hours"), 4, new SubjectId(SubjectKind.Person, "w-303")));

    /// <summary>A complaint about the fifth team.</summary>
    private static Task EnterComplaintAsync(RunningSilo silo) => SendAsync(
        silo,
        "/api/events/hall/TS-1/entries",
        new EntryForm(
            Complaint, new MeasureCode("complaint"), 1, SubjectId.Team(new UnitId(Id(5))), Date: Yesterday,
            Tags: new Dictionary<string, string> { ["severity"] = "minor" }));

    private static async Task EnterChecksAsync(RunningSilo silo)
    {
        var sheet = $"/api/departments/hall/quality/day/{Yesterday:O}/entries";
        var first = new EntryForm(
            Guid.CreateVersion7(), new MeasureCode("checked"), 31, SubjectId.Team(new UnitId(Id(3))), Note: "两班合计");
        await SendAsync(silo, sheet, first);
        await SendAsync(
            silo, sheet, first with { Id = Guid.CreateVersion7(), Value = 13, Supersedes = first.Id, Reason = "录错数字" });
    }

    private static async Task SendAsync(RunningSilo silo, string entries, EntryForm entry)
    {
        using var answer = await silo.Http.PutAsJsonAsync(
            new Uri(entries, UriKind.Relative), new EntryList([entry]), GanchaoJson.Options);
        await Api.ReadAsync<EntryAnswer>(silo, answer);
    }

    private static string Setup() =>
        $$"""
        source: hall
        plant: hall
        registers:
          organisation:
            - { type: unit, unit: hall, kind: plant, names: { zh: 支架厂, en: Support works } }
            - { type: unit, unit: quality, kind: department, names: { zh: 质检科, en: Quality control }, parent: hall }
        {{Lines(team => $"    - {{ type: unit, unit: {Id(team)}, kind: team, names: {NamesOf(team)}, parent: hall }}")}}
        {{Lines(Crews, member => $"    - {{ type: member, person: {member.Person}, unit: {Id(member.Team)}, employment: own }}")}}
          calendar:
            - { type: shift-kind, kind: day, names: { zh: 白班 }, start: "08:00:00", lengthMinutes: 480, zone: Asia/Shanghai }
          measures:
            - { type: measure, measure: output, names: { zh: 产量 }, unit: t, decimals: 2, kind: additive,
                subject: team, occasion: shift, entries: many, min: 0 }
        {{Lines(["steel", "gas", "wire", "oil"], Used)}}
            - { type: measure, measure: carbon, names: { zh: 含碳, en: Carbon }, unit: "%", decimals: 2, kind: additive,
                subject: team, occasion: heat, min: 0 }
            - { type: measure, measure: hours, names: { zh: 出勤工时, en: Hours worked }, unit: h, decimals: 2, kind: additive,
                subject: person, occasion: shift, min: 0, max: 24 }
            - { type: measure, measure: checked, names: { zh: 抽查件数, en: Pieces checked }, unit: 件, decimals: 0,
                kind: additive, subject: team, occasion: day, min: 0 }
        {{Lines(["tools", "meals"], Spent)}}
            - { type: measure, measure: complaint, names: { zh: 投诉, en: Complaint }, unit: 次, decimals: 0, kind: count,
                subject: team, occasion: event, min: 1, max: 9, owner: quality, attributes: { severity: [minor, serious], share: [] } }
          rulebooks:
            - type: rulebook
              code: tools
              text: |
        {{Indented(MonthRules)}}
            - type: rulebook
              code: output
              text: |
        {{Indented(TeamRules)}}
            - type: rulebook
              code: whole
              text: |
        {{Indented(PlantRules)}}
            - type: rulebook
              code: care
              text: |
        {{Indented(CareRules)}}
        competitions:
          output:
            - { type: proposed, names: { zh: 产量竞赛, en: Output contest } }
            - { type: rulebook-adopted, rulebook: {{PlantBook.HashOf(TeamRules)}} }
            - { type: stage, stage: open, names: { zh: 全年, en: All year }, dates: {{Open}} }
            - { type: stage, stage: next, names: { zh: 下一段, en: Next }, dates: {{Next}} }
        {{Lines(team => $"    - {{ type: enrolment, entrant: {Id(team)} }}")}}
          whole:
            - { type: proposed, names: { zh: 全厂, en: The plant } }
            - { type: rulebook-adopted, rulebook: {{PlantBook.HashOf(PlantRules)}} }
            - { type: stage, stage: open, names: { zh: 全年, en: All year }, dates: {{Open}} }
            - { type: enrolment, entrant: hall }
          tools:
            - { type: proposed, names: { zh: 工具费, en: Tools } }
            - { type: rulebook-adopted, rulebook: {{PlantBook.HashOf(MonthRules)}} }
            - { type: stage, stage: open, names: { zh: 全年, en: All year }, dates: {{Open}} }
        {{Lines([28, 29, 30], static team => $"    - {{ type: enrolment, entrant: {Id(team)} }}")}}
          care:
            - { type: proposed, names: { zh: 细账, en: Careful accounts } }
            - { type: rulebook-adopted, rulebook: {{PlantBook.HashOf(CareRules)}} }
            - { type: stage, stage: open, names: { zh: 全年, en: All year }, dates: {{Open}} }
            - { type: enrolment, entrant: {{Id(CarefulTeam)}} }
        """;

    private static string Spent(string measure) =>
        $"    - {{ type: measure, measure: {measure}, names: {{ zh: {(measure == "tools" ? "工具费" : "餐费")}, en: {measure} }}, unit: 元, " +
        "decimals: 2, kind: additive, subject: team, occasion: month, min: 0 }";

    private static string Used(string measure) =>
        $"    - {{ type: measure, measure: {measure}, names: {{ zh: \"{measure}\" }}, unit: kg, " +
        "decimals: 1, kind: additive, subject: team, occasion: shift, entries: many, min: 0 }";

    private static string Id(int team) => string.Create(CultureInfo.InvariantCulture, $"t{team:00}");

    private static string NamesOf(int team) => $"{{ zh: \"{NameOf(team).Zh}\", en: \"{NameOf(team).En}\" }}";

    private static string Lines(Func<int, string> line) => Lines(Enumerable.Range(1, Teams), line);

    private static string Lines<T>(IEnumerable<T> things, Func<T, string> line) => string.Join('\n', things.Select(line));

    private static string Indented(string text) =>
        string.Join('\n', text.TrimEnd('\n').Split('\n').Select(line => $"        {line}"));
}
