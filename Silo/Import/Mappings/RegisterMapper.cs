using System.Text.Json;
using System.Text.Json.Nodes;
using Ganchao.Contracts.Json;
using Ganchao.Contracts.Registers;
using Ganchao.Silo.Import.Files;

namespace Ganchao.Silo.Import.Mappings;

/// <summary>Makes register lines of a row; the same line twice is one line.</summary>
internal sealed class RegisterMapper(ImportMapping mapping, LineIds ids)
{
    private readonly Dictionary<Guid, string> _made = [];

    public (ImportTarget Target, ImportLine Line)? Map(MappedRow row, RegisterMapping register)
    {
        if (!register.When.All(c => c.Holds(row) is true) || Texts(row, register) is not { } texts)
        {
            return null;
        }

        var fields = new JsonObject { ["type"] = register.Shape.Type };
        foreach (var field in register.Shape.Fields.Where(f => f.Form != FieldForm.Period && texts.ContainsKey(f.Key)))
        {
            if (!TrySet(row, fields, field, texts[field.Key], register))
            {
                return null;
            }
        }

        if (register.Shape.Register == RegisterName.Plans && !PlanPeriod.TrySet(row, fields, texts, register))
        {
            return null;
        }

        var key = register.Shape.Fields.Where(f => f.IsKey).Select(f => fields[f.Property]?.ToJsonString() ?? "");
        fields["id"] = ids.Only(["register", register.Shape.Type, .. key]);
        var line = LineContent.Read<RegisterLine>(row, fields, register.Fields);
        if (line is null || IsRepeated(row, line))
        {
            return null;
        }

        var target = RegisterTargets.Of(mapping.Plant, register.Shape.Register);
        return (target, new ImportLine(row.Place, LineContent.Headings(row, register.Fields), line.Id, line));
    }

    /// <summary>The fields that are filled; null: there is no line here.</summary>
    private static Dictionary<string, string>? Texts(MappedRow row, RegisterMapping register)
    {
        var texts = register.Fields.ToDictionary(f => f.Key, f => f.Value.Fill(row));
        if (texts.ContainsValue(null) || (register.Empty == EmptyFigure.Skip && texts.GetValueOrDefault("value") == ""))
        {
            return null;
        }

        if (register.Empty == EmptyFigure.Zero && texts.GetValueOrDefault("value") == "")
        {
            texts["value"] = "0";
        }

        return texts.Where(t => t.Value!.Length > 0).ToDictionary(t => t.Key, t => t.Value!);
    }

    private static bool TrySet(
        MappedRow row, JsonObject fields, RegisterField field, string text, RegisterMapping register)
    {
        var template = register.Fields[field.Key];
        JsonNode? value = text;
        switch (field.Form)
        {
            case FieldForm.Figure:
                value = row.Figure(text, template) is { } figure ? DecimalTextConverter.Normal(figure) : null;
                break;
            case FieldForm.Whole:
                value = row.Figure(text, template) is { } whole
                    ? JsonNode.Parse(DecimalTextConverter.Normal(whole))
                    : null;
                break;
            case FieldForm.Date:
                value = PlanPeriod.Date(row, text, template) is { } date ? DateText.Text(date) : null;
                break;
            case FieldForm.Time:
                value = text.Length is 4 or 5 ? text.PadLeft(5, '0') + ":00" : text;
                break;
            case FieldForm.Flag:
                value = bool.TryParse(text, out var flag) ? flag : null;
                if (value is null)
                {
                    row.Note(template.Columns.FirstOrDefault(), "not-true-or-false", new Said(
                        $"'{text}' 应为 true 或 false。", $"'{text}' is neither true nor false."));
                }

                break;
            case FieldForm.List:
                value = CellText.Listed(text);
                break;
            case FieldForm.Name:
                var names = fields["names"] as JsonObject ?? [];
                names[field.Property] = text;
                fields["names"] = names;
                return true;
            case FieldForm.Text or FieldForm.Period or FieldForm.NotSet:
                break;
        }

        fields[field.Property] = value;
        return value is not null;
    }

    private bool IsRepeated(MappedRow row, RegisterLine line)
    {
        var text = JsonSerializer.Serialize(line, GanchaoJson.Options);
        if (_made.TryAdd(line.Id, text))
        {
            return false;
        }

        if (_made[line.Id] != text)
        {
            row.Note(null, "said-twice", new Said(
                $"与前面的行矛盾,前面是 {_made[line.Id]}。", $"An earlier line says otherwise: {_made[line.Id]}."));
        }

        return true;
    }
}
