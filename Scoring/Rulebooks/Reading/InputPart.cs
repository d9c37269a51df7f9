using System.Collections.Immutable;
using System.Globalization;

namespace Ganchao.Scoring;

/// <summary>Reads <c>inputs</c>: <c>产量: output</c>, or a mapping with a measure or a formula, filters and window.</summary>
internal static class InputPart
{
    public static InputDefinition Read(PartItem item)
    {
        if (item.Value.IsScalar)
        {
            return new InputDefinition { Name = item.Id, Measure = item.Value.Text(), Place = item.Place };
        }

        if (item.Value.Child() is not { } part)
        {
            return new InputDefinition { Name = item.Id, Measure = item.Id, Place = item.Place };
        }

        var input = new InputDefinition
        {
            Name = item.Id,
            Measure = part.Has("measure") ? part.Text("measure") : item.Id,
            Formula = part.Value("formula")?.Formula(),
            Products = Texts(part, "product"),
            Details = Texts(part, "detail"),
            Where = [.. part.Items("where", static tag => new TagFilter(tag.Id, Texts(tag.Value))).OrderBy(
                t => t.Tag, StringComparer.Ordinal)],
            Party = part.Word("party", Party.Own),
            Window = ReadWindow(part),
            Plan = part.Word("plan", PlanBasis.Adjusted),
            Refused = part.Word("refused", RefusedFigures.Propagate),
            Unit = part.Text("unit"),
            Place = item.Place,
        };
        part.RefuseOtherKeys();
        return input;
    }

    private static ImmutableArray<string> Texts(Part part, string key) => part.Value(key) is { } value ? Texts(value) : [];

    private static ImmutableArray<string> Texts(PartValue value) =>
        [.. value.List().Select(static text => text.Text()).Order(StringComparer.Ordinal)];

    private static Window ReadWindow(Part part)
    {
        if (part.Value("window") is not { } value)
        {
            return Window.Stage;
        }

        return value.IsScalar ? ReadNamedWindow(value) : ReadDates(value.Child()!);
    }

    private static Window ReadNamedWindow(PartValue value) => value.Formula().Root switch
    {
        NameExpr { Name: "stage" } => Window.Stage,
        NameExpr { Name: "ytd" } => Window.YearToDate,
        NameExpr { Name: "own" } => Window.Own,
        CallExpr { Name: "previous", Arguments: [NumberExpr { Value: >= 1m and <= 100m } back] } when decimal.IsInteger(
            back.Value) =>
            Window.Previous((int)back.Value),
        _ => value.Refuse(Window.Stage, "stage, ytd, own, previous(n), { from, to }"),
    };

    private static Window ReadDates(Part dates)
    {
        var window = Window.Between(ReadDate(dates, "from"), ReadDate(dates, "to"));
        dates.RefuseOtherKeys();
        return window;
    }

    private static DateOnly ReadDate(Part dates, string key)
    {
        var text = dates.RequiredText(key);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || text.Length == 0
            ? date
            : dates.Value(key)!.Refuse(date, "2026-01-31");
    }
}
