using System.Globalization;
using Ganchao.Scoring.Plain;

namespace Ganchao.Scoring.Jobs;

/// <summary>An explanation as an indented tree, for people.</summary>
public static class ExplanationText
{
    private const int EntriesShown = 12;

    /// <param name="placeOf">Says where an entry stands.</param>
    public static void Write(Explanation explanation, Func<Guid, string> placeOf, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentNullException.ThrowIfNull(placeOf);
        ArgumentNullException.ThrowIfNull(writer);
        Write(explanation, placeOf, writer, "");
    }

    private static void Write(Explanation step, Func<Guid, string> placeOf, TextWriter writer, string indent)
    {
        var formula = step.Formula.Length > 0 && step.Formula != step.Subject ? $" = {OneLine(step.Formula)}" : "";
        var numbers = step.Numbers.Length > 0 && step.Numbers != step.Formula ? $" = {OneLine(step.Numbers)}" : "";
        var result = step.Kind == ExplanationKind.Text ? "" : $" = {NormalNumber.Of(step.Result)}";
        var note = step.Note.En.Length > 0 ? $"    ({step.Note.En})" : "";
        writer.Write($"{indent}{step.Kind} {step.Subject}{formula}{numbers}{result}{note}\n");
        var entries = string.Join(", ", step.Entries.Take(EntriesShown).Select(placeOf));
        if (entries.Length > 0)
        {
            var more = step.Entries.Count - EntriesShown;
            var rest = more > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {more} more") : "";
            writer.Write($"{indent}  entries: {entries}{rest}\n");
        }

        foreach (var part in step.Parts)
        {
            Write(part, placeOf, writer, indent + "  ");
        }
    }

    private static string OneLine(string formula) =>
        string.Join(' ', formula.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
