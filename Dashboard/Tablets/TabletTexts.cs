using Ganchao.Client.Wording;

namespace Ganchao.Dashboard.Tablets;

/// <summary>All texts of the pages about shared tablets.</summary>
internal static class TabletTexts
{
    public static readonly Text Tablets = new("共用平板", "Shared tablets");
    public static readonly Text Name = new("平板的名字,如 铸造一班平板", "The tablet's name, such as Foundry tablet");
    public static readonly Text Units = new("给哪些班组或分厂用", "For which teams or branches");
    public static readonly Text Offer = new("配对一台平板", "Pair a tablet");
    public static readonly Text Offered = new(
        "十分钟内,在平板上扫码,或打开 {0} 输入代码:", "Within ten minutes scan this on the tablet, or open {0} there and type the code:");

    public static readonly Text Pair = new("配对这台平板", "Pair this tablet");
    public static readonly Text PairMeaning = new(
        "配对后,这里的班长用工号和 PIN 登录;请只在班组的平板上做。",
        "Once it is paired, shift leads sign in here by number and PIN. Do this on the team's own tablet only.");

    public static readonly Text Code = new("配对代码", "Pairing code");
    public static readonly Text WrongCode = new("代码不对或已过期。请重新配对。", "The code is wrong or has expired. Make another one.");
    public static readonly Text NotPaired = new(
        "这台设备没有配对,不能用 PIN。请用密码登录,或请管理员配对。",
        "This device is not paired, so a PIN does not work here. Sign in with the password, or have it paired.");

    public static readonly Text Number = new("工号", "Staff number");
    public static readonly Text Pin = new("PIN 码", "PIN");
    public static readonly Text SignIn = new("登录", "Sign in");
    public static readonly Text Wrong = new("工号或 PIN 不对,或这台平板不是您班组的。", "Number or PIN is wrong, or the tablet is not your team's.");
    public static readonly Text Lock = new("锁定", "Lock");
    public static readonly Text End = new("取消配对", "End the pairing");
    public static readonly Text None = new("还没有配对的平板。", "No tablet is paired yet.");
    public static readonly Text PairedAt = new("配对于 {0}", "paired on {0}");
}
