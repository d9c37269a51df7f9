using System.Collections.Immutable;
using System.Globalization;

namespace Ganchao.Scoring.Jobs;

/// <summary>Reads the YAML of a score job; see <c>docs/score.md</c>.</summary>
public static class ScoreJobReader
{
    /// <summary>The job, or null when a problem was found.</summary>
    public static (ScoreJob? Job, ImmutableArray<JobProblem> Problems) Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var findings = new Findings(text);
        if (RulebookYaml.Load(text, findings) is not { } root)
        {
            return (null, Problems(findings));
        }

        var part = new Part(root, findings);
        var job = new ScoreJob
        {
            Rulebook = part.RequiredText("rulebook"),
            Stages = StagesReader.Read(part),
            HasManyStages = part.Has("stages"),
            Shifts = part.Value("shifts") is { } shifts ? [.. shifts.List().Select(static shift => shift.Text())] : [],
            Facts = ReadFacts(part),
            Entrants = part.Value("entrants") is { } entrants && !(entrants.IsScalar && entrants.Text() == "all")
                ? ReadTable(entrants) : null,
            Plans = ReadTable(part.Value("plans")),
            Baselines = ReadTable(part.Value("baselines")),
            Coefficients = ReadTable(part.Value("coefficients")),
            Tags = part.Value("tags") is { } tags ? [.. tags.List().Select(static tag => tag.Text()).Distinct()] : [],
            References = ReadTable(part.Value("references")),
            Adjustments = ReadTable(part.Value("adjustments")),
            Members = ReadTable(part.Value("members")),
        };
        part.RefuseOtherKeys();
        return (findings.AnyError ? null : job, Problems(findings));
    }

    private static ImmutableArray<JobProblem> Problems(Findings findings) =>
        [.. findings.InOrder().Select(static diagnostic => new JobProblem("", diagnostic))];

    private static ImmutableArray<FactFile> ReadFacts(Part job)
    {
        if (job.Value("facts") is not { } value)
        {
            return [];
        }

        var files = value.List().ToList();
        foreach (var twice in files.Where(static file => file.IsScalar).GroupBy(static file => file.Text())
            .Where(static file => file.Count() > 1))
        {
            twice.Last().Refuse(twice.Key, $"'{twice.Key}' once / 只写一次");
        }

        return [.. files.Select(ReadFactFile)];
    }

    private static FactFile ReadFactFile(PartValue value)
    {
        if (value.IsScalar || value.Child() is not { } part)
        {
            return new FactFile { File = value.Text() };
        }

        var file = new FactFile
        {
            File = part.RequiredText("file"),
            Columns = ReadFields(part, "columns"),
            Fixed = ReadFields(part, "fixed"),
            Measures = ReadColumns(part, "measures"),
            Attributes = ReadColumns(part, "attributes"),
            Tags = ReadColumns(part, "tags"),
            DateFormat = ReadDateFormat(part),
            RowIsRecord = part.Truth("row_is_record"),
            Replacements = part.Value("replace") is { } list
                ? [.. list.List().Select(static item => ReadReplacement(item.Child()))] : [],
        };
        part.RefuseOtherKeys();
        return file;
    }

    private static string ReadDateFormat(Part part)
    {
        const string Usual = "yyyy-MM-dd";
        if (part.Value("date_format") is not { } format)
        {
            return Usual;
        }

        try
        {
            DateOnly.MinValue.ToString(format.Text(), CultureInfo.InvariantCulture);
            return format.Text();
        }
        catch (FormatException)
        {
            return format.Refuse(Usual, "yyyy-MM-dd, yyyy/M/d, yyyy年M月d日");
        }
    }

    private static ImmutableDictionary<string, string> ReadFields(Part part, string key)
    {
        if (part.Child(key) is not { } child)
        {
            return ImmutableDictionary<string, string>.Empty;
        }

        var fields = FactFields.All.Where(child.Has).ToImmutableDictionary(static field => field, child.Text);
        child.RefuseOtherKeys();
        return fields;
    }

    private static ImmutableArray<NamedColumn> ReadColumns(Part part, string key) =>
        part.Items(key, static item => new NamedColumn(item.Id, item.Value.Text()));

    private static Replacement ReadReplacement(Part? part)
    {
        if (part is null)
        {
            return new Replacement("", "", "");
        }

        var replacement = new Replacement(part.RequiredText("column"), part.Text("from"), part.Text("to"));
        part.RefuseOtherKeys();
        return replacement;
    }

    private static JobTable? ReadTable(PartValue? value)
    {
        if (value is null)
        {
            return null;
        }

        return value.IsScalar ? new JobTable(value.Text(), Written: null) : new JobTable("", ReadRows(value));
    }

    private static Table ReadRows(PartValue value)
    {
        var parts = value.List().Select(static item => item.Child()).OfType<Part>().ToList();
        var header = parts.SelectMany(static part => part.Keys).Distinct().ToList();
        return new Table("", header, [.. parts.Select(part => new TableRow(part.Place, [.. header.Select(part.Text)]))]);
    }
}
