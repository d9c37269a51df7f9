using Ganchao.Client.Wording;
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

    public static string Template(DepartmentSheet sheet, string format) => $"{Path}/{sheet}/template.{format}";
}
