using Ganchao.Client.Wording;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Entry;

namespace Ganchao.Dashboard.Grids;

/// <summary>Addresses of the grids.</summary>
internal static class GridAddress
{
    /// <summary>A sheet's grid is found under this, with the sheet's text behind.</summary>
    public const string Path = "/entry/department";

    public static string Grid(this ReaderLanguage words, DepartmentSheet sheet) => words.Link($"{Path}/{sheet}");

    public static string GridFile(this ReaderLanguage words, DepartmentSheet sheet) => words.Link($"{Path}/{sheet}/file");

    public static string Receipt(this ReaderLanguage words, DepartmentSheet sheet, string receipt) =>
        words.Link($"{Path}/{sheet}?receipt={receipt}");

    public static string History(this ReaderLanguage words, DepartmentSheet sheet) =>
        words.Link($"{DepartmentSheet.HistoryPath}/{sheet}");

    /// <summary>A department's events are found under this, with plant and department behind.</summary>
    public const string EventPath = "/entry/events";

    public static string Events(this ReaderLanguage words, PlantId plant, UnitId department) =>
        words.Link($"{EventPath}/{plant}/{department}");

    /// <summary>The same with the first row begun: an event of that day about that team.</summary>
    public static string Events(this ReaderLanguage words, PlantId plant, UnitId department, DateOnly on, UnitId team) =>
        words.Link($"{EventPath}/{plant}/{department}?on={on:yyyy-MM-dd}&who={Uri.EscapeDataString(SubjectId.Team(team).ToString())}");

    public static string Events(this ReaderLanguage words, EventForm form, string receipt) =>
        words.Link($"{EventPath}/{form.Plant}/{form.Department}?receipt={receipt}");

    public static string Event(this ReaderLanguage words, EventForm form, string happened, Guid entry) =>
        words.Link($"{EventPath}/{form.Plant}/{form.Department}/{happened}/{entry}");

    public static string EventFile(this ReaderLanguage words, EventForm form) =>
        words.Link($"{EventPath}/{form.Plant}/{form.Department}/file");

    public static string EventTemplate(EventForm form, string format) =>
        $"{EventPath}/{form.Plant}/{form.Department}/template.{format}";

    public static string Template(DepartmentSheet sheet, string format) => $"{Path}/{sheet}/template.{format}";
}
