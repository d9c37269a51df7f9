using System.Globalization;
using System.Reflection;
using Ganchao.Silo.Import.Files;

namespace Ganchao.Silo.Demo.Tables;

/// <summary>The demo plant's figures lie beside this file, as an office would keep them; they travel in the executable.</summary>
internal static class DemoTable
{
    private static readonly Assembly Own = typeof(DemoTable).Assembly;

    public static IReadOnlyList<DemoRow> Read(string name)
    {
        var file = CsvFile.Read(name, Bytes(name), new CsvForm(Delimiter: ',', HeadingLine: HeadingLine(name)));
        return [.. file.Rows.Select(row => new DemoRow(file.Headings, row.Cells))];
    }

    public static string Text(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    // A line of explanation may stand above the headings.
    private static int HeadingLine(string name) => Text(name).StartsWith('#') ? 2 : 1;

    private static byte[] Bytes(string name)
    {
        using var stream = Open(name);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static Stream Open(string name) => Own.GetManifestResourceStream($"demo/{name}")
        ?? throw new InvalidOperationException($"The executable holds no table '{name}' of the demo.");
}

/// <summary>One row by its headings.</summary>
internal sealed class DemoRow(IReadOnlyList<string> headings, IReadOnlyList<string> cells)
{
    public string this[string heading] => cells[headings.ToList().IndexOf(heading)];

    public decimal Number(string heading) => decimal.Parse(this[heading], CultureInfo.InvariantCulture);

    public int Count(string heading) => int.Parse(this[heading], CultureInfo.InvariantCulture);
}
