using System.IO.Compression;
using System.Xml;
using Ganchao.Dashboard.Spreadsheets;

namespace Ganchao.Silo.Spreadsheets;

/// <summary>
/// Looks into an .xlsx before anything is built from it: it unpacks to a bounded length whatever its directory claims, its XML is
/// whole, flat and without a document type, and it holds no programs and no links to other files.
/// </summary>
internal static class PackageInspector
{
    private const int MaxParts = 400;
    private const int MaxDepth = 40;
    private const long MaxUnpacked = 40_000_000;

    private static readonly string[] Programs = ["vbaproject", "macrosheets/", "activex/"];
    private static readonly string[] Links = ["externallinks/", "xl/connections", "querytables/"];

    /// <summary>Null: it may be read.</summary>
    public static SpreadsheetFault? FaultOf(byte[] file)
    {
        try
        {
            using var package = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            return package.Entries.Count > MaxParts ? SpreadsheetFault.Hostile : OfNames(package) ?? OfContents(package);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            return SpreadsheetFault.Broken;
        }
    }

    private static SpreadsheetFault? OfNames(ZipArchive package)
    {
        var names = package.Entries.Select(static part => part.FullName.Replace('\\', '/')).ToList();
        bool Has(string piece) => names.Exists(name => name.Contains(piece, StringComparison.OrdinalIgnoreCase));
        return names.Distinct(StringComparer.OrdinalIgnoreCase).Count() < names.Count ? SpreadsheetFault.Broken
            : Programs.Any(Has) ? SpreadsheetFault.Macros
            : Links.Any(Has) ? SpreadsheetFault.Links
            : Has("xl/workbook.xml") ? null
            : SpreadsheetFault.WrongType;
    }

    private static SpreadsheetFault? OfContents(ZipArchive package)
    {
        var left = MaxUnpacked;
        foreach (var part in package.Entries)
        {
            using var unpacked = new BoundedStream(part.Open(), left);
            try
            {
                if (IsXml(part) ? HasDocumentTypeOrDepth(unpacked) : !IsRead(unpacked))
                {
                    return SpreadsheetFault.Hostile;
                }
            }
            catch (TooLongException)
            {
                return SpreadsheetFault.Hostile;
            }

            left -= unpacked.Count;
        }

        return null;
    }

    private static bool IsXml(ZipArchiveEntry part) =>
        Path.GetExtension(part.FullName).ToUpperInvariant() is ".XML" or ".RELS" or ".VML";

    private static bool IsRead(BoundedStream unpacked)
    {
        unpacked.CopyTo(Stream.Null);
        return true;
    }

    // A document type is met before any of its entities is used.
    private static bool HasDocumentTypeOrDepth(BoundedStream unpacked)
    {
        using var reader = XmlReader.Create(unpacked, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Parse,
            XmlResolver = null,
            MaxCharactersFromEntities = 1,
            MaxCharactersInDocument = MaxUnpacked,
        });
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.DocumentType || reader.Depth > MaxDepth)
            {
                return true;
            }
        }

        return false;
    }

    private sealed class TooLongException : Exception;

    /// <summary>Counts what is read, and stops where it is more than was allowed.</summary>
    private sealed class BoundedStream(Stream inner, long limit) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Count;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            Count += read;
            return Count > limit ? throw new TooLongException() : read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
