using System.Text.Json;
using Ganchao.Contracts.Json;
using Ganchao.Contracts.Projects;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Registers;

namespace Ganchao.Silo.Import.Sending;

/// <summary>
/// What the run itself adds to the registers. A dry run writes nothing, so it cannot tell whether a figure of a new team
/// is right: the server does not know the team yet. Such a line is not bad; it is checked once the registers are sent.
/// </summary>
internal sealed class PendingNames
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public bool Any => _names.Count > 0;

    /// <summary>Remembers what the batch's lines introduce.</summary>
    public void Add(ImportBatch batch)
    {
        foreach (var line in batch.Lines)
        {
            if (Name(batch, line.Content) is { } name)
            {
                _names.Add(name);
            }
        }
    }

    /// <summary>Whether the line names something that is still pending.</summary>
    public bool AreNamedBy(ImportTarget target, ImportLine line)
    {
        if (!Any)
        {
            return false;
        }

        using var content = JsonSerializer.SerializeToDocument(line.Content, line.Content.GetType(), GanchaoJson.Options);
        return Parts(target.Path).Any(_names.Contains) || Texts(content.RootElement).Any(_names.Contains);
    }

    private static string? Name(ImportBatch batch, object content) => content switch
    {
        UnitLine unit => unit.Unit.Value,
        ShiftKindLine shift => shift.Kind.Value,
        MeasureLine measure => measure.Measure.Value,
        ProductLine product => product.Product.Value,
        WorkOrderLine order => order.WorkOrder.Value,
        RulebookLine rulebook => PlantBook.HashOf(rulebook.Text),
        ProjectRegisteredLine => Uri.UnescapeDataString(batch.Target.Path.Split('/')[^2]),
        _ => null,
    };

    private static IEnumerable<string> Parts(string path) => path.Split('/').Select(Uri.UnescapeDataString);

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Texts(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [element.GetString()!, .. element.GetString()!.Split('/')],
        JsonValueKind.Undefined or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null => [],
    };
}
