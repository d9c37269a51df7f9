using System.Collections.Immutable;
using System.Globalization;

namespace Ganchao.Scoring.Jobs;

/// <summary>
/// Reads <c>stage</c>, or <c>stages</c>: a list in order, each with its dates and, if wanted, a name and <c>as_of</c>.
/// </summary>
internal static class StagesReader
{
    public static ImmutableArray<JobStage> Read(Part job)
    {
        var before = job.Value("previous") is { } previous
            ? previous.List().Select(static span => SpanOf(span.Child())).ToList()
            : [];
        var yearStart = Dates.Read(job, "year_start");
        var stages = ImmutableArray.CreateBuilder<JobStage>();
        foreach (var (span, name, asOf) in Written(job))
        {
            IReadOnlyList<DateSpan> earlier = [.. stages.Select(static stage => stage.Calendar.Stage).Reverse(), .. before];
            var year = YearOf(span.Start, yearStart);
            var figures = new StageFigures(earlier.Count + 1, earlier.Count(other => other.Start >= year) + 1);
            stages.Add(new JobStage(name, new StageCalendar(span, year, earlier) { Figures = figures }, asOf ?? LastDayOf(span)));
        }

        return stages.ToImmutable();
    }

    private static IEnumerable<(DateSpan Span, string Name, DateOnly? AsOf)> Written(Part job)
    {
        if (job.Value("stages") is not { } list)
        {
            if (!job.Has("stage"))
            {
                job.RequiredText("stage");
            }

            yield return (SpanOf(job.Child("stage")), "", Dates.Read(job, "as_of"));
            yield break;
        }

        var (before, names) = (default(DateSpan), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (position, stage) in list.List().Select(static item => item.Child()).OfType<Part>().Index())
        {
            var (name, asOf) = (stage.Text("name"), Dates.Read(stage, "as_of"));
            name = name.Length > 0 ? name : (position + 1).ToString(CultureInfo.InvariantCulture);
            var span = SpanOf(stage);
            if (span.Start < before.End)
            {
                stage.Value("from")!.Refuse(span, string.Create(CultureInfo.InvariantCulture, $">= {before.End:yyyy-MM-dd}"));
            }

            if (!names.Add(name))
            {
                stage.Value("name")?.Refuse(name, $"'{name}' once / 只写一次");
            }

            before = span;
            yield return (span, name, asOf);
        }
    }

    // The statistical year in which the stage begins: from the given date on, year by year.
    private static DateOnly YearOf(DateOnly start, DateOnly? yearStart)
    {
        if (yearStart is not { } first)
        {
            return new DateOnly(start.Year, 1, 1);
        }

        var years = start.Year - first.Year;
        var year = first.AddYears(years);
        return year <= start || years == 0 || start.Year == 1 ? year : first.AddYears(years - 1);
    }

    private static DateOnly LastDayOf(DateSpan span) => span.End > DateOnly.MinValue ? span.End.AddDays(-1) : span.End;

    private static DateSpan SpanOf(Part? part)
    {
        if (part is null)
        {
            return default;
        }

        part.RequiredText("from");
        part.RequiredText("to");
        var (from, to) = (Dates.Read(part, "from"), Dates.Read(part, "to"));
        var span = new DateSpan(from ?? default, to ?? default);
        if (from >= to)
        {
            part.Value("to")!.Refuse(span, "from < to");
        }

        part.RefuseOtherKeys();
        return span;
    }
}

/// <summary>Dates of a job.</summary>
internal static class Dates
{
    /// <summary>Null when the key is not there; what is no date is refused.</summary>
    public static DateOnly? Read(Part part, string key) =>
        part.Value(key) is not { } value ? null
        : Of(value.Text()) is { } date ? date
        : value.Refuse<DateOnly?>(null, "2026-01-31");

    public static DateOnly? Of(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
