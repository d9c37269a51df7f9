using Ganchao.Client.Wording;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Grids;
using Ganchao.Dashboard.Wording;
using Ganchao.Silo.Identity;
using Ganchao.Silo.Spreadsheets;

namespace Ganchao.Silo.Grids;

/// <summary>A sheet's grid as a file, with its headings and rows and what stands there, to be filled in and uploaded.</summary>
internal static class TemplateEndpoint
{
    public static void MapTemplates(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/entry/department/{plant}/{department}/{date}/{period}/template.{format}", ReadAsync)
            .Needs(Right.EnterDepartment).ExcludeFromDescription();
        routes.MapGet("/entry/events/{plant}/{owner}/template.{format}", ReadEventsAsync)
            .Needs(Right.EnterEvent).ExcludeFromDescription();
    }

    private static async Task<IResult> ReadAsync(
        string plant, string department, string date, string period, string format, HttpContext context, IGridDesk desk)
    {
        if (DepartmentSheet.Parse(plant, department, date, period) is not { } sheet || format is not ("xlsx" or "csv")
            || await desk.ReadAsync(context, sheet, context.RequestAborted) is not { } form)
        {
            return Results.NotFound();
        }

        return FileOf(Of(form, RequestLanguage.Of(context.Request)), $"{department}-{date}-{period}", format);
    }

    private static async Task<IResult> ReadEventsAsync(
        PlantId plant, UnitId owner, string format, HttpContext context, IEventDesk desk) =>
        format is not ("xlsx" or "csv") || await desk.ReadAsync(context, plant, owner, context.RequestAborted) is not { } form
            ? Results.NotFound()
            : FileOf(Of(form, RequestLanguage.Of(context.Request)), $"{owner}-events", format);

    private static IResult FileOf(TemplateFile template, string name, string format) => format == "xlsx"
        ? Results.File(template.ToXlsx(), TemplateFile.XlsxType, $"{name}.{format}")
        : Results.File(template.ToCsv(), TemplateFile.CsvType, $"{name}.{format}");

    /// <summary>Headings alone: every event is a row of its own.</summary>
    public static TemplateFile Of(EventForm form, ReaderLanguage words) =>
        new(EventNames.TitleOf(form, words), EventNames.Headings(form, words), []);

    /// <summary>Units as the register has them, so that the file is understood in every language.</summary>
    public static TemplateFile Of(GridForm form, ReaderLanguage words)
    {
        var hasOrders = form.Rows.Any(static row => row.WorkOrder is not null);
        return new TemplateFile(
            GridNames.TitleOf(form, words),
            [
                GridNames.Who(words),
                .. hasOrders ? [GridNames.Order(words)] : Array.Empty<string>(),
                .. form.Columns.Select(column => $"{column.NameIn(words)}({column.Words.Unit})"),
            ],
            [
                .. form.Rows.Select(row => (IReadOnlyList<object?>)
                [
                    (row with { WorkOrder = null }).NameIn(words),
                    .. hasOrders ? [row.WorkOrder?.Value] : Array.Empty<object?>(),
                    .. form.Columns.Select(column => (object?)StandingIn(form, row, column)),
                ]),
            ]);
    }

    private static decimal? StandingIn(GridForm form, GridRow row, GridColumn column) =>
        form.Filled.GetValueOrDefault(GridForm.KeyOf(row, column)) is { Entry: not null } filled ? filled.Value : null;
}
