using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;

namespace Ganchao.Dashboard.Entry;

/// <summary>A cell of a shift's sheet about the team itself, or about one of those who worked for it.</summary>
public sealed record EntryCell(
    MeasureCode Measure,
    ProductCode? Product = null,
    WorkOrderNumber? WorkOrder = null,
    string? Detail = null,
    PersonId? Person = null)
{
    // In no id.
    private const char Mark = '~';
    private const char At = '@';

    /// <summary>The cell as the name of a form's field: parts from the left, parted by <c>~</c>.</summary>
    public string Key => $"{Measure}{(Person is null ? "" : $"{At}{Person}")}{Mark}{Product}{Mark}{WorkOrder}{Mark}{Detail}".TrimEnd(Mark);

    /// <summary>The person; null: the team whose sheet it is.</summary>
    public SubjectId? Subject => Person is { } person ? new SubjectId(SubjectKind.Person, person.Value) : null;

    /// <summary>Null where the text is no key of a cell.</summary>
    public static EntryCell? Parse(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var parts = key.Split(Mark, 4);
        var about = parts[0].Split(At, 2);
        return MeasureCode.TryParse(about[0], null, out var measure)
            ? new EntryCell(
                measure,
                ProductCode.TryParse(Part(1), null, out var product) ? product : null,
                WorkOrderNumber.TryParse(Part(2), null, out var order) ? order : null,
                Part(3),
                about.Length > 1 && PersonId.TryParse(about[1], null, out var person) ? person : null)
            : null;

        string? Part(int index) => parts.Length > index && parts[index].Length > 0 ? parts[index] : null;
    }
}
