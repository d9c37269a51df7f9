using Ganchao.Client.Wording;

namespace Ganchao.Dashboard.Phones;

/// <summary>The words of the code that phones scan.</summary>
internal static class PhoneTexts
{
    public static readonly Text OnThePhone = new("手机看", "On the phone");
    public static readonly Text Scan = new("手机连上厂内网络后扫码。", "Scan it with a phone in the plant's network.");
    public static readonly Text ThisMachineOnly = new(
        "系统目前只对这台电脑开放,手机看不到。怎样对厂内网络开放,见运行说明。",
        "The system answers this computer only, so phones cannot see it. The operations guide says how to open it to the plant's network.");
}
