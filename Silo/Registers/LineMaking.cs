using System.Text.Json;
using System.Text.Json.Nodes;
using Ganchao.Contracts.Json;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Registers;
using Ganchao.Silo.Import;
using Ganchao.Silo.Import.Files;
using Ganchao.Silo.Import.Mappings;

namespace Ganchao.Silo.Registers;

/// <summary>
/// Makes lines of a register of cells, and cells of lines. A cell that is not there keeps what stands; an empty one takes it
/// away.
/// </summary>
internal static class LineMaking
{
    public const string Closed = "closed";

    private const string Kind = "kind";
    private const string Names = "names";

    /// <summary>What a line says of itself, not of the thing that it is about.</summary>
    private static readonly string[] OfTheLine = ["id", "from", "reason", "reasonKept"];

    private static readonly Dictionary<string, RegisterShape> Shapes =
        RegisterForms.All.ToDictionary(form => form.Section, form => Shape(form.Section));

    private static readonly RegisterShape Closing = Shape("units_closed");

    /// <summary>Whether the line ends a unit; its other cells say nothing then.</summary>
    public static bool IsClosing(RegisterForm form, RegisterRow row) =>
        form == RegisterForms.Organisation && row.Cells.GetValueOrDefault(Closed, "").Length > 0;

    /// <summary>The line, or the cells that it lacks.</summary>
    /// <param name="form">Whose line.</param>
    /// <param name="row">Its cells, all of which could be read.</param>
    /// <param name="from">The first date for which it holds.</param>
    /// <param name="standing">What holds then; null: nothing.</param>
    /// <param name="source">Where it comes from: makes its id, and says why.</param>
    public static (RegisterLine? Line, IReadOnlyList<LineProblem> Problems) Make(
        RegisterForm form, RegisterRow row, DateOnly from, RegisterLine? standing, RegisterSource source)
    {
        var isClosing = IsClosing(form, row);
        var shape = isClosing ? Closing : Shapes[form.Section];
        var fields = standing is null || isClosing ? new JsonObject { ["type"] = shape.Type } : Content(standing);
        foreach (var field in shape.Fields.Where(field => row.Cells.ContainsKey(field.Key)))
        {
            Set(fields, field, row.Cells[field.Key]);
        }

        if (form == RegisterForms.Calendar && fields[Kind] is { } kind)
        {
            fields["working"] = kind.GetValue<string>() is "working-day" or "swapped-working-day";
        }

        if (form.IsDated)
        {
            fields["from"] = DateText.Text(from);
        }

        fields["id"] = new LineIds(source.Id.ToString("D")).Only(
            "register", shape.Type, row.Cells[form.Key.Key], form.IsDated ? DateText.Text(from) : "");
        fields["reason"] = source.Reason;
        var cells = Cells(form, fields);
        var missing = isClosing ? [] : form.Columns
            .Where(column => column.IsNeeded && !cells.ContainsKey(column.Key))
            .Select(column => new LineProblem(column, RegisterProblems.Needed))
            .ToList();
        return missing.Count > 0 ? (null, missing) : (fields.Deserialize<RegisterLine>(GanchaoJson.Options), []);
    }

    /// <summary>The filled cells of a line by the keys of its columns.</summary>
    public static Dictionary<string, string> Cells(RegisterForm form, RegisterLine line)
    {
        if (line is UnitClosedLine closed)
        {
            return new Dictionary<string, string>
            {
                [form.Key.Key] = closed.Unit.Value,
                [Closed] = DateText.Text(closed.From),
                ["successor"] = closed.Successor?.Value ?? "",
            };
        }

        var cells = Cells(form, JsonSerializer.SerializeToNode(line, GanchaoJson.Options)!.AsObject());
        if (line is DayLine day)
        {
            cells[Kind] = JsonNamingPolicy.KebabCaseLower.ConvertName(day.KindOrUsual().ToString());
        }

        return cells;
    }

    /// <summary>Whether two lines say the same of their thing.</summary>
    public static bool AreSame(RegisterLine one, RegisterLine other) => JsonNode.DeepEquals(Content(one), Content(other));

    /// <summary>The column that a refusal is about; null: none, or the line as a whole.</summary>
    public static RegisterColumn? ColumnOf(RegisterForm form, string field)
    {
        var property = field.Split('.')[^1];
        var shapes = form == RegisterForms.Organisation
            ? Shapes[form.Section].Fields.Concat(Closing.Fields)
            : Shapes[form.Section].Fields;
        return shapes.FirstOrDefault(known => known.Property == property) is { } found ? form.Find(found.Key) : null;
    }

    private static RegisterShape Shape(string section) => RegisterShape.All.Single(shape => shape.Section == section);

    private static JsonObject Content(RegisterLine line)
    {
        var fields = JsonSerializer.SerializeToNode(line, GanchaoJson.Options)!.AsObject();
        foreach (var member in OfTheLine)
        {
            fields.Remove(member);
        }

        if (line is DayLine { Kind: null } day)
        {
            fields[Kind] = JsonNamingPolicy.KebabCaseLower.ConvertName(day.KindOrUsual().ToString());
        }

        return fields;
    }

    private static void Set(JsonObject fields, RegisterField field, string cell)
    {
        if (field.Form == FieldForm.Name)
        {
            SetName(fields, field.Property, cell);
        }
        else if (cell.Length == 0)
        {
            fields.Remove(field.Property);
        }
        else
        {
            fields[field.Property] = field.Form switch
            {
                FieldForm.Whole => JsonNode.Parse(cell),
                FieldForm.List => CellText.Listed(cell),
                _ => cell,
            };
        }
    }

    private static void SetName(JsonObject fields, string language, string cell)
    {
        var names = fields[Names] as JsonObject ?? [];
        names.Remove(language);
        if (cell.Length > 0)
        {
            names[language] = cell;
        }

        fields.Remove(Names);
        if (names.Count > 0)
        {
            fields[Names] = names;
        }
    }

    private static Dictionary<string, string> Cells(RegisterForm form, JsonObject fields)
    {
        var cells = new Dictionary<string, string>();
        foreach (var field in Shapes[form.Section].Fields)
        {
            var value = field.Form == FieldForm.Name ? fields[Names]?[field.Property] : fields[field.Property];
            var text = value is JsonArray list ? string.Join(',', list.Select(part => part!.ToString())) : value?.ToString() ?? "";
            if (text.Length > 0 && !(field.Form == FieldForm.Date && text == DateText.Text(DateOnly.MinValue)))
            {
                cells[field.Key] = text;
            }
        }

        return cells;
    }
}
