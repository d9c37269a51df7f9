using Ganchao.Client.Wording;

namespace Ganchao.Dashboard.Accounts;

/// <summary>All texts of the pages about accounts.</summary>
internal static class AccountTexts
{
    public static readonly Text SignIn = new("登录", "Sign in");
    public static readonly Text SignOut = new("退出", "Sign out");
    public static readonly Text NameOrNumber = new("登录名或工号", "Sign-in name or staff number");
    public static readonly Text Password = new("密码", "Password");
    public static readonly Text WrongPassword = new(
        "登录名或密码不对。忘了密码请找系统管理员。", "Name or password is wrong. If you forgot it, ask the administrator.");

    public static readonly Text Locked = new(
        "输错次数太多或账号已停用,暂时不能登录。过 5 分钟再试,或找系统管理员。",
        "Too many wrong tries, or the account is shut. Try again in 5 minutes, or ask the administrator.");

    public static readonly Text TooMany = new("尝试太频繁,请一分钟后再试。", "Too many tries; wait a minute.");

    public static readonly Text CannotSignIn = new(
        "还不能登录:没有密码,也没有 PIN。", "Cannot sign in yet: there is neither a password nor a PIN.");
    public static readonly Text SetUp = new("首次设置", "Set-up");
    public static readonly Text SetUpIntro = new(
        "系统还没有账号。启动窗口里显示了一个代码,输入它,建立第一个系统管理员。",
        "There is no account yet. The window in which the system was started shows a code: type it to make the first administrator.");

    public static readonly Text SetUpNeeded = new("还没有账号,先做首次设置", "There is no account yet: set the system up");
    public static readonly Text Code = new("代码", "Code");
    public static readonly Text Plant = new("厂的编号(字母、数字或 -)", "The plant's id (letters, digits or -)");
    public static readonly Text PlantName = new("厂名", "The plant's name");
    public static readonly Text Name = new("登录名", "Sign-in name");
    public static readonly Text Number = new("工号", "Staff number");
    public static readonly Text Display = new("怎么称呼", "How the person is called");
    public static readonly Text NewPassword = new("新密码(至少 10 个字符)", "New password (10 characters or more)");
    public static readonly Text OldPassword = new("现在的密码", "Present password");
    public static readonly Text Make = new("建立", "Make it");

    public static readonly Text Account = new("我的账号", "My account");
    public static readonly Text MustChange = new(
        "这是管理员给的一次性密码,请先改成自己的。", "This password was made by the administrator. Change it to your own first.");

    public static readonly Text ChangePassword = new("改密码", "Change the password");
    public static readonly Text Changed = new("✓ 已保存", "✓ Saved");
    public static readonly Text SignOutEverywhere = new("在所有设备上退出", "Sign out everywhere");
    public static readonly Text Deputies = new("代班", "Deputies");
    public static readonly Text DeputyMeaning = new(
        "您不在时,由他以同样的职责填报;两个名字都会留下。",
        "While you are away the deputy acts in your role; both names are kept.");

    public static readonly Text DeputyName = new("代班人的登录名或工号", "Deputy's sign-in name or staff number");
    public static readonly Text Appoint = new("指定代班人", "Appoint");
    public static readonly Text Until = new("到(含当天)", "until (that day included)");
    public static readonly Text From = new("从", "from");
    public static readonly Text OwnData = new("系统里关于我的数据", "What is stored about me");
    public static readonly Text OwnDataMeaning = new(
        "账本里只有您的代号 {0};姓名只在这个账号里。填过的数字不能删,因为成绩靠它们。",
        "The ledger knows you as {0} only; your name stands in this account alone. Figures you entered stay: standings rest on them.");

    public static readonly Text Export = new("导出为文件", "Export as a file");
    public static readonly Text AskErasure = new("申请删除我的姓名和账号", "Ask for my name and account to be erased");
    public static readonly Text ErasureAsked = new("✓ 已申请删除,由系统管理员办理。", "✓ Erasure is asked for; the administrator does it.");
    public static readonly Text ErasureMeaning = new(
        "删除的是姓名、登录名、工号、密码、PIN 和通行密钥;填过的数留在账本里,只剩代号 {0}。有职务的,先由管理员结束职务。删除后不能恢复。",
        "Name, sign-in name, staff number, password, PIN and passkeys go; what you entered stays in the ledger under the pseudonym {0}. Roles must end first. It cannot be undone.");
    public static readonly Text ErasureAskedAt = new("本人 {0} 申请删除姓名和账号", "Asked on {0} for name and account to be erased");
    public static readonly Text SureToErase = new("确认:删除后不能恢复", "Yes: it cannot be undone");
    public static readonly Text Erase = new("删除姓名和账号", "Erase name and account");
    public static readonly Text LastSignIn = new("上次登录", "Last sign-in");

    public static readonly Text Accounts = new("账号", "Accounts");
    public static readonly Text NewAccount = new("新账号", "New account");
    public static readonly Text Role = new("职责", "Role");
    public static readonly Text Unit = new("范围", "Where");
    public static readonly Text WholePlant = new("全厂", "the whole plant");
    public static readonly Text NoRole = new("(还没有职责)", "(no role yet)");
    public static readonly Text DeputyOf = new("代 {0}", "for {0}");
    public static readonly Text Secret = new("只显示这一次,请交给本人:", "Shown this once only; hand it over:");
    public static readonly Text Shut = new("停用", "Shut");
    public static readonly Text Open = new("启用 / 解锁", "Open / unlock");
    public static readonly Text IsShut = new("已停用", "shut");
    public static readonly Text IsLocked = new("锁定到 {0}", "locked until {0}");
    public static readonly Text GiveNewPassword = new("给新密码", "New password");
    public static readonly Text GiveNewPin = new("给新 PIN", "New PIN");
    public static readonly Text GiveRole = new("给职责", "Give the role");
    public static readonly Text EndRole = new("明天起取消", "End from tomorrow");

    public static readonly Text Forbidden = new("没有权限", "Not yours to do");
    public static readonly Text ForbiddenMeaning = new(
        "您的职责不包括这一项,或者不是这个班组、部门的。请本班组或本部门的人办理,或请系统管理员给您职责。",
        "None of your roles covers this, or not for this team or department. Its own people do it, or the administrator gives you a role.");

    public static readonly Text SignInAgain = new("登录过期了,请重新登录。没有提交的请返回再提交。", "You are signed out. Sign in and submit again.");

    public static Text Of(AccountProblem problem) => problem switch
    {
        AccountProblem.None => new("", ""),
        AccountProblem.NotSignedIn => SignInAgain,
        AccountProblem.WrongCode => new("代码不对。代码在启动窗口里;错 5 次会换一个。", "The code is wrong. It stands in the start window; after 5 wrong tries it is another one."),
        AccountProblem.WrongPassword => new("现在的密码不对。", "The present password is wrong."),
        AccountProblem.WeakPassword => new("密码太短或太简单:至少 10 个字符,至少 5 种不同的。", "The password is too short or too simple: 10 characters or more, 5 different ones."),
        AccountProblem.NameTaken => new("登录名或工号已有人用。", "The sign-in name or staff number is taken."),
        AccountProblem.NameMissing => new("请填登录名和称呼。", "Type a sign-in name and how the person is called."),
        AccountProblem.PlantWrong => new("厂的编号用字母、数字或 -,厂名不能空。", "The plant's id has letters, digits or -; the plant needs a name."),
        AccountProblem.Unknown => new("没有这个账号或单位。", "There is no such account or unit."),
        AccountProblem.Refused => new("登记没有接受。", "The register did not take it."),
        AccountProblem.PasskeyNotHere => PasskeyTexts.NotHere,
        AccountProblem.PasskeyUnnamed => new("请给通行密钥起个名字,1–40 个字。", "Give the passkey a name of 1–40 characters."),
        AccountProblem.PasskeyUnknown => new("没有这个通行密钥,可能已经移除。", "There is no such passkey; it may have been removed already."),
        AccountProblem.PasskeyRefused => PasskeyTexts.NotAdded,
        AccountProblem.PasskeysFull => PasskeyTexts.Full,
        AccountProblem.ErasureNotAsked => new(
            "没有删除:本人没有申请,或没有勾选确认。", "Nothing was erased: the person did not ask for it, or it was not ticked."),
        AccountProblem.StillInOffice => new(
            "没有删除:此人还有职务。先结束全部职务。", "Nothing was erased: the person holds a role. End all roles first."),
    };
}
