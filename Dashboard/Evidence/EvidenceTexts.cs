using Ganchao.Client.Wording;

namespace Ganchao.Dashboard.Evidence;

/// <summary>Texts about photos and files that prove entries.</summary>
internal static class EvidenceTexts
{
    public static readonly Text Evidence = new("附件", "Evidence");
    public static readonly Text Attach = new("附照片或文件", "Attach a photo or file");
    public static readonly Text File = new("照片或文件", "Photo or file");
    public static readonly Text Hint = new(
        "JPEG、PNG、WebP 或 PDF,最大 5 MB。照片里的位置、设备等信息会删掉。",
        "JPEG, PNG, WebP or PDF of up to 5 MB. Where and by what a photo was taken is left out.");

    public static readonly Text Send = new("上传", "Upload");
    public static readonly Text Removed = new("附件已删除,留有凭证 {0}", "removed; its commitment stands: {0}");
    public static readonly Text Shown = new("{0} · {1} KB · 凭证 {2}", "{0} · {1} kB · commitment {2}");
    public static readonly Text None = new("还没有附件。", "Nothing is attached yet.");
    public static readonly Text Missing = new("请选一张照片或一个文件。", "Choose a photo or a file.");
    public static readonly Text NotTaken = new("没有存入。请核对后再试。", "Not recorded. Check it and try again.");

    private static readonly Dictionary<string, Text> ByRule = new(StringComparer.Ordinal)
    {
        ["evidence-large"] = new(
            "文件超过 5 MB。请拍小一点,或降低扫描分辨率。",
            "The file is larger than 5 MB. Take a smaller photo, or scan with fewer points."),
        ["evidence-type"] = new(
            "按内容看,这不是 JPEG、PNG、WebP 或 PDF,不管文件名怎么写。请拍照,或另存为 PDF。",
            "By its content this is no JPEG, PNG, WebP or PDF, whatever its name says. Take a photo, or save it as PDF."),
        ["evidence-broken"] = new(
            "文件不完整或已损坏。请重拍或重传。",
            "The file is cut off or broken. Take the photo again, or send it again."),
        ["evidence-pixels"] = new("图片没有尺寸,或像素太多。请缩小。", "The picture has no size, or too many pixels. Make it smaller."),
        ["evidence-hostile"] = new(
            "文件里藏了别的东西(程序、网页或另一个文件)。请改为拍照。",
            "Something else is hidden in the file: a program, a web page or another file. Take a photo of it instead."),
        ["evidence-removed"] = new(
            "这个附件已被删除,不能再传。请重拍,或请管理员处理。",
            "This one was removed and does not come back. Take another one, or ask the administrator."),
        ["evidence-there"] = new("这张已经附上了。", "This one is attached already."),
        ["evidence-many"] = new("每条最多 5 个附件。", "An entry has at most five."),
        ["id-taken"] = new("已经附上了。", "It is attached already."),
    };

    public static IReadOnlyCollection<Text> All => ByRule.Values;

    /// <summary>What a refusal means to the reader, by its rule.</summary>
    public static Text Of(string rule) => ByRule.GetValueOrDefault(rule, NotTaken);
}
