using Ganchao.Client.Wording;
using Ganchao.Contracts.Registers;

namespace Ganchao.Dashboard.Crew;

/// <summary>Texts of the page about those who worked for a team.</summary>
internal static class CrewTexts
{
    public static readonly Text Crew = new("出勤工时", "Hours by person");
    public static readonly Text Hint = new(
        "填在干活的班组:借来的人填在这里,由他本班班长确认。", "Enter people where they worked: whoever is borrowed stands here, and their own team's lead confirms.");
    public static readonly Text Nobody = new(
        "名册上没有本班人员。可按工号加人,或请管理员录入班组成员。", "No members of this team are registered. Add people by staff number, or ask the administrator to record them.");
    public static readonly Text NoMeasure = new(
        "没有按人填报的指标。请管理员在指标中登记,例如出勤工时。", "No measure is entered by person. Ask the administrator to record one, such as hours worked.");
    public static readonly Text Full = new("其余全勤,按 {0} 小时填", "Fill in {0} h for all others");
    public static readonly Text Other = new("加一名借用人员(工号)", "Add somebody of another team (staff number)");
    public static readonly Text Add = new("加这个人", "Add this person");
    public static readonly Text Missing = new("请输入工号。", "Type a staff number.");
    public static readonly Text Unknown = new("没有人员“{0}”。", "There is no person “{0}”.");
    public static readonly Text Nearest = new("没有人员“{0}”。最接近的是:{1}。", "There is no person “{0}”. The nearest are: {1}.");
    public static readonly Text LentBy = new("借自{0}", "lent by {0}");
    public static readonly Text Lent = new("本班借出的人", "Our people with other teams");
    public static readonly Text LentMeaning = new(
        "由用人的班组填报,由本班班长确认。", "Entered by the team they worked for; our lead confirms.");
    public static readonly Text At = new("在{0}", "at {0}");
    public static readonly Text Confirmed = new("本班已确认", "confirmed by us");
    public static readonly Text Awaits = new("待本班确认", "awaits our confirmation");
    public static readonly Text LoanMeaning = new("别的班组填报的本班人员工时", "Hours of our people, entered by another team");

    /// <summary>Null where there is nothing to say: the plant's own, or not known.</summary>
    public static Text? Of(Employment employment) => employment switch
    {
        Employment.Borrowed => new Text("借工", "borrowed from outside"),
        Employment.Dispatched => new Text("派遣", "dispatched"),
        Employment.NotSet or Employment.Own => null,
    };
}
