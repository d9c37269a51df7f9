using Ganchao.Client.Wording;

namespace Ganchao.Dashboard.Pictures;

/// <summary>The words of a board's picture and of the text that goes with it.</summary>
internal static class PictureTexts
{
    public static readonly Text Picture = new("出图", "Picture");
    public static readonly Text ForTheChat = new("发到工作群的图和文字", "Picture and text for the group chat");
    public static readonly Text Save = new("保存图片", "Save the picture");
    public static readonly Text LongPress = new("手机上长按图片可以保存或转发。", "On a phone, press the picture long to save or forward it.");
    public static readonly Text Message = new("文字", "Text");
    public static readonly Text Copy = new("复制文字", "Copy the text");
    public static readonly Text Copied = new("已复制", "Copied");
    public static readonly Text InAll = new(" 等 {0} 家", ", {0} in all");
    public static readonly Text Tail = new("(截至 {0},{1})", "(as of {0}, {1})");
    public static readonly Text NothingYet = new("还没有填报", "nothing entered yet");
}
