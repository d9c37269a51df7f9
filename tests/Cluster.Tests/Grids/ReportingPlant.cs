using System.Net.Http.Json;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Json;
using Ganchao.Grains.Registers;

namespace Ganchao.Cluster.Tests.Grids;

/// <summary>
/// A plant that reports by the month: the foundry's statistician costs by element, the safety department training and events.
/// Its sheets are of January 2015.
/// </summary>
internal static class ReportingPlant
{
    public const string Foundry = "/entry/department/p1/foundry/2015-01-01/month";
    public const string Safety = "/entry/department/p1/safety/2015-01-01/month";

    private const string Rules =
        """
        language: 1
        code: months
        names: { zh: 月报竞赛, en: Months }
        entrants: team
        inputs:
          actual: { measure: cost_actual, unit: 元 }
          budget: { measure: cost_budget, unit: 元 }
          trained: { measure: trained, unit: "%" }
          violation: { measure: violation, unit: 次 }
          injury: { measure: injury, unit: 人 }
        indicators:
          cost: { names: { zh: 成本 }, unit: 元, value: sum(actual) - sum(budget) }
          training: { names: { zh: 培训 }, value: mean(trained) }
          safety: { names: { zh: 安全 }, value: sum(violation) + sum(injury) }
        total: { formula: value(cost) }
        ranking: { by: [ total asc ], shared: 1-2-2-4 }

        """;

    private static string Setup =>
        $$"""
        source: reporting
        plant: p1
        registers:
          organisation:
            - { type: unit, unit: p1, kind: plant, names: { zh: 小厂, en: Small works } }
            - { type: unit, unit: foundry, kind: branch, names: { zh: 铸造分厂, en: Foundry }, parent: p1 }
            - { type: unit, unit: machining, kind: branch, names: { zh: 金工分厂, en: Machining }, parent: p1 }
            - { type: unit, unit: safety, kind: department, names: { zh: 安全科, en: Safety }, parent: p1 }
            - { type: unit, unit: finance, kind: department, names: { zh: 财务科, en: Finance }, parent: p1 }
            - { type: unit, unit: t07, kind: team, names: { zh: 造型一班, en: Moulding 1 }, parent: foundry }
            - { type: unit, unit: t08, kind: team, names: { zh: 造型二班, en: Moulding 2 }, parent: foundry }
            - { type: unit, unit: t09, kind: team, names: { zh: 车工班, en: Turning }, parent: machining }
          calendar:
            - { type: shift-kind, kind: day, names: { zh: 白班, en: Day }, start: "08:00:00", lengthMinutes: 480, zone: Asia/Shanghai }
          measures:
            - { type: measure, measure: cost_actual, names: { zh: 实际成本, en: Actual cost }, unit: 元, decimals: 2, kind: additive,
                subject: team, occasion: month, min: 0, enteredBy: [statistician], owner: finance }
            - { type: measure, measure: cost_budget, names: { zh: 预算成本, en: Cost budget }, unit: 元, decimals: 2, kind: additive,
                subject: team, occasion: month, min: 0, enteredBy: [statistician], owner: finance }
            - { type: measure, measure: trained, names: { zh: 培训到课率, en: Training attended }, unit: "%", decimals: 1, kind: level,
                subject: team, occasion: month, min: 0, max: 100, enteredBy: [safety-rep], owner: safety }
            - { type: measure, measure: violation, names: { zh: 违章, en: Violation }, unit: 次, decimals: 0, kind: count,
                subject: team, occasion: event, min: 1, max: 1, enteredBy: [safety-rep], owner: safety }
            - { type: measure, measure: injury, names: { zh: 工伤, en: Injury }, unit: 人, decimals: 0, kind: count,
                subject: team, occasion: event, min: 1, max: 10, enteredBy: [safety-rep], owner: safety,
                attributes: { severity: [minor, serious], share: [] } }
          rulebooks:
            - type: rulebook
              code: months
              text: |
        {{string.Join('\n', Rules.TrimEnd('\n').Split('\n').Select(static line => $"        {line}"))}}
        competitions:
          months:
            - { type: proposed, names: { zh: 月报竞赛 } }
            - { type: rulebook-adopted, rulebook: {{PlantBook.HashOf(Rules)}} }
            - { type: stage, stage: 2015-01, names: { zh: 1月 }, dates: { start: 2015-01-01, end: 2015-02-01 } }
            - { type: enrolment, entrant: t07 }
            - { type: enrolment, entrant: t08 }
            - { type: enrolment, entrant: t09 }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Task SetUpAsync(RunningSilo silo) => SmallPlant.SendAsync(silo, Setup);

    /// <summary>The sheet of a department or branch as it stands.</summary>
    public static async Task<SheetView> SheetAsync(RunningSilo silo, string owner)
    {
        using var answer = await silo.Http.GetAsync(new Uri($"/api/departments/p1/{owner}/month/2015-01-01", UriKind.Relative), Token);
        return await Api.ReadAsync<SheetView>(silo, answer);
    }

    /// <summary>Enters figures through the interface.</summary>
    public static async Task EnterAsync(RunningSilo silo, string owner, string month, params EntryForm[] entries)
    {
        using var answer = await silo.Http.PutAsJsonAsync(
            new Uri($"/api/departments/p1/{owner}/month/{month}/entries", UriKind.Relative), new EntryList(entries), GanchaoJson.Options, Token);
        await Api.ReadAsync<EntryAnswer>(silo, answer);
    }

    public static EntryForm Cost(string team, decimal value, string? detail = null) => new(
        Guid.CreateVersion7(), new MeasureCode("cost_actual"), value, SubjectId.Team(new UnitId(team)), Detail: detail);
}
