using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ganchao.Scoring.Plain;

namespace Ganchao.Scoring.Jobs;

/// <summary>
/// Standings and explanations as JSON in UTF-8; equal ones give equal bytes. A figure is a number or
/// <c>{"na": reason}</c>.
/// </summary>
public static class StandingJson
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,    // a file for people and programs, never part of a page
    };

    public static void Write(Standing standing, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(standing);
        using var json = new Utf8JsonWriter(stream, Readable);
        WriteStanding(json, standing, stage: "");
    }

    /// <summary>All stages of a run, or one of them, and what they come to.</summary>
    /// <param name="stage">One stage only, from 0; null: all, and what they come to.</param>
    public static void Write(ScoreRun run, int? stage, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(run);
        using var json = new Utf8JsonWriter(stream, Readable);
        if (!run.Job.HasManyStages)
        {
            WriteStanding(json, run.Standing, stage: "");
            return;
        }

        if (stage is { } only)
        {
            WriteStanding(json, run.Stages[only].Standing, run.Stages[only].Name);
            return;
        }

        json.WriteStartObject();
        json.WriteStartArray("stages");
        foreach (var one in run.Stages)
        {
            WriteStanding(json, one.Standing, one.Name);
        }

        json.WriteEndArray();
        if (run.Rolled is { } rolled)
        {
            WriteArray(json, "rolled", ValueList.Of(rolled.AsEnumerable()), WriteRolled);
        }

        if (run.Series is { } series)
        {
            json.WritePropertyName("series");
            WriteStanding(json, series.Standing, stage: "");
        }

        json.WriteEndObject();
    }

    private static void WriteAccount(Utf8JsonWriter json, AccountBalance account)
    {
        json.WriteStartObject();
        json.WriteString("division", account.Field);
        json.WriteString("id", account.Id);
        WriteResult(json, "balance", account.Balance);
        json.WriteEndObject();
    }

    private static void WriteRolled(Utf8JsonWriter json, RolledRow row)
    {
        json.WriteStartObject();
        json.WriteString("division", row.Division);
        json.WritePropertyName("place");
        WriteNumber(json, row.Place);
        json.WriteString("entrant", row.Entrant);
        json.WriteBoolean("guest", row.Guest);
        WriteResult(json, "total", row.Total);
        json.WriteEndObject();
    }

    private static void WriteStanding(Utf8JsonWriter json, Standing standing, string stage)
    {
        json.WriteStartObject();
        if (stage.Length > 0)
        {
            json.WriteString("stage", stage);
        }

        json.WriteString("rulebook", standing.RulebookHash);
        json.WriteString("as_of", standing.AsOf.ToString("O", CultureInfo.InvariantCulture));
        json.WriteStartArray("rows");
        foreach (var row in standing.Rows)
        {
            WriteRow(json, row);
        }

        json.WriteEndArray();
        if (standing.Accounts.Count > 0)
        {
            WriteArray(json, "accounts", standing.Accounts, WriteAccount);
        }

        json.WriteEndObject();
    }

    /// <param name="placeOf">Says where an entry stands.</param>
    public static void Write(Explanation explanation, Func<Guid, string> placeOf, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentNullException.ThrowIfNull(placeOf);
        using var json = new Utf8JsonWriter(stream, Readable);
        WriteExplanation(json, explanation, placeOf);
    }

    private static void WriteRow(Utf8JsonWriter json, StandingRow row)
    {
        json.WriteStartObject();
        json.WriteString("division", row.Division);
        json.WritePropertyName("place");
        WriteNumber(json, row.Place);
        json.WriteString("entrant", row.Entrant);
        json.WriteBoolean("guest", row.Guest);
        WriteResult(json, "total", row.Total);
        WriteArray(json, "keys", row.Keys, static (json, key) => WriteResult(json, key));
        WriteArray(json, "carries", row.Carries, static (json, carry) => WriteObject(json, carry.Id, ("figure", carry.Figure)));
        WriteArray(
            json, "sections", row.Sections, static (json, section) => WriteObject(json, section.Id, ("points", section.Points)));
        WriteArray(json, "indicators", row.Indicators, WriteIndicator);
        WriteArray(json, "gates", row.Gates, WriteGate);
        WriteArray(
            json, "eligibility", row.Eligibility, static (json, finding) => WriteObject(json, finding.Id, ("met", finding.Met)));
        json.WriteString("eligible", $"{row.Eligible}");
        WriteGrade(json, row.GradeGiven);
        WriteArray(json, "awards", row.Awards, WriteAward);
        json.WriteString("award", $"{row.Award}");
        json.WriteString("grade", $"{row.Grade}");
        json.WriteString("rating", $"{row.Rating}");
        json.WriteEndObject();
    }

    private static void WriteIndicator(Utf8JsonWriter json, IndicatorScore score)
    {
        json.WriteStartObject();
        json.WriteString("id", score.Id);
        WriteResult(json, "value", score.Value);
        WriteResult(json, "points", score.Points);
        json.WriteString("mark", score.Mark);
        json.WriteEndObject();
    }

    private static void WriteGate(Utf8JsonWriter json, GateFinding gate)
    {
        json.WriteStartObject();
        json.WriteString("id", gate.Id);
        json.WriteString("fired", $"{gate.Fired}");
        json.WriteEndObject();
    }

    private static void WriteGrade(Utf8JsonWriter json, GradeFinding grade)
    {
        json.WritePropertyName("grade_given");
        if (grade.Undecided != NaReason.None)
        {
            WriteResult(json, Result.Na(grade.Undecided));
        }
        else if (grade.Id.Length > 0)
        {
            json.WriteStringValue(grade.Id);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    /// <summary>The money is null for an honour.</summary>
    private static void WriteAward(Utf8JsonWriter json, AwardFinding award)
    {
        json.WriteStartObject();
        json.WriteString("id", award.Id);
        if (award.Undecided != NaReason.None)
        {
            WriteResult(json, "money", Result.Na(award.Undecided));
        }
        else
        {
            json.WritePropertyName("money");
            WriteNumber(json, award.Money);
        }

        json.WriteBoolean("held", award.Held);
        json.WriteEndObject();
    }

    private static void WriteExplanation(Utf8JsonWriter json, Explanation step, Func<Guid, string> placeOf)
    {
        json.WriteStartObject();
        json.WriteString("kind", $"{step.Kind}");
        json.WriteString("subject", step.Subject);
        json.WriteString("formula", step.Formula);
        json.WriteString("numbers", step.Numbers);
        WriteResult(json, "result", step.Result);
        json.WriteString("note_zh", step.Note.Zh);
        json.WriteString("note_en", step.Note.En);
        WriteArray(json, "entries", step.Entries, (json, entry) => json.WriteStringValue(placeOf(entry)));
        WriteArray(json, "parts", step.Parts, (json, part) => WriteExplanation(json, part, placeOf));
        json.WriteEndObject();
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, ValueList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    private static void WriteObject(Utf8JsonWriter json, string id, (string Name, Result Result) figure)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        WriteResult(json, figure.Name, figure.Result);
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, string name, Result result)
    {
        json.WritePropertyName(name);
        WriteResult(json, result);
    }

    private static void WriteResult(Utf8JsonWriter json, Result result)
    {
        if (result.IsNumber)
        {
            WriteNumber(json, result.Number);
            return;
        }

        json.WriteStartObject();
        json.WriteString("na", $"{result.Reason}");
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, decimal? number)
    {
        if (number is { } written)
        {
            json.WriteRawValue(NormalNumber.Of(written));
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
