using System.Collections.Immutable;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Json;
using Ganchao.Dashboard.Spreadsheets;

namespace Ganchao.Dashboard.Grids;

/// <summary>The events of a file. Their ids follow from what they say: the same file makes the same ones.</summary>
internal static class EventRows
{
    public const string Date = "date";
    public const string Who = "who";
    public const string Kind = "kind";
    public const string Number = "number";
    public const string Value = "v";
    public const string Note = "note";

    /// <summary>Before the name of an attribute.</summary>
    public const string Attribute = "a-";

    public static IReadOnlyList<(MappedEvent Row, TypedEvent Event)> Of(EventReading reading, EventForm form)
    {
        var seen = new Dictionary<string, int>();
        var found = new List<(MappedEvent, TypedEvent)>();
        foreach (var row in reading.Rows.Where(static row => row.Fate == RowFate.Taken))
        {
            string In(string target) => row.Cells.FirstOrDefault(cell => cell.Target == target)?.Value ?? "";
            var attributes = form.Attributes.ToImmutableSortedDictionary(
                static name => name, name => In(Attribute + name), StringComparer.Ordinal);
            string[] parts = [In(Date), In(Who), In(Kind), In(Number), In(Value), In(Note), .. attributes.Values];
            var said = string.Join('\n', parts);
            seen[said] = seen.GetValueOrDefault(said) + 1;
            var id = NamedId.Of($"{form.Plant}/{form.Department}/file/{DecimalTextConverter.Normal(seen[said])}\n{said}");
            found.Add((row, new TypedEvent(
                row.Number - 1, id, In(Date), In(Who), In(Kind), In(Number), In(Value), attributes, In(Note))));
        }

        return found;
    }
}
