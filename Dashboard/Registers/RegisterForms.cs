using Ganchao.Contracts.Registers;

namespace Ganchao.Dashboard.Registers;

/// <summary>The registers that the administrator keeps, column by column.</summary>
public static class RegisterForms
{
    /// <summary>A word that means a day off as well as a day worked.</summary>
    public const string Ambiguous = "调休";

    /// <summary>The column with what a person is called, which no register holds.</summary>
    public const string PersonName = "name";

    private static readonly RegisterColumn Zh = new("zh", new("名称", "Chinese name"), CellForm.Text)
    {
        Also = ["中文名", "中文名称", "name"],
        IsNeeded = true,
        IsListed = true,
    };

    private static readonly RegisterColumn En = new("en", new("英文名", "English name"), CellForm.Text)
    {
        Also = ["英文名称"],
        IsListed = true,
    };

    private static readonly RegisterColumn From = new(RegisterForm.From, new("从哪天起", "Holds from"), CellForm.Date)
    {
        Also = ["起", "起始日期", "生效日期"],
        Hint = new(
            "以前的日子照旧按原来的算。新建的、要补以前数据的,写早一点。",
            "Earlier days stay as they were. Date it back for what is new and has figures to be entered for the past."),
    };

    private static readonly RegisterColumn Until = new("until", new("最后一天", "Last day"), CellForm.Date)
    {
        Also = ["止", "停用日期"],
        IsEnd = true,
        IsListed = true,
        Hint = new(
            "过了这一天不再填报;已经填的都留着。",
            "No figures are taken for later days; what was entered stays."),
    };

    public static RegisterForm Calendar { get; } = new(
        RegisterName.Calendar, "days", "calendar", new("日历", "Calendar"), new("日子", "Day"),
        [
            new("date", new("日期", "Date"), CellForm.Date) { IsNeeded = true, IsFixed = true, IsListed = true },
            new("kind", new("类型", "Kind"), CellForm.Choice)
            {
                Also = ["种类", "性质"],
                IsNeeded = true,
                IsListed = true,
                Choices =
                [
                    new("public-holiday", new("法定节假日", "Public holiday"), "节假日", "假日", "节日", "放假", "holiday"),
                    new("swapped-working-day", new("调休上班", "Worked for a holiday"), "上班", "班", "补班", "调休工作日", "调班"),
                    new("rest-day", new("休息日", "Rest day"), "休息", "休", "公休", "调休放假", "调休休息", "rest", "off"),
                    new("working-day", new("工作日", "Working day"), "正常上班", "work"),
                ],
            },
            Zh with { IsNeeded = false, Also = ["节日名称", "说明", "name"] },
            En,
        ])
    {
        TakesBareLines = true,
        Example = new(
            "日期,类型,名称\n2026-10-01,法定节假日,国庆节\n2026-10-05,休息日,国庆节调休\n2026-10-10,调休上班",
            "Date,Kind,English name\n2026-10-01,Public holiday,National Day\n2026-10-05,Rest day,\n2026-10-10,Worked for a holiday"),
    };

    public static RegisterForm Organisation { get; } = new(
        RegisterName.Organisation, "units", "organisation", new("组织", "Organisation"), new("单位", "Unit"),
        [
            new("unit", new("编号", "Id"), CellForm.Id)
            {
                Also = ["单位编号", "代码"],
                IsNeeded = true,
                IsFixed = true,
                IsListed = true,
            },
            new("kind", new("类型", "Kind"), CellForm.Choice)
            {
                IsNeeded = true,
                IsFixed = true,
                IsListed = true,
                Choices =
                [
                    new("team", new("班组", "Team"), "班", "值"),
                    new("branch", new("分厂", "Branch"), "车间", "分公司"),
                    new("department", new("部门", "Department"), "科室", "科"),
                    new("temporary-team", new("攻关队", "Temporary team"), "临时班组"),
                    new("plant", new("厂", "Plant"), "工厂", "公司"),
                ],
            },
            Zh,
            En,
            new("parent", new("上级", "Unit above"), CellForm.Id)
            {
                Also = ["上级编号", "隶属"],
                IsUnit = true,
                IsListed = true,
                Hint = new("上级单位的编号;只有厂没有上级。", "The id of the unit above; only the plant has none."),
            },
            From,
            new("closed", new("从哪天起撤销", "Closed from"), CellForm.Date)
            {
                Also = ["撤销日期"],
                IsEnd = true,
                Hint = new(
                    "从这一天起没有这个单位;以前的数都留着。",
                    "From this day on there is no such unit; all earlier figures stay."),
            },
            new("successor", new("并入", "Successor"), CellForm.Id)
            {
                IsUnit = true,
                IsEnd = true,
                Hint = new("接替它的单位的编号,没有就空着。", "The id of the unit that goes on in its place; blank: none."),
            },
        ])
    {
        Example = new(
            "编号,类型,名称,上级\nfoundry,分厂,铸造分厂,works\nt21,班组,造型一班,foundry",
            "Id,Kind,Chinese name,English name,Unit above\nfoundry,Branch,铸造分厂,Foundry,works\nt21,Team,造型一班,Moulding 1,foundry"),
    };

    public static RegisterForm Products { get; } = new(
        RegisterName.Products, "products", "products", new("产品", "Products"), new("产品", "Product"),
        [
            new("product", new("产品编号", "Product code"), CellForm.Id)
            {
                Also = ["编号", "代码", "code"],
                IsNeeded = true,
                IsFixed = true,
                IsListed = true,
            },
            Zh,
            En,
            new("unit", new("计量单位", "Unit"), CellForm.Text) { Also = ["单位"], IsNeeded = true, IsListed = true },
            new("drawing", new("图号", "Drawing number"), CellForm.Text) { IsListed = true },
            new("unit_weight", new("单重(吨)", "Unit weight (t)"), CellForm.Figure) { Also = ["单重"], IsListed = true },
            new("price", new("厂内结算价(元)", "Internal price (CNY)"), CellForm.Figure) { Also = ["结算价", "价格", "price"] },
            new("quota_hours", new("定额工时", "Quota hours"), CellForm.Figure),
            From,
            Until,
        ])
    {
        Example = new(
            "产品编号,名称,计量单位,单重,结算价\nwheel-600,矿车轮,件,0.086,412.50",
            "Product code,Chinese name,Unit,Unit weight (t),Internal price (CNY)\nwheel-600,矿车轮,件,0.086,412.50"),
    };

    public static RegisterForm Measures { get; } = new(
        RegisterName.Measures, "measures", "measures", new("指标", "Measures"), new("指标", "Measure"),
        [
            new("measure", new("指标编号", "Measure code"), CellForm.Id)
            {
                Also = ["编号", "代码", "code"],
                IsNeeded = true,
                IsFixed = true,
                IsListed = true,
            },
            Zh,
            En,
            new("unit", new("计量单位", "Unit"), CellForm.Text)
            {
                Also = ["单位"],
                IsNeeded = true,
                IsFixed = true,
                IsListed = true,
            },
            new("decimals", new("小数位数", "Decimals"), CellForm.Whole) { IsNeeded = true, IsFixed = true, IsListed = true },
            new("kind", new("类型", "Kind"), CellForm.Choice)
            {
                IsNeeded = true,
                IsFixed = true,
                IsListed = true,
                Choices =
                [
                    new("additive", new("累加", "Additive")),
                    new("count", new("计数", "Count")),
                    new("level", new("水平", "Level")),
                    new("ratio", new("比率", "Ratio")),
                    new("derived", new("派生", "Derived")),
                ],
            },
            new("subject", new("对象", "Subject"), CellForm.Choice)
            {
                IsNeeded = true,
                Choices =
                [
                    new("team", new("班组", "Team")),
                    new("branch", new("分厂", "Branch")),
                    new("person", new("个人", "Person")),
                    new("project", new("项目", "Project")),
                    new("machine", new("设备", "Machine")),
                ],
            },
            new("occasion", new("填报时机", "Occasion"), CellForm.Choice)
            {
                Also = ["时机"],
                IsNeeded = true,
                IsListed = true,
                Choices =
                [
                    new("shift", new("每班", "Shift"), "班"),
                    new("heat", new("每炉", "Heat"), "炉"),
                    new("day", new("每天", "Day"), "天", "日"),
                    new("week", new("每周", "Week"), "周"),
                    new("month", new("每月", "Month"), "月"),
                    new("event", new("事件", "Event")),
                ],
            },
            new("entries", new("每格几条", "Entries in a cell"), CellForm.Choice)
            {
                Choices = [new("one", new("一条", "One")), new("many", new("多条", "Many"))],
            },
            new("over_teams", new("跨班组怎么合计", "Over teams"), CellForm.Choice)
            {
                Choices =
                [
                    new("sum", new("相加", "Sum")),
                    new("last-step", new("只计末道工序", "Last step only")),
                    new("none", new("不合计", "Not at all")),
                ],
            },
            new("min", new("最小", "Least"), CellForm.Figure)
            {
                Hint = new("超出最小、最大的不收。", "What is below the least or above the greatest is refused."),
            },
            new("max", new("最大", "Greatest"), CellForm.Figure),
            new("usual_min", new("通常最小", "Usually at least"), CellForm.Figure)
            {
                Hint = new("超出通常范围的照收,但要确认并写原因。", "Outside of the usual range it is taken with a tick and a reason."),
            },
            new("usual_max", new("通常最大", "Usually at most"), CellForm.Figure),
            new("owner", new("归口部门", "Owner"), CellForm.Id) { IsUnit = true },
            new("certifiers", new("认定部门", "Certifiers"), CellForm.Ids)
            {
                Hint = new("部门编号,几个之间用逗号。", "Ids of departments, with commas between them."),
            },
            new("formula", new("公式", "Formula"), CellForm.Text)
            {
                Hint = new("只有比率和派生指标有公式。", "Only ratios and derived measures have one."),
            },
            From,
            Until,
        ])
    {
        Example = new(
            "指标编号,名称,计量单位,小数位数,类型,对象,填报时机,最小,最大\noutput,产量,吨,2,累加,班组,每班,0,500",
            "Measure code,Chinese name,Unit,Decimals,Kind,Subject,Occasion,Least,Greatest\noutput,产量,吨,2,Additive,Team,Shift,0,500"),
    };

    public static RegisterForm People { get; } = new(
        RegisterName.Organisation, "members", "people", new("人员", "People"), new("人员", "Person"),
        [
            new("person", new("工号", "Staff number"), CellForm.Person)
            {
                Also = ["登录名", "人员编号"],
                IsNeeded = true,
                IsFixed = true,
                IsListed = true,
                Hint = new(
                    "工号或登录名。没有账号的新工号连姓名一起写,就新增这个人;他先不能登录。姓名只在账号里,账本里只有代号。",
                    "Staff number or sign-in name. A new number with a name takes somebody in, who cannot sign in yet. Names stand in accounts only, the ledger knows a pseudonym."),
            },
            new(PersonName, new("姓名", "Name"), CellForm.Text) { Also = ["称呼"], IsListed = true, IsShown = true },
            new("unit", new("班组或部门", "Team or department"), CellForm.Id)
            {
                Also = ["班组", "部门", "单位"],
                IsUnit = true,
                IsNeeded = true,
                IsListed = true,
                Hint = new("单位的编号。", "The id of the unit."),
            },
            new("employment", new("用工", "Employment"), CellForm.Choice)
            {
                Also = ["用工性质", "用工形式"],
                IsNeeded = true,
                IsListed = true,
                Choices =
                [
                    new("own", new("本厂", "Own"), "正式", "合同工"),
                    new("borrowed", new("借工", "Borrowed"), "借调"),
                    new("dispatched", new("派遣", "Dispatched"), "劳务派遣"),
                ],
            },
            From,
            Until with
            {
                Hint = new("过了这一天不在这里了;已经填的都留着。", "After this day the person is not here any more; what was entered stays."),
            },
        ])
    {
        Example = new(
            "工号,姓名,班组,用工,从哪天起\n1003,,t21,本厂,2026-01-01\n2017,王某,t21,借工,2026-09-01",
            "Staff number,Name,Team or department,Employment,Holds from\n1003,,t21,Own,2026-01-01\n2017,Wang,t21,Borrowed,2026-09-01"),
    };

    public static IReadOnlyList<RegisterForm> All { get; } = [Calendar, Organisation, People, Products, Measures];

    public static RegisterForm? Of(string slug) => All.FirstOrDefault(form => form.Slug == slug);
}
