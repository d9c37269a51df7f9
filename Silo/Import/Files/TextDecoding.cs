using System.Text;

namespace Ganchao.Silo.Import.Files;

/// <summary>
/// The text of a factory's file: by its byte order mark, else UTF-8 where every byte fits, else GB18030. Bytes that fit
/// nothing are refused; nothing is replaced by a question mark.
/// </summary>
internal static class TextDecoding
{
    private static readonly (byte[] Mark, string Name)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], "utf-8"),
        ([0xFF, 0xFE], "utf-16"),
        ([0xFE, 0xFF], "utf-16BE"),
    ];

    /// <param name="bytes">The whole file.</param>
    /// <param name="file">Its name, for the refusal.</param>
    /// <param name="encoding">Taken instead of guessing, where given; a byte order mark of it is still dropped.</param>
    /// <exception cref="MappingException">The bytes are no text in the encoding.</exception>
    public static string Decode(byte[] bytes, string file, string? encoding = null)
    {
        var mark = Marks.FirstOrDefault(m => bytes.AsSpan().StartsWith(m.Mark));
        if ((encoding ?? mark.Name) is { } name)
        {
            return TryDecode(bytes, Named(name, file), mark.Mark?.Length ?? 0) ?? throw NotIn(file, name);
        }

        return TryDecode(bytes, Named("utf-8", file), 0) ??
            TryDecode(bytes, Named("gb18030", file), 0) ??
            throw NotIn(file, "utf-8, gb18030");
    }

    private static string? TryDecode(byte[] bytes, Encoding encoding, int skip)
    {
        try
        {
            return encoding.GetString(bytes, skip, bytes.Length - skip);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding Named(string name, string file)
    {
        // GBK and GB2312 are parts of GB18030 that programs name when they mean all of it.
        var known = name.ToUpperInvariant() is "GBK" or "GB2312" or "CP936" ? "gb18030" : name;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(
                    known, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback) ??
                Encoding.GetEncoding(known, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            throw new MappingException(file, null, new Said(
                $"不认识编码 '{name}',请写 utf-8、gb18030 或 utf-16。",
                $"Encoding '{name}' is not known: write utf-8, gb18030 or utf-16."));
        }
    }

    private static MappingException NotIn(string file, string encoding) => new(file, null, new Said(
        $"文件不是 {encoding} 编码的文本;请另存为 UTF-8 CSV,或在映射文件的 file.encoding 中写明编码。",
        $"The file is no text in {encoding}: save it as UTF-8 CSV, or name its encoding under file.encoding."));
}
