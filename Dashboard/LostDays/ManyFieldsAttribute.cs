using Microsoft.AspNetCore.Http.Metadata;

namespace Ganchao.Dashboard.LostDays;

/// <summary>Takes a form of more fields than the usual 1,024: those of 24 sheets with forty products each.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ManyFieldsAttribute : Attribute, IFormOptionsMetadata
{
    public int? ValueCountLimit => 8_192;

    public bool? BufferBody => null;

    public int? MemoryBufferThreshold => null;

    public long? BufferBodyLengthLimit => null;

    public int? KeyLengthLimit => null;

    public int? ValueLengthLimit => null;

    public int? MultipartBoundaryLengthLimit => null;

    public int? MultipartHeadersCountLimit => null;

    public int? MultipartHeadersLengthLimit => null;

    public long? MultipartBodyLengthLimit => null;
}
