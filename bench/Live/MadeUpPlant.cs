using System.Globalization;
using Ganchao.Bench.Hosting;
using Ganchao.Grains.Registers;
using Ganchao.Silo.CommandLine;

namespace Ganchao.Bench.Live;

/// <summary>
/// A plant of fifty teams in three divisions and eight short shifts a day, whose competition counts one figure that is entered
/// many times a shift. The first team is entered for by the probe only.
/// </summary>
internal sealed class MadeUpPlant(int days)
{
    public const string Board = "bench/most/now";
    public const string ProbedTeam = "t00";
    public const string Measure = "made";

    private const int Teams = 50;
    private const int Divisions = 3;
    private const int ShiftHours = 3;
    private const int ShiftsOfADay = 24 / ShiftHours;
    private const int DaysBefore = 40;

    private const string Rulebook =
        """
        language: 1
        code: most
        names: { zh: 完成件数 }
        entrants: team
        inputs:
          made: { measure: made, unit: 件 }
        indicators:
          made: { names: { zh: 件数, en: Pieces }, value: sum(made) }
        total: { formula: value(made) }
        ranking: { by: [ total desc ], shared: 1-2-2-4, divisions: apart }

        """;

    private readonly DateOnly _today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    public string ProbedAddress => Address(0, _today, 0);

    /// <summary>Where the list of this number goes: every team but the first, then the next shift, then the day before.</summary>
    public string AddressOf(int list)
    {
        var sheet = list / (Teams - 1);
        return Address(1 + (list % (Teams - 1)), _today.AddDays(-(sheet / ShiftsOfADay % days)), sheet % ShiftsOfADay);
    }

    /// <summary>Sends the plant to a silo.</summary>
    public async Task SetUpAsync(ServerProcess silo)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, Setup());
            using var said = new StringWriter();
            string[] words = ["--setup", file, "--commit", "--url", silo.Address.OriginalString, "--lang", "en"];
            var code = await ImportCommand.RunAsync(
                words, said, TextWriter.Synchronized(said), null, TimeProvider.System, CancellationToken.None);
            if (code != ImportCommand.Fine)
            {
                throw new InvalidOperationException($"The plant was not taken:\n{said}");
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Address(int team, DateOnly date, int shift) => string.Create(
        CultureInfo.InvariantCulture, $"/api/shifts/bench/t{team:00}/{date:yyyy-MM-dd}/s{shift}/entries");

    private string Setup() =>
        $$"""
        source: bench
        plant: bench
        registers:
          organisation:
            - { type: unit, unit: bench, kind: plant, names: { zh: 测试厂 } }
        {{Lines(Teams, Team)}}
          calendar:
        {{Lines(ShiftsOfADay, Shift)}}
          measures:
            - { type: measure, measure: {{Measure}}, names: { zh: 完成件数 }, unit: 件, decimals: 0, kind: additive,
                subject: team, occasion: shift, entries: many, min: 0 }
          rulebooks:
            - type: rulebook
              code: most
              text: |
        {{string.Join('\n', Rulebook.TrimEnd().Split('\n').Select(line => $"        {line}"))}}
        competitions:
          most:
            - { type: proposed, names: { zh: 完成件数竞赛, en: Most pieces } }
            - { type: rulebook-adopted, rulebook: {{PlantBook.HashOf(Rulebook)}} }
            - { type: stage, stage: now, names: { zh: 本期, en: Now },
                dates: { start: {{Date(-DaysBefore)}}, end: {{Date(DaysBefore)}} } }
        {{Lines(Divisions, n => $"    - {{ type: division, division: d{n}, names: {{ zh: {n}组, en: Division {n} }} }}")}}
        {{Lines(Teams, n => $"    - {{ type: enrolment, entrant: t{n:00}, division: d{n % Divisions} }}")}}

        """;

    private static FormattableString Team(int n) =>
        $"    - {{ type: unit, unit: t{n:00}, kind: team, names: {{ zh: {n}班, en: Team {n} }}, parent: bench }}";

    private static FormattableString Shift(int n) =>
        $$"""
            - { type: shift-kind, kind: s{{n}}, names: { zh: {{n}}号班 }, start: "{{n * ShiftHours:00}}:00:00",
                lengthMinutes: {{ShiftHours * 60}}, zone: UTC, order: {{n}} }
        """;

    private string Date(int days) => _today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Lines(int count, Func<int, FormattableString> line) =>
        string.Join('\n', Enumerable.Range(0, count).Select(n => FormattableString.Invariant(line(n))));
}
