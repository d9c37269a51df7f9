using System.Reflection;
using System.Text.Json;
using Ganchao.Client.Wording;
using Ganchao.Dashboard.Crew;
using Ganchao.Dashboard.Entry;

namespace Ganchao.Dashboard.Offline;

/// <summary>All texts of the outbox; its scripts get them with the page, in the reader's language.</summary>
internal static class OutboxTexts
{
    public static readonly Text Outbox = new("待发箱", "Outbox");
    public static readonly Text NotOffered = new(
        "本机没有开通离线填报:填报直接存入服务器,不经待发箱。离线填报用厂里配对的平板,通过 https 打开。",
        "Offline entry is not set up on this device: what you submit goes straight to the server. It works on the plant's paired tablets, over https.");
    public static readonly Text NeedsScript = new("待发箱需要脚本。填报本身不需要。", "The outbox needs scripts; entering does not.");
    public static readonly Text FormOf = new("离线填报,所用表单是 {0} 小时前下载的", "Entered offline on a form downloaded {0} hours before");

    public static readonly Text Draft = new("草稿", "draft");
    public static readonly Text Waiting = new("待发", "waiting");
    public static readonly Text Sending = new("发送中", "sending");
    public static readonly Text Received = new("已送达", "received");
    public static readonly Text Certified = new("已认定", "certified");
    public static readonly Text Returned = new("被退", "returned");
    public static readonly Text Corrected = new("已更正", "corrected");
    public static readonly Text Late = new("补报", "late");

    public static readonly Text Counts = new("待发 {0} · 已送达 {1} · 被退 {2}", "Waiting {0} · received {1} · returned {2}");
    public static readonly Text SendNow = new("立即发送", "Send now");
    public static readonly Text Export = new("导出待发", "Save unsent to a file");
    public static readonly Text ExportName = new("赶超待发", "ganchao-unsent");
    public static readonly Text Empty = new("还没有经本机填报的。", "Nothing has been entered on this device yet.");
    public static readonly Text Show = new("查看待发", "Show the outbox");
    public static readonly Text Correct = new("更正", "Correct");
    public static readonly Text Resume = new("继续填", "Go on");
    public static readonly Text History = new("看已存入的", "See what is recorded");
    public static readonly Text Receipt = new("回执", "Receipt");
    public static readonly Text Delete = new("不要了", "Discard");
    public static readonly Text ConfirmDelete = new("确认删除", "Yes, delete it");
    public static readonly Text Device = new("设备 {0}", "device {0}");

    public static readonly Text Stored = new("✓ 已存入本机", "✓ Kept on this device");
    public static readonly Text StoredMeaning = new("有网后自动发送,不必重填。", "It is sent by itself once there is a network; do not enter it again.");
    public static readonly Text Number = new("编号 …{0}", "id …{0}");
    public static readonly Text WaitingCount = new("○ 待发送 {0} 条", "○ waiting to be sent: {0}");
    public static readonly Text Delivered = new("✓ 已送达", "✓ Received");
    public static readonly Text EnterMore = new("再填一条", "Enter more");

    public static readonly Text NoNetwork = new("▲ 无网络,可继续填报", "▲ No network; you can go on entering");
    public static readonly Text NeedsNetwork = new("▲ 无网络,这一页要联网才能看。", "▲ No network, and this page needs one.");
    public static readonly Text NoForm = new(
        "本机没有下载过这个班组的表单。联网时打开一次,以后没有网也能填。",
        "This device never downloaded that team's form. Open it once with a network; from then on it works without.");
    public static readonly Text FormAge = new("表单是 {0}前下载的", "form downloaded {0} ago");
    public static readonly Text Minutes = new("{0} 分钟", "{0} min");
    public static readonly Text Hours = new("{0} 小时", "{0} h");
    public static readonly Text Days = new("{0} 天", "{0} days");
    public static readonly Text Date = new("生产日期", "Production date");
    public static readonly Text Enter = new("填报", "Enter");
    public static readonly Text ChooseTeam = new("选班组和日期", "Choose team and date");

    public static readonly Text Check = new("核对后提交", "Check, then submit");
    public static readonly Text CheckOffline = new(
        "服务器现在够不着:先存入本机,送达时由服务器核对,有问题会退回。",
        "The server cannot be reached now: it is kept here, judged by the server when it arrives, and returned if something is wrong.");
    public static readonly Text Submit = new("确认提交", "Submit");
    public static readonly Text Back = new("返回修改", "Go back");
    public static readonly Text Change = new("更改", "Change");
    public static readonly Text Event = new("本班事件", "Events of this shift");
    public static readonly Text NothingTyped = new("至少填一个数。", "Type at least one figure.");
    public static readonly Text NoMoreHeats = new("没有网络时不能加第一炉;联网后再填。", "The first heat cannot be added without a network.");
    public static readonly Text NoOrders = new(
        "没有网络时不能按工作令号加一行;联网后再加。", "A work order cannot be added without a network.");
    public static readonly Text NoPeople = new(
        "没有网络时不能添加名单外的人;联网后再加。", "Somebody who is not listed cannot be added without a network.");
    public static readonly Text Nothing = NothingTexts.Nothing;
    public static readonly Text NothingMeaning = NothingTexts.Meaning;
    public static readonly Text NothingConfirm = NothingTexts.Confirm;
    public static readonly Text Crew = CrewTexts.Crew;
    public static readonly Text NoId = new("这一条没有编号,不能存入。请重新打开表单再报。", "The entry has no id. Open the form anew and send that.");
    public static readonly Text Restored = new("已恢复 {0} 的草稿。", "The draft of {0} is back.");
    public static readonly Text WasReturned = new("被退回:", "Returned: ");
    public static readonly Text SentMeanwhile = new("这张表已在另一个窗口提交。", "This form was submitted in another window.");

    public static readonly Text SignInAgain = new("▲ 请重新登录:登录后自动发送。", "▲ Please sign in again; it is sent by itself afterwards.");
    public static readonly Text SignIn = new("登录", "Sign in");
    public static readonly Text OtherPerson = new(
        "本机还有别人填的 {0} 条没有发出,等本人登录后发送。", "Others have {0} unsent here; they are sent when their own people sign in.");
    public static readonly Text LeaveUnsent = new(
        "还有 {0} 条没有发出。现在退出,它们留在本机,等您下次登录再发。",
        "{0} are unsent. If you sign out now they stay on this device and are sent when you sign in again.");
    public static readonly Text LeaveAnyway = new("仍然退出", "Sign out anyway");
    public static readonly Text TooMany = new(
        "▲ 有 {0} 条未发。请尽快联网;也可以导出成文件交给统计员。",
        "▲ {0} are unsent. Find a network soon, or save them to a file for the statistician.");
    public static readonly Text TooOld = new(
        "▲ 最早的一条是 {0}前填的,还没有发出。请尽快联网,或导出成文件。",
        "▲ The oldest was entered {0} ago and is unsent. Find a network soon, or save them to a file.");
    public static readonly Text ClockWrong = new(
        "▲ 本机时间与服务器相差 {0}(本机 {1},服务器 {2})。请把本机时间调准;两个时间都会记下。",
        "▲ This device's clock is {0} off (here {1}, server {2}). Set it right; both times are kept.");
    public static readonly Text NoStorage = new(
        "▲ 这个浏览器不能在本机保存(可能是无痕窗口):离线填报用不了,提交直接存入服务器。",
        "▲ This browser cannot keep anything here (a private window, perhaps): no offline entry; what you submit goes straight to the server.");
    public static readonly Text Private = new(
        "▲ 像是无痕窗口:关闭窗口后,没有发出的会丢失。请用普通窗口。",
        "▲ This looks like a private window: what is unsent is lost when it closes. Use an ordinary window.");
    public static readonly Text NotPersistent = new(
        "浏览器没有答应长期保存:请不要清理浏览器数据,尽快联网发送。",
        "The browser did not promise to keep what is here: do not clear its data, and send soon.");
    public static readonly Text KeepFailed = new(
        "▲ 没有存入本机:{0}。填的还在页面上,请再按一次。",
        "▲ It was not kept on this device: {0}. What you typed is still on the page; press again.");
    public static readonly Text NewVersion = new("有新版本,点此更新", "There is a new version: press to update");
    public static readonly Text Ready = new("✓ 没有网络也能填", "✓ works without a network");
    public static readonly Text NotReached = new("服务器够不着,{0} 秒后再试", "The server cannot be reached; next try in {0} s");

    /// <summary>By the names that the scripts use.</summary>
    public static IReadOnlyDictionary<string, Text> All { get; } = typeof(OutboxTexts)
        .GetFields(BindingFlags.Static | BindingFlags.Public)
        .Where(field => field.FieldType == typeof(Text))
        .ToDictionary(field => JsonNamingPolicy.CamelCase.ConvertName(field.Name), field => (Text)field.GetValue(null)!);
}
