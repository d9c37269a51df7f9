using System.IO.Compression;
using System.Security;
using System.Text;
using Ganchao.Dashboard.Spreadsheets;
using Ganchao.Silo.Spreadsheets;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ganchao.Silo.Tests.Spreadsheets;

/// <summary>Workbooks as their parts, so that a test may break any of them.</summary>
internal static class Workbooks
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A workbook whose one sheet, 月报, holds these rows; cells have styles: 1 per cent, 2 a date.</summary>
    public static byte[] Of(string rows, string merged = "") => Zip(Parts(Sheet(rows, merged)));

    /// <summary>A workbook with further parts, or others in the place of its own.</summary>
    public static byte[] With(string rows, params (string Name, string Text)[] parts) =>
        Zip(Parts(Sheet(rows, "")).Where(part => parts.All(other => other.Name != part.Name)).Concat(parts));

    /// <summary>What is read of a file; what it is refused for goes to no log.</summary>
    public static SpreadsheetReading Look(string name, byte[] file) => SpreadsheetReader.Look(name, file, NullLogger.Instance);

    public static string Sheet(string rows, string merged = "") =>
        $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData>{(merged.Length == 0 ? "" : $"<mergeCells>{merged}</mergeCells>")}</worksheet>""";

    /// <summary>A row of texts and numbers, from column A on; null: no cell.</summary>
    public static string Row(int number, params object?[] cells) =>
        $"""<row r="{number}">{string.Concat(cells.Select((cell, index) => Cell($"{(char)('A' + index)}{number}", cell)))}</row>""";

    /// <summary>A cell of a style.</summary>
    public static string Styled(string address, int style, string value) => $"""<c r="{address}" s="{style}"><v>{value}</v></c>""";

    public static string Merge(string range) => $"""<mergeCell ref="{range}"/>""";

    public static byte[] Zip(IEnumerable<(string Name, string Text)> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }

    private static string Cell(string address, object? content) => content switch
    {
        null => "",
        string text => $"""<c r="{address}" t="inlineStr"><is><t>{SecurityElement.Escape(text)}</t></is></c>""",
        _ => FormattableString.Invariant($"""<c r="{address}"><v>{content}</v></c>"""),
    };

    private static IEnumerable<(string Name, string Text)> Parts(string sheet) =>
    [
        ("[Content_Types].xml",
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
            """),
        ("_rels/.rels", Relationship("rId1", "officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml",
            $"""<workbook xmlns="{Main}" xmlns:r="{Relationships}"><sheets><sheet name="月报" sheetId="1" r:id="rId1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", Relationship("rId1", "worksheet", "worksheets/sheet1.xml", ("rId2", "styles", "styles.xml"))),
        ("xl/styles.xml",
            $"""
            <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="200" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
            <cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="200"/></cellXfs></styleSheet>
            """),
        ("xl/worksheets/sheet1.xml", sheet),
    ];

    private static string Relationship(
        string id, string type, string target, params (string Id, string Type, string Target)[] others)
    {
        var all = others.Prepend((id, type, target)).Select(one =>
            $"""<Relationship Id="{one.Item1}" Type="{Relationships}/{one.Item2}" Target="{one.Item3}"/>""");
        return $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(all)}</Relationships>""";
    }
}
