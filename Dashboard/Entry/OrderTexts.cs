using Ganchao.Client.Wording;

namespace Ganchao.Dashboard.Entry;

/// <summary>Texts of the field for a work order that is typed or scanned.</summary>
internal static class OrderTexts
{
    public static readonly Text Other = new("其他工作令(可扫码)", "Another work order (scan or type)");
    public static readonly Text Hint = new("扫工作令上的条码,再填件数。", "Scan the code on the work order, then type its figures.");
    public static readonly Text Add = new("加这个工作令", "Add this work order");
    public static readonly Text Missing = new("请扫或输入工作令号。", "Scan or type the number of a work order.");
    public static readonly Text Unknown = new("没有工作令“{0}”。", "There is no work order “{0}”.");
    public static readonly Text Nearest = new("没有工作令“{0}”。最接近的是:{1}。", "There is no work order “{0}”. The nearest are: {1}.");
}
