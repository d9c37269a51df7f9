using Ganchao.Client.Wording;

namespace Ganchao.Dashboard.Accounts;

/// <summary>All texts about passkeys.</summary>
internal static class PasskeyTexts
{
    public static readonly Text SignIn = new("用通行密钥登录", "Sign in with a passkey");
    public static readonly Text Refused = new(
        "通行密钥没有通过:它可能已被移除,或者等得太久。请再试一次,或用密码登录;忘了密码请找系统管理员。",
        "The passkey did not work: it may have been removed, or it took too long. Try again, or use the password; "
        + "if you forgot it, ask the administrator.");

    public static readonly Text Cancelled = new(
        "没有完成:取消了,超时了,或者这台设备上没有本系统的通行密钥。请再试一次,或用密码登录。",
        "Not finished: cancelled, too late, or this device has no passkey for this system. Try again, or use the password.");

    public static readonly Text Failed = new(
        "没有连上服务器或页面已过期。请刷新页面再试,或用密码登录。",
        "The server did not answer, or the page is too old. Reload it and try again, or use the password.");

    public static readonly Text Passkeys = new("通行密钥", "Passkeys");
    public static readonly Text Manage = new("通行密钥:查看、添加、移除", "Passkeys: see, add, remove");
    public static readonly Text Meaning = new(
        "用指纹、面容或设备的锁屏密码登录,不用输密码。密钥留在您自己的设备里,系统只存公开的那一半。一个账号最多 {0} 个。",
        "Sign in by finger, face or the device's own PIN instead of the password. The key stays on your own device; the system has its "
        + "public half only. An account has {0} at most.");

    public static readonly Text None = new("还没有通行密钥。", "There is no passkey yet.");
    public static readonly Text AddedAt = new("添加于 {0}", "added {0}");
    public static readonly Text UsedAt = new("上次使用 {0}", "last used {0}");
    public static readonly Text NeverUsed = new("还没用过", "not used yet");
    public static readonly Text RemovedAt = new("移除于 {0}", "removed {0}");
    public static readonly Text RemovedByOther = new("系统管理员给新密码时移除于 {0}", "removed {0}, when the administrator gave a new password");
    public static readonly Text Name = new("名字(例如:我的手机)", "Name (such as: my phone)");
    public static readonly Text Rename = new("改名", "Rename");
    public static readonly Text Remove = new("移除", "Remove");
    public static readonly Text RemoveMeaning = new(
        "移除后它不能再登录,您在其他设备上也会退出。设备里的那一半请在设备的密码管理里删除。",
        "It can no longer sign in, and you are signed out on all other devices. Delete its half on the device in the device's own settings.");

    public static readonly Text Add = new("添加通行密钥", "Add a passkey");
    public static readonly Text EndWithPassword = new(
        "给新密码会同时移除此人的通行密钥。", "A new password also removes the person's passkeys.");

    public static readonly Text NoScript = new(
        "要在支持通行密钥的浏览器里、以 https 打开本页才能添加。", "To add one, open this page over https in a browser that knows passkeys.");

    public static readonly Text NotHere = new(
        "这里不能管理通行密钥。请在自己的设备上以 https 打开,用自己的密码登录。",
        "Passkeys cannot be managed here. Use your own device over https, signed in with a password of your own.");

    public static readonly Text NotAdded = new(
        "通行密钥没有添加:设备的答复对不上或太晚。请重新输入密码再试一次;设备里多出来的那个请删除。",
        "The passkey was not added: the device's answer did not fit, or came too late. Type the password and try again; "
        + "delete the one left over on the device.");

    public static readonly Text NotMade = new(
        "没有完成:取消了或超时了。请再试一次。", "Not finished: cancelled, or too late. Try again.");

    public static readonly Text NoAnswer = new(
        "没有连上服务器或页面已过期。请刷新页面再试。", "The server did not answer, or the page is too old. Reload it and try again.");

    public static readonly Text Known = new(
        "这台设备已经有本账号的通行密钥,不用再添加。", "This device has a passkey of this account already; there is nothing to add.");

    public static readonly Text Full = new(
        "通行密钥已满,或者这个以前移除过。请先移除一个,再试一次。",
        "There is no room for a further passkey, or this one was removed before. Remove one, then try again.");
}
