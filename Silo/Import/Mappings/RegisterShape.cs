using Ganchao.Contracts.Registers;

namespace Ganchao.Silo.Import.Mappings;

/// <summary>How the text of a field becomes a value of the API.</summary>
internal enum FieldForm
{
    NotSet,
    Text,
    Figure,
    Whole,
    Date,
    Time,

    /// <summary>true or false.</summary>
    Flag,

    /// <summary>Ids parted by blanks, commas or semicolons.</summary>
    List,

    /// <summary>A name; the field's place is inside <c>names</c>.</summary>
    Name,

    /// <summary>Part of a plan's period: month, day, or first and last date, both included.</summary>
    Period,
}

/// <summary>A field of a register line.</summary>
/// <param name="Key">Its name in the mapping.</param>
/// <param name="Property">Its name in the API.</param>
/// <param name="Form">How its text is read.</param>
/// <param name="IsKey">It says which line this is, and so is part of its id; the other fields are what the line says.</param>
internal sealed record RegisterField(string Key, string Property, FieldForm Form, bool IsKey = false);

/// <summary>A section of the mapping that fills one register.</summary>
internal sealed record RegisterShape(string Section, RegisterName Register, string Type, IReadOnlyList<RegisterField> Fields)
{
    private static readonly RegisterField Zh = new("zh", "zh", FieldForm.Name);
    private static readonly RegisterField En = new("en", "en", FieldForm.Name);
    private static readonly RegisterField Unit = new("unit", "unit", FieldForm.Text);
    private static readonly RegisterField From = new("from", "from", FieldForm.Date, IsKey: true);
    private static readonly RegisterField Until = new("until", "until", FieldForm.Date);
    private static readonly RegisterField Value = new("value", "value", FieldForm.Figure);

    private static readonly RegisterField[] Planned =
    [
        Key("measure"), Key("subject"), Key("product"), Period("month"), Period("day"), Period("first"), Period("last"),
        Value, From,
    ];

    /// <summary>In the order in which they are sent: what is named comes before what names it.</summary>
    public static IReadOnlyList<RegisterShape> All { get; } =
    [
        new("units", RegisterName.Organisation, "unit",
            [Key("unit"), Text("kind"), Zh, En, Text("parent"), From]),
        new("units_closed", RegisterName.Organisation, "unit-closed",
            [Key("unit"), Text("successor"), new("entrant_continues", "entrantContinues", FieldForm.Flag), From]),
        new("members", RegisterName.Organisation, "member",
            [Key("person"), Text("unit"), Text("employment"), Until, From]),
        new("shift_kinds", RegisterName.Calendar, "shift-kind",
            [Key("kind"), Zh, En, new("start", "start", FieldForm.Time), Whole("length_minutes", "lengthMinutes"),
                Text("zone"), Whole("starts_days_after_date", "startsDaysAfterDate"), Whole("order", "order"), From]),
        new("days", RegisterName.Calendar, "day",
            [new("date", "date", FieldForm.Date, IsKey: true), new("working", "working", FieldForm.Flag), Text("kind"), Zh, En]),
        new("roles", RegisterName.Roles, "role",
            [Key("person"), Key("role"), Key("unit"), Key("for"), From, Until]),
        new("measures", RegisterName.Measures, "measure",
            [Key("measure"), Zh, En, Unit, Whole("decimals", "decimals"), Text("kind"), Text("subject"), Text("occasion"),
                Text("entries"), new("over_teams", "overTeams", FieldForm.Text), Figure("min", "min"), Figure("max", "max"),
                Figure("usual_min", "usualMin"), Figure("usual_max", "usualMax"), Text("owner"),
                new("certifiers", "certifiers", FieldForm.List), Text("formula"), Until, From]),
        new("products", RegisterName.Products, "product",
            [Key("product"), Zh, En, Unit, Text("drawing"), Figure("unit_weight", "unitWeight"), Figure("price", "price"),
                Figure("quota_hours", "quotaHours"), Until, From]),
        new("work_orders", RegisterName.WorkOrders, "work-order",
            [new("work_order", "workOrder", FieldForm.Text, IsKey: true), Text("project"), Text("product"), From]),
        new("coefficients", RegisterName.Coefficients, "coefficient",
            [Key("name"), Key("entrant"), Value, From]),
        new("plans", RegisterName.Plans, "plan", Planned),
        new("plan_changes", RegisterName.Plans, "plan-change", [Key("notice"), .. Planned, Text("reason")]),
    ];

    private static RegisterField Key(string name) => new(name, name, FieldForm.Text, IsKey: true);

    private static RegisterField Text(string name) => new(name, name, FieldForm.Text);

    private static RegisterField Whole(string key, string property) => new(key, property, FieldForm.Whole);

    private static RegisterField Figure(string key, string property) => new(key, property, FieldForm.Figure);

    private static RegisterField Period(string key) => new(key, "period", FieldForm.Period, IsKey: true);
}
