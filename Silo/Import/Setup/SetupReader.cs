using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Json;
using Ganchao.Contracts.Projects;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Registers;
using Ganchao.Silo.Import.Mappings;
using YamlDotNet.RepresentationModel;

namespace Ganchao.Silo.Import.Setup;

/// <summary>
/// Reads a setup file: the lines of registers, competitions and projects as the API takes them, without ids. A line's id is
/// made from all that it says, so a file can be sent again, and a changed line is a further line.
/// </summary>
internal sealed class SetupReader
{
    private readonly string _file;
    private readonly string _folder;
    private readonly LineIds _ids;
    private readonly List<ImportBatch> _batches = [];

    private SetupReader(string file, string folder, string source) =>
        (_file, _folder, _ids) = (file, folder, new LineIds(source));

    /// <param name="file">The file's name, for refusals.</param>
    /// <param name="folder">Where the files lie that it names.</param>
    /// <param name="text">Its text: YAML, of which JSON is a part.</param>
    /// <exception cref="MappingException">It is no setup file, or a line is not one that the API takes.</exception>
    public static ImportPlan Read(string file, string folder, string text)
    {
        var root = YamlSection.Load(file, text);
        var reader = new SetupReader(file, folder, root.Needed("source"));
        var plant = PlantId.TryParse(root.Needed("plant"), CultureInfo.InvariantCulture, out var id)
            ? id
            : throw root.Refuse(root.LineOf("plant"), "plant 不是合法的厂编号。", "'plant' is no plant id.");
        reader.ReadRegisters(root.Section("registers"), plant);
        var address = "api/plants/" + Uri.EscapeDataString(plant.Value);
        reader.ReadAll<ProjectLine>(root.Section("projects"), address + "/projects/", ImportStep.Projects);
        reader.ReadAll<CompetitionLine>(root.Section("competitions"), address + "/competitions/", ImportStep.Competitions);
        root.Finish();
        return new ImportPlan(0, reader._batches, []);
    }

    private void ReadRegisters(YamlSection? section, PlantId plant)
    {
        foreach (var register in Enum.GetValues<RegisterName>().Where(r => r != RegisterName.NotSet))
        {
            var name = JsonNamingPolicy.KebabCaseLower.ConvertName(register.ToString());
            if (section?.Find(name) is { } lines)
            {
                Add<RegisterLine>(RegisterTargets.Of(plant, register), lines, l => l.Id);
            }
        }

        section?.Finish();
    }

    private void ReadAll<T>(YamlSection? section, string address, ImportStep step)
        where T : class
    {
        foreach (var key in section?.Keys ?? [])
        {
            Add<T>(new ImportTarget($"{address}{Uri.EscapeDataString(key)}/lines", step), section!.Find(key)!, IdOf);
        }
    }

    private static Guid IdOf<T>(T line) => line switch
    {
        CompetitionLine competition => competition.Id,
        ProjectLine project => project.Id,
        _ => throw new InvalidOperationException($"{typeof(T)} is no line."),
    };

    private void Add<T>(ImportTarget target, YamlNode node, Func<T, Guid> id)
        where T : class
    {
        var lines = node is YamlSequenceNode list
            ? list.Children.Select(child => Line(target, child, id)).ToList()
            : throw Refuse(node, "这里应为列表。", "This must be a list of lines.");
        if (lines.Count > 0)
        {
            _batches.Add(new ImportBatch(target, lines));
        }
    }

    private ImportLine Line<T>(ImportTarget target, YamlNode node, Func<T, Guid> id)
        where T : class
    {
        if (Json(node) is not JsonObject fields)
        {
            throw Refuse(node, "这里应为一组 键: 值。", "This must be a set of key: value.");
        }

        fields["id"] = _ids.Next(target.Path, fields.ToJsonString());
        try
        {
            var line = fields.Deserialize<T>(GanchaoJson.Options)!;
            return new ImportLine(
                new LinePlace(_file, (int)node.Start.Line), new Dictionary<string, string>(), id(line), line);
        }
        catch (Exception refused) when (refused is JsonException or NotSupportedException)
        {
            // NotSupported: the line's type is missing or not one that goes here.
            throw Refuse(node, $"这一行不合规:{refused.Message}", refused.Message);
        }
    }

    private JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(c =>
            KeyValuePair.Create(((YamlScalarNode)c.Key).Value ?? "", Named(((YamlScalarNode)c.Key).Value, c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode scalar => SetupScalar.Json(scalar),
        _ => throw Refuse(node, "不支持这种 YAML。", "This kind of YAML is not supported."),
    };

    /// <summary>A rulebook's text, or the hash of its text, may stand in a file of its own.</summary>
    private JsonNode? Named(string? key, YamlNode node)
    {
        if (key is not ("text" or "rulebook") || node is not YamlMappingNode map
            || !map.Children.TryGetValue("file", out var named))
        {
            return Json(node);
        }

        var path = Path.Combine(_folder, named.ToString());
        if (!File.Exists(path))
        {
            throw Refuse(node, $"找不到文件 {named}。", $"There is no file {named}.");
        }

        var text = File.ReadAllText(path);
        return key == "text" ? text : PlantBook.HashOf(text);
    }

    private MappingException Refuse(YamlNode node, string zh, string en) => new(_file, node.Start.Line, new Said(zh, en));
}
