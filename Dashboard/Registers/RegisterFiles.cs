using System.Buffers;
using System.Text;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ganchao.Dashboard.Registers;

/// <summary>A register as a file that the import takes again.</summary>
internal static class RegisterFiles
{
    private const string Heads = "=+-@";

    private static readonly SearchValues<char> Parting = SearchValues.Create("\",;\r\n\t ");

    public static void MapRegisterFiles(this IEndpointRouteBuilder routes) => routes
        .MapGet("/registers/{plant}/{register}/list.csv", ReadAsync)
        .WithMetadata(new NeedsAttribute(Right.AdministerRegisters)).ExcludeFromDescription();

    private static async Task<IResult> ReadAsync(PlantId plant, string register, HttpContext context, IRegisterDesk desk)
    {
        if (RegisterForms.Of(register) is not { } form || await desk.OpenAsync(context, plant) is null)
        {
            return Results.NotFound();
        }

        var list = await desk.ListAsync(plant, form, search: "", RegisterPageful.All, context.RequestAborted);
        var text = Written(form, list.Items, RequestLanguage.Of(context.Request));
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.File(
            [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
            "text/csv; charset=utf-8",
            $"{plant}-{form.Slug}.csv");
    }

    /// <summary>The byte order mark is for spreadsheets, which take the text for another encoding without it.</summary>
    private static string Written(RegisterForm form, IEnumerable<RegisterItem> items, ReaderLanguage words)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', form.Columns.Select(column => Quoted(words.Of(column.Label)))).Append("\r\n");
        foreach (var item in items)
        {
            text.AppendJoin(',', form.Columns.Select(column => Quoted(CellOf(column, item, words)))).Append("\r\n");
        }

        return text.ToString();
    }

    private static string CellOf(RegisterColumn column, RegisterItem item, ReaderLanguage words) =>
        item.Cells.GetValueOrDefault(column.Key) is not { Length: > 0 } cell ? ""
        : column.Form is CellForm.Figure or CellForm.Whole ? cell
        : Heads.Contains(cell[0], StringComparison.Ordinal) ? $" {cell}"    // so that no spreadsheet runs it
        : column.Shown(cell, words);

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(Parting) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
