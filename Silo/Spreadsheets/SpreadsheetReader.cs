using System.Text;
using Ganchao.Dashboard.Spreadsheets;
using Ganchao.Silo.Identity;
using Ganchao.Silo.Import;
using Ganchao.Silo.Import.Files;

namespace Ganchao.Silo.Spreadsheets;

/// <summary>What a file is by its content, read by who reads such; what is refused is counted.</summary>
internal sealed class SpreadsheetReader(IdentityMeter meter, ILogger<SpreadsheetReader> log) : ISpreadsheetReader
{
    private static readonly byte[] OldContainer = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly char[] Delimiters = [',', ';', '\t'];
    private static readonly byte[] Encrypted = Encoding.Unicode.GetBytes("EncryptedPackage");

    public SpreadsheetReading Read(string name, byte[] file)
    {
        var reading = Look(name, file, log);
        if (reading.Table is null)
        {
            meter.Refused($"spreadsheet-{RuleOf(reading.Fault)}");
        }

        return reading;
    }

    public static SpreadsheetReading Look(string name, byte[] file, ILogger log)
    {
        var bytes = file.AsSpan();
        return bytes.Length > SpreadsheetLimits.FileLength ? SpreadsheetReading.Refused(SpreadsheetFault.TooLarge)
            : bytes.IsEmpty ? SpreadsheetReading.Refused(SpreadsheetFault.Empty)
            : bytes.StartsWith(OldContainer) ? SpreadsheetReading.Refused(
                bytes.IndexOf(Encrypted) >= 0 ? SpreadsheetFault.Protected : SpreadsheetFault.OldFormat)
            : !bytes.StartsWith("PK"u8) ? ReadText(name, file)
            : PackageInspector.FaultOf(file) is { } fault ? SpreadsheetReading.Refused(fault)
            : WorkbookReader.Read(name, file, log);
    }

    private static string RuleOf(SpreadsheetFault fault) => fault.ToString().ToLowerInvariant();

    private static SpreadsheetReading ReadText(string name, byte[] file)
    {
        try
        {
            var text = TextDecoding.Decode(file, name);
            if (text.Any(static sign => char.IsControl(sign) && sign is not ('\r' or '\n' or '\t')) || text.TrimStart('\uFEFF', ' ', '\r', '\n').StartsWith('<'))
            {
                return SpreadsheetReading.Refused(SpreadsheetFault.WrongType);
            }

            var rows = CsvFile.Read(name, file, new CsvForm(Delimiter: DelimiterOf(text), HeadingLine: 0)).Rows;
            return TableOf(name, rows);
        }
        catch (MappingException)
        {
            return SpreadsheetReading.Refused(SpreadsheetFault.WrongType);
        }
    }

    // A title line has none of them, so all lines are asked.
    private static char DelimiterOf(string text) =>
        Delimiters.MaxBy(delimiter => text.Count(sign => sign == delimiter));

    private static SpreadsheetReading TableOf(string name, IReadOnlyList<CsvRow> rows)
    {
        var cells = new SpreadsheetCells();
        foreach (var row in rows)
        {
            foreach (var (index, content) in row.Cells.Index())
            {
                if (content.Length > 0 && !cells.TryAdd(row.Line, index + 1, CellKind.Text, content))
                {
                    return SpreadsheetReading.Refused(SpreadsheetFault.TooMany);
                }
            }
        }

        return cells.Table(name, "", [], []);
    }
}
