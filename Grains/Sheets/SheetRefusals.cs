using System.Globalization;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Json;
using Ganchao.Contracts.Refusals;
using Ganchao.Contracts.Registers;

namespace Ganchao.Grains.Sheets;

/// <summary>Every reason for which a sheet refuses an entry, with its sentence: who, what, which rule, what to do.</summary>
internal static class SheetRefusals
{
    public static Refusal ListLength(int length, int limit) =>
        new("list-length", "entries", $"The list holds {length} entries; send 1 to {limit} at a time.");

    public static Refusal IdMissing(string field) =>
        new("id-missing", $"{field}.id", "The entry has no id. Make a UUIDv7 and keep it over retries.");

    public static Refusal IdTwice(string field, Guid id) =>
        new("id-twice", $"{field}.id", $"Entry {id} stands twice in the list. Give each entry an id of its own.");

    public static Refusal IdTaken(
        string field, Guid id, IReadOnlyCollection<string> differences, string recorded, string sent) =>
        new("id-taken", $"{field}.id",
            $"Entry {id} is recorded with other content: {recorded}; this one says: {sent}. They differ in " +
            $"{string.Join(", ", differences)}. Send a correction with a new id.");

    public static Refusal IdOfOther(string field, Guid id) =>
        new("id-taken", field, $"{id} is the sheet's sign-off or an exclusion. Give the entry an id of its own.");

    public static Refusal SignOffIdMissing() =>
        new("id-missing", "id", "The sign-off has no id. Make a UUIDv7 and keep it over retries.");

    public static Refusal SignOffIdTaken(Guid id) =>
        new("id-taken", "id", $"{id} is an entry or an exclusion of this sheet. Give the sign-off an id of its own.");

    public static Refusal OwnerUnknown(SheetKey sheet) =>
        new("unknown-team", "sheet",
            $"{sheet}: the organisation holds no '{sheet.Owner}' on that date. Check the id, or record the unit first.");

    public static Refusal ShiftUnknown(SheetKey sheet) =>
        new("unknown-shift", "sheet",
            $"{sheet}: the calendar holds no shift kind '{sheet.Shift}' for this team on that date.");

    public static Refusal PeriodStart(SheetKey sheet) =>
        new("period-start", "sheet", $"{sheet}: a month sheet bears the first of the month, a week sheet its Monday.");

    public static Refusal DateOutOfRange(string field, DateOnly date, DateOnly first, DateOnly last) =>
        new("date-out-of-range", field, Text(
            $"{date:yyyy-MM-dd} is not between {first:yyyy-MM-dd} and {last:yyyy-MM-dd}, tomorrow by the plant's clock."));

    public static Refusal DateMissing(string field) =>
        new("date-missing", $"{field}.date", "An event's entry names its production date.");

    public static Refusal DateOfSheet(string field, SheetKey sheet) =>
        new("date-of-sheet", $"{field}.date", $"{sheet} has its own date; leave the entry's away.");

    public static Refusal MeasureEnded(string field, MeasureLine measure) =>
        new("measure-ended", $"{field}.measure", Text(
            $"'{measure.Measure}' ended with {measure.Until:yyyy-MM-dd}. Check the date, or have the register changed."));

    public static Refusal ProductEnded(string field, ProductLine product) =>
        new("product-ended", $"{field}.product", Text(
            $"'{product.Product}' ended with {product.Until:yyyy-MM-dd}. Check the date, or have the register changed."));

    public static Refusal MeasureUnknown(string field, MeasureCode measure) =>
        new("unknown-measure", $"{field}.measure", $"There is no measure '{measure}' on that date. Record it first.");

    public static Refusal MeasureComputed(string field, MeasureLine measure) =>
        new("computed-measure", $"{field}.measure",
            $"'{measure.Measure}' is computed from other measures; enter those.");

    public static Refusal MeasureReserved(string field, MeasureLine measure) =>
        new("reserved-measure", $"{field}.measure",
            $"'{measure.Measure}' is counted from the sheets themselves and entered by nobody. " +
            (measure.Measure == ReservedMeasures.ExcludedMinutes ? "Propose an exclusion." : "Sign the sheet off."));

    public static Refusal OccasionWrong(string field, MeasureLine measure, SheetKey sheet) =>
        new("wrong-sheet", $"{field}.measure",
            $"'{measure.Measure}' is taken by {measure.Occasion}; {sheet} is no such sheet.");

    public static Refusal SubjectMissing(string field, MeasureLine measure) =>
        new("subject-missing", $"{field}.subject", $"'{measure.Measure}' needs the {measure.Subject} that it is about.");

    public static Refusal SubjectKindWrong(string field, MeasureLine measure, SubjectId subject) =>
        new("wrong-subject", $"{field}.subject",
            $"'{measure.Measure}' is a figure about a {measure.Subject}, not about {subject}.");

    public static Refusal SubjectUnknown(string field, SubjectId subject) =>
        new("unknown-subject", $"{field}.subject", $"{subject} is not known on that date. Check the id, or record it first.");

    public static Refusal SubjectElsewhere(string field, SubjectId subject, SheetKey sheet) =>
        new("wrong-subject", $"{field}.subject", $"{sheet} takes no figures about {subject}. Use that team's own sheet.");

    public static Refusal ProductUnknown(string field, ProductCode product) =>
        new("unknown-product", $"{field}.product", $"There is no product '{product}' on that date. Record it first.");

    public static Refusal WorkOrderUnknown(string field, WorkOrderNumber order) =>
        new("unknown-work-order", $"{field}.workOrder", $"There is no work order '{order}' on that date. Record it first.");

    public static Refusal UnitWrong(string field, MeasureLine measure, string unit) =>
        new("wrong-unit", $"{field}.unit",
            $"'{measure.Measure}' is taken in {measure.Unit}, not in '{unit}'. Convert the figure.");

    public static Refusal ValueMissing(string field, MeasureLine measure) =>
        new("value-missing", $"{field}.value", $"'{measure.Measure}' has no value. Only a correction may void a line.");

    public static Refusal TooManyDecimals(string field, MeasureLine measure, decimal value) =>
        new("too-many-decimals", $"{field}.value",
            $"{Text(value)} has more than the {measure.Decimals} decimals of '{measure.Measure}'. Round it by the plant's rule.");

    public static Refusal OutOfRange(string field, MeasureLine measure, decimal value) =>
        new("value-out-of-range", $"{field}.value",
            $"{Text(value)} {measure.Unit} is outside {Range(measure)} of '{measure.Measure}'. Check the figure and its unit.");

    public static Refusal DerivedOutOfRange(string field, MeasureLine measure, decimal value) =>
        new("derived-out-of-range", $"{field}.value",
            $"With it '{measure.Measure}' ({measure.Formula}) would be {Text(Math.Round(value, 6))} {measure.Unit}, outside " +
            $"{Range(measure)}. Check the figures that it follows from.");

    public static Refusal TextWrong(string field, string member, int limit) =>
        new("text-not-allowed", $"{field}.{member}",
            $"'{member}' holds more than {limit} characters or control characters. Shorten it.");

    public static Refusal TooManyTags(string field, int count, int limit) =>
        new("too-many-attributes", $"{field}.tags", $"The entry has {count} attributes; at most {limit} are taken.");

    public static Refusal TagWrong(string field, string name) =>
        new("attribute-broken", $"{field}.tags.{name}",
            $"An attribute has an id of letters, digits or - _ . + as name, and 1 to {TagRules.MaxValueLength} " +
            "characters without control characters as value.");

    public static Refusal TagUnknown(string field, string name, MeasureLine measure) =>
        new("unknown-attribute", $"{field}.tags.{name}",
            $"'{measure.Measure}' has no attribute '{name}', only: {Listed(measure.Attributes?.Keys)}. Leave it away, or " +
            "declare it in the register.");

    public static Refusal TagNotAllowed(string field, string name, string value, MeasureLine measure) =>
        new("attribute-not-allowed", $"{field}.tags.{name}",
            $"'{value}' is no {name} of '{measure.Measure}'; it may be: {Listed(measure.Attributes![name])}.");

    public static Refusal HeatMissing(string field, MeasureLine measure) =>
        new("record-missing", $"{field}.record", $"'{measure.Measure}' is taken by heat or lot; name it.");

    public static Refusal HeatNotTaken(string field, MeasureLine measure) =>
        new("record-not-taken", $"{field}.record", $"'{measure.Measure}' is not taken by heat or lot; leave the record away.");

    public static Refusal RoleWrong(string field, MeasureLine measure, Role role) =>
        new("wrong-role", $"{field}.measure",
            $"A {role} does not enter '{measure.Measure}'; that is for {string.Join(", ", measure.EnteredBy)}.");

    public static Refusal RoleNeverEnters(Role role) =>
        new("wrong-role", "actor", $"A {role} writes on no sheet.");

    public static Refusal CellTaken(string field, Line line) =>
        new("cell-taken", field,
            $"{line.Cell} is filled by entry {line.Entry} with {Text(line.Recorded.Value)}. Supersede that " +
            $"entry, with a reason.");

    public static Refusal SupersededUnknown(string field, Guid entry) =>
        new("unknown-entry", $"{field}.supersedes", $"There is no entry {entry} in this sheet.");

    public static Refusal SupersededBefore(string field, Guid entry, Line line) =>
        new("already-superseded", $"{field}.supersedes",
            $"Entry {entry} is not current: its line is filled by {line.Entry} with " +
            $"{Text(line.Recorded.Value)}. Supersede that one.");

    public static Refusal SupersededElsewhere(string field, Line line) =>
        new("other-cell", $"{field}.supersedes", $"A correction stays in its cell, {line.Cell}. Void that line and enter anew.");

    public static Refusal ReasonMissing(string field) =>
        new("reason-missing", $"{field}.reason", "A correction needs a reason.");

    public static Refusal SignedOff(string field, SheetKey sheet) =>
        new("signed-off", field,
            $"{sheet} is signed off: ordinary entries have ended. Enter it as late (way: late) or correct a line.");

    public static Refusal SignedOffBefore(SheetKey sheet) => new("signed-off", "sheet", $"{sheet} is signed off already.");

    private static string Listed(IEnumerable<string>? words) =>
        string.Join(", ", words ?? []) is { Length: > 0 } list ? list : "none";

    private static string Range(MeasureLine measure) => $"{Bound(measure.Min)} … {Bound(measure.Max)}";

    private static string Bound(decimal? bound) => bound is { } value ? Text(value) : "∞";

    private static string Text(decimal? value) => value is { } number ? DecimalTextConverter.Normal(number) : "void";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
