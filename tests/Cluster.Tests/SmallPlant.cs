using System.Globalization;
using System.Net.Http.Json;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Json;
using Ganchao.Grains.Registers;
using Ganchao.Silo.CommandLine;

namespace Ganchao.Cluster.Tests;

/// <summary>
/// A plant with three teams, one day shift, a department and a contest who uses most electricity; its sheets are dated
/// within January 2015.
/// </summary>
internal static class SmallPlant
{
    public const string Plant = "p1";
    public const string Board = "p1/saving/2015-01";

    private const string Setup =
        """
        source: small
        plant: p1
        registers:
          organisation:
            - { type: unit, unit: p1, kind: plant, names: { zh: 小厂 } }
            - { type: unit, unit: quality, kind: department, names: { zh: 质检科 }, parent: p1 }
            - { type: unit, unit: t07, kind: team, names: { zh: 7班 }, parent: p1 }
            - { type: unit, unit: t08, kind: team, names: { zh: 8班 }, parent: p1 }
            - { type: unit, unit: t09, kind: team, names: { zh: 9班 }, parent: p1 }
            - { type: member, person: w-1, unit: t07, employment: own }
            - { type: member, person: w-2, unit: t08, employment: dispatched }
          calendar:
            - { type: shift-kind, kind: day, names: { zh: 白班 }, start: "08:00:00", lengthMinutes: 480, zone: Asia/Shanghai }
          measures:
            - { type: measure, measure: output, names: { zh: 产量 }, unit: 件, decimals: 0, kind: additive,
                subject: team, occasion: shift, min: 0, max: 1000 }
            - { type: measure, measure: kwh, names: { zh: 用电 }, unit: kWh, decimals: 2, kind: additive,
                subject: team, occasion: shift, entries: many, min: 0 }
            - { type: measure, measure: hours, names: { zh: 出勤工时 }, unit: h, decimals: 2, kind: additive,
                subject: person, occasion: shift, min: 0, max: 24, enteredBy: [shift-lead, statistician] }
            - { type: measure, measure: checked, names: { zh: 抽查 }, unit: 件, decimals: 0, kind: additive,
                subject: team, occasion: shift, enteredBy: [safety-rep] }
          rulebooks:
            - type: rulebook
              code: small
              text: |
                language: 1
                code: small
                names: { zh: 用电 }
                entrants: team
                inputs:
                  kwh: { measure: kwh, unit: kWh }
                indicators:
                  used: { names: { zh: 用电 }, value: sum(kwh) }
                total: { formula: value(used) }
                ranking: { by: [ total desc ], shared: 1-2-2-4 }
        competitions:
          saving:
            - { type: proposed, names: { zh: 用电 } }
            - { type: rulebook-adopted, rulebook: HASH }
            - { type: stage, stage: 2015-01, names: { zh: 1月 }, dates: { start: 2015-01-01, end: 2015-02-01 } }
            - { type: enrolment, entrant: t07 }
            - { type: enrolment, entrant: t08 }
            - { type: enrolment, entrant: t09 }
        """;

    /// <summary>Sends the plant to a silo.</summary>
    public static Task SetUpAsync(RunningSilo silo) =>
        SendAsync(silo, Setup.Replace("HASH", RulebookHash(), StringComparison.Ordinal));

    /// <summary>Sends any plant to a silo, as its administrator sets it up.</summary>
    public static async Task SendAsync(RunningSilo silo, string setup)
    {
        var folder = Directory.CreateTempSubdirectory("ganchao-small-");
        try
        {
            var file = Path.Combine(folder.FullName, "setup.yaml");
            await File.WriteAllTextAsync(file, setup);
            var sent = await Commands.ImportAsync(silo, "--setup", file, "--commit");
            Assert.True(sent.Code == ImportCommand.Fine, $"{sent}\n{silo.Log}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The address of a team's day sheet.</summary>
    public static string Sheet(string team = "t07", int day = 5) => string.Create(
        CultureInfo.InvariantCulture, $"/api/shifts/{Plant}/{team}/2015-01-{day:00}/day");

    /// <summary>An entry of a measure that takes many a shift.</summary>
    public static EntryForm Entry(Guid id, decimal value = 5) => new(id, new MeasureCode("kwh"), value);

    /// <summary>Ids that are the same in every run.</summary>
    public static Guid Id(int number) => new(number, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);

    public static async Task<HttpResponseMessage> EnterAsync(RunningSilo silo, string sheet, params EntryForm[] entries) =>
        await silo.Http.PutAsJsonAsync(
            new Uri($"{sheet}/entries", UriKind.Relative),
            new EntryList(entries),
            GanchaoJson.Options,
            TestContext.Current.CancellationToken);

    /// <summary>Enters and expects it to be taken.</summary>
    public static async Task<EntryAnswer> AssertEnteredAsync(RunningSilo silo, string sheet, params EntryForm[] entries)
    {
        using var answer = await EnterAsync(silo, sheet, entries);
        return await Api.ReadAsync<EntryAnswer>(silo, answer);
    }

    // The text as YAML reads it: without the indentation of its place in the file.
    private static string RulebookHash()
    {
        const string Indentation = "        ";
        var lines = Setup.Split('\n').SkipWhile(line => !line.Contains("text: |", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => line.StartsWith(Indentation, StringComparison.Ordinal));
        var text = string.Concat(lines.Select(line => line.Trim('\r')[Indentation.Length..] + "\n"));
        return PlantBook.HashOf(text);
    }
}
