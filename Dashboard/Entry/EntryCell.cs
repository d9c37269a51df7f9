using Ganchao.Contracts.Identity;

namespace Ganchao.Dashboard.Entry;

/// <summary>A cell of a shift's sheet about the team itself.</summary>
public sealed record EntryCell(
    MeasureCode Measure, ProductCode? Product = null, WorkOrderNumber? WorkOrder = null, string? Detail = null)
{
    private const char Mark = '~';    // in no id

    /// <summary>The cell as the name of a form's field: parts from the left, parted by <c>~</c>.</summary>
    public string Key => $"{Measure}{Mark}{Product}{Mark}{WorkOrder}{Mark}{Detail}".TrimEnd(Mark);

    /// <summary>Null where the text is no key of a cell.</summary>
    public static EntryCell? Parse(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var parts = key.Split(Mark, 4);
        return MeasureCode.TryParse(parts[0], null, out var measure)
            ? new EntryCell(
                measure,
                ProductCode.TryParse(Part(1), null, out var product) ? product : null,
                WorkOrderNumber.TryParse(Part(2), null, out var order) ? order : null,
                Part(3))
            : null;

        string? Part(int index) => parts.Length > index && parts[index].Length > 0 ? parts[index] : null;
    }
}
