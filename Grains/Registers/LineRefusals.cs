using System.Globalization;
using System.Text;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Contracts.Registers;
using Ganchao.Scoring;

namespace Ganchao.Grains.Registers;

/// <summary>Every reason for which a register, a competition or a project refuses a line, with its sentence.</summary>
internal static class LineRefusals
{
    public static Refusal ListLength(int length, int limit) =>
        new("list-length", "lines", $"The list holds {length} lines; send 1 to {limit} at a time.");

    public static Refusal IdMissingOrTwice(string field, Guid id) =>
        id == Guid.Empty
            ? new("id-missing", $"{field}.id", "The line has no id. Make a UUIDv7 and keep it over retries.")
            : new("id-twice", $"{field}.id", $"Line {id} stands twice in the list. Give each line an id of its own.");

    public static Refusal IdTaken(string field, Guid id, byte[] recorded, byte[] sent) =>
        new("id-taken", $"{field}.id",
            $"Line {id} is recorded with other content: {Encoding.UTF8.GetString(recorded)}; " +
            $"this one says: {Encoding.UTF8.GetString(sent)}. Record a further line with a new id.");

    public static Refusal IdTakenByOtherText(string field, Guid id) =>
        new("id-taken", $"{field}.id", $"Line {id} is recorded with another reason. Record a further line with a new id.");

    public static Refusal Moved(string stream, long expected, long actual) =>
        new("version-moved", "If-Match", $"{stream} is at version {actual}, not {expected}. Read it again, then decide.");

    public static Refusal RoleWrong(string what, Role role) =>
        new("wrong-role", "actor", $"A {role} does not write {what}.");

    public static Refusal WrongRegister(string field, string type, string register) =>
        new("wrong-register", $"{field}.type", $"A line of type {type} does not belong into '{register}'.");

    public static Refusal NameMissing(string field) =>
        new("name-missing", $"{field}.names.zh", "The Chinese name is needed, in at most 200 characters.");

    public static Refusal ControlCharacters(string field) =>
        new("text-not-allowed", field, "The text holds control characters. Leave them away.");

    public static Refusal UnitUnknown(string field, UnitId? unit, DateOnly date) =>
        new("unknown-unit", field, Text(
            $"The organisation holds no '{unit}' on {date:yyyy-MM-dd}. Record it first, or date this line later."));

    public static Refusal ParentMissing(string field, UnitId unit) =>
        new("parent-missing", $"{field}.parent", $"'{unit}' needs a unit above it; only the plant has none.");

    public static Refusal Cycle(string field, UnitId unit) =>
        new("cycle", $"{field}.parent", $"'{unit}' would lie below itself.");

    public static Refusal KindChanged(string field, UnitId unit, UnitKind kind) =>
        new("kind-changed", $"{field}.kind", $"'{unit}' is a {kind}; another kind is another unit.");

    public static Refusal NumberOutOfRange(string field, string rule) => new("value-out-of-range", field, rule);

    public static Refusal OutputTwice(string field, UnitId team) =>
        new("output-twice", $"{field}.outputs", $"What a piece counts for '{team}' is said twice. Say it once.");

    public static Refusal ZoneUnknown(string field, string zone) =>
        new("unknown-zone", $"{field}.zone", $"There is no time zone '{zone}'. Use an IANA name such as Asia/Shanghai.");

    public static Refusal Unknown(string field, string kind, string id) =>
        new($"unknown-{kind}", field, $"There is no {kind} '{id}'. Record it first.");

    public static Refusal MeasureChanged(string field, MeasureLine before) =>
        new("measure-changed", field,
            $"'{before.Measure}' has unit {before.Unit}, {before.Decimals} decimals, kind {before.Kind}; these never " +
            "change. Define another measure.");

    public static Refusal AttributesWrong(string field, MeasureCode measure) =>
        new("attributes-broken", $"{field}.attributes",
            $"'{measure}' declares an attribute that is no id of letters, digits or - _ . +, or a value that is not 1 to 64 " +
            "characters without control characters; or too many of them.");

    public static Refusal CertifierTwice(string field, MeasureCode measure) =>
        new("certifier-twice", $"{field}.certifiers", $"'{measure}' names a department twice. Name each once.");

    public static Refusal FormulaMissing(string field, MeasureCode measure) =>
        new("formula-missing", $"{field}.formula", $"'{measure}' is computed; it needs a formula and takes no entries.");

    public static Refusal FormulaNotTaken(string field, MeasureCode measure) =>
        new("formula-not-taken", $"{field}.formula", $"'{measure}' is entered; only derived and ratio measures have a formula.");

    public static Refusal TextBroken(string field, string message) => new("rulebook-broken", field, message);

    public static Refusal WarningNotAccepted(string field, Diagnostic warning) =>
        new("warning-not-accepted", field, $"{warning} Or accept '{warning.Id}' by name.");

    public static Refusal NothingToAccept(string field, string id) =>
        new("nothing-to-accept", field, $"The checks give no warning '{Shown(id)}' for this rulebook. Leave it away.");

    public static Refusal PeriodEmpty(string field) =>
        new("period-empty", field, "The range of dates is empty: it starts with the first date and ends before the second.");

    public static Refusal PeriodOutOfRange(string field, DateOnly first, int years) =>
        new("period-out-of-range", field, Text(
            $"A range of dates starts on {first:yyyy-MM-dd} at the earliest and lasts {years} years at most."));

    public static Refusal EmploymentMissing(string field, PersonId person) =>
        new("employment-missing", $"{field}.employment", $"How '{person}' is employed is not said: own, borrowed or dispatched.");

    public static Refusal EndsBeforeItBegins(string field, DateOnly from) =>
        new("period-empty", $"{field}.until", Text($"The line holds from {from:yyyy-MM-dd}; its last date is not before that."));

    public static Refusal DayOutOfRange(string field, DateOnly day, DateOnly first, int lastYear) =>
        new("date-out-of-range", $"{field}.date", Text(
            $"{day:yyyy-MM-dd} is not between {first:yyyy-MM-dd} and the end of {lastYear}. Check the year."));

    public static Refusal DayKindWrong(string field, DayLine day) =>
        new("day-kind-wrong", $"{field}.kind", Text(
            $"{day.Date:yyyy-MM-dd} is called {day.Kind}, and is {(day.Working ? "" : "not ")}worked. Say what agrees."));

    public static Refusal PlanThere(string field, PlanLine plan) =>
        new("plan-there", field,
            $"There is a plan of '{plan.Measure}' for {plan.Subject} in dates of that period. Change it by a " +
            $"plan change notice.");

    public static Refusal PlanMissing(string field, PlanChangeLine change) =>
        new("plan-missing", field,
            $"There is no plan of '{change.Measure}' for {change.Subject} in that period that notice " +
            $"{change.Notice} could change.");

    public static Refusal ReasonMissing(string field, string what) =>
        new("reason-missing", $"{field}.reason", $"{what} needs a reason.");

    public static Refusal ReasonWrong(string field, int longest) =>
        new("reason-wrong", $"{field}.reason", Text(
            $"A reason has at most {longest} characters and no control characters. Shorten it."));

    public static Refusal TooManyDecimals(string field, MeasureLine measure) =>
        new("too-many-decimals", $"{field}.value",
            $"'{measure.Measure}' has {measure.Decimals} decimals at most, and must fit 64 bits.");

    public static Refusal FirstLine(string field, string type) =>
        new("first-line", $"{field}.type", $"The first line is of type {type}, and there is only one.");

    public static Refusal StagesOverlap(string field, StageCode stage) =>
        new("stages-overlap", $"{field}.dates", $"The dates overlap with those of stage '{stage}'.");

    public static Refusal SharesWrong(string field, decimal sum) =>
        new("shares-wrong", $"{field}.shares", Text($"The shares add up to {sum} %, not to 100 %, or one is not positive."));

    private static string Shown(string id) => id.Length <= 40 ? id : id[..40] + "…";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
