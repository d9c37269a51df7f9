using System.Globalization;
using System.Text.RegularExpressions;
using Ganchao.Contracts.Refusals;

namespace Ganchao.Silo.Import.Sending;

/// <summary>Leads what the server said of <c>entries[3].value</c> back to the file's line and heading.</summary>
internal static partial class RefusedLines
{
    /// <summary>The line that a field is about; null: the refusal is about the whole list.</summary>
    public static ImportLine? Find(ImportBatch batch, string field)
    {
        var match = Field().Match(field);
        return match.Success &&
            int.TryParse(match.Groups["index"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var index) &&
            index < batch.Lines.Count
                ? batch.Lines[index]
                : null;
    }

    public static BadLine Tell(ImportLine line, Refusal refusal) =>
        new(line.Place, Heading(line, refusal.Field), refusal.Rule, new Said(refusal.Message, refusal.Message));

    public static WarnedLine Tell(ImportBatch batch, Warning warning)
    {
        var line = Find(batch, warning.Field) ?? batch.Lines[0];
        return new WarnedLine(line.Place, Heading(line, warning.Field), warning);
    }

    private static string? Heading(ImportLine line, string field)
    {
        var property = Field().Match(field).Groups["property"].Value;
        return property is "" or "id" ? null : line.Headings.GetValueOrDefault(property, property);
    }

    [GeneratedRegex(@"^(entries|lines)\[(?<index>[0-9]+)\](\.(?<property>[^.\[]+))?", RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}
