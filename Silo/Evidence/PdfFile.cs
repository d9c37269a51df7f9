namespace Ganchao.Silo.Evidence;

/// <summary>A PDF: taken as it is where it is whole and nothing in it says that it runs. It is only ever downloaded.</summary>
internal static class PdfFile
{
    private const int TailLength = 1_024;

    private static readonly byte[][] Running =
    [
        [.. "/JavaScript"u8], [.. "/JS "u8], [.. "/JS("u8], [.. "/JS<"u8], [.. "/Launch"u8], [.. "/EmbeddedFile"u8],
        [.. "/RichMedia"u8], [.. "/XFA"u8],
    ];

    private static readonly byte[][] Foreign = [[.. "<html"u8], [.. "<script"u8], [.. "<svg"u8], [.. "PK\u0003\u0004"u8]];

    public static Inspection Inspect(byte[] file)
    {
        var tail = file.AsSpan(Math.Max(0, file.Length - TailLength));
        return tail.LastIndexOf("%%EOF"u8) < 0 || file.AsSpan().IndexOf("obj"u8) < 0
            ? Inspection.Refused(EvidenceFault.Broken)
            : Running.Concat(Foreign).Any(sign => file.AsSpan().IndexOf(sign) >= 0)
                ? Inspection.Refused(EvidenceFault.Hostile)
                : Inspection.Taken(file, "application/pdf");
    }
}
