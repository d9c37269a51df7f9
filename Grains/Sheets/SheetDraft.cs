using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Json;
using Ganchao.Contracts.Refusals;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;

namespace Ganchao.Grains.Sheets;

/// <summary>One list under judgement: events as they would follow the sheet's last one, and everything against them.</summary>
internal sealed class SheetDraft(Sheet sheet, SheetKey key, EntryRules rules)
{
    private readonly List<Refusal> _refusals = [];
    private readonly List<(Guid Id, EntryRecorded Event)> _events = [];
    private readonly List<string> _fields = [];
    private readonly List<PrivateContent> _private = [];
    private readonly HashSet<Guid> _ids = [];
    private readonly HashSet<Cell> _filled = [];
    private readonly HashSet<long> _corrected = [];

    public static Cell CellOf(EntryRecorded entry) => new(
        entry.Subject,
        entry.Date,
        entry.Measure,
        entry.Product,
        entry.WorkOrder,
        entry.Detail,
        entry.Occasion == Occasion.Heat ? entry.Record : null);

    /// <summary>Whether its cell takes many entries; such a line's record is its own number.</summary>
    public static bool TakesMany(EntryRecorded entry) => entry.Occasion != Occasion.Heat && entry.Record is not null;

    public void Add(
        EntryForm sent, string field, Func<EntryForm, EntryRecorded, IEnumerable<string>> differences)
    {
        var form = Tidied(sent);
        if (form.Id == Guid.Empty)
        {
            _refusals.Add(SheetRefusals.IdMissing(field));
        }
        else if (!_ids.Add(form.Id))
        {
            _refusals.Add(SheetRefusals.IdTwice(field, form.Id));
        }
        else if (sheet.Recorded(form.Id) is { } recorded)
        {
            AddKnown(form, field, recorded, [.. differences(form, recorded)]);
        }
        else if (sheet.HasOther(form.Id))
        {
            _refusals.Add(SheetRefusals.IdOfOther($"{field}.id", form.Id));
        }
        else
        {
            AddNew(form, field);
        }
    }

    public SheetDecision Decision(IEnumerable<Refusal> ofSheet)
    {
        _refusals.AddRange(new DerivedBounds(rules.Book).Check(
            [.. _fields.Zip(_events, (field, drafted) => (field, drafted.Event))], sheet.Lines.Select(line => line.Recorded)));
        var refusals = _events.Count > 0 || _refusals.Count > 0 ? ofSheet.Concat(_refusals).ToList() : [];
        return refusals.Count > 0
            ? SheetDecision.Refused(refusals)
            : new SheetDecision([], [], [.. _events], [.. _private]);
    }

    /// <summary>Blanks around texts carry no meaning, and a blank text is none.</summary>
    private static EntryForm Tidied(EntryForm form) => form with
    {
        Detail = Tidied(form.Detail),
        Record = Tidied(form.Record),
        Unit = Tidied(form.Unit),
        Reason = Tidied(form.Reason),
        Note = Tidied(form.Note),
        WhyUnusual = Tidied(form.WhyUnusual),
        Tags = form.Tags is { Count: > 0 } tags ? FactTags.Ordered(tags) : null,
    };

    private static string? Tidied(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private void AddKnown(
        EntryForm form, string field, EntryRecorded recorded, IReadOnlyCollection<string> differences)
    {
        if (differences.Count > 0)
        {
            _refusals.Add(SheetRefusals.IdTaken(field, form.Id, differences, Shown(recorded), Shown(form)));
        }
    }

    private void AddNew(EntryForm form, string field)
    {
        var broken = rules.Check(form, field).ToList();
        if (broken.Count == 0)
        {
            var measure = rules.Measure(form);
            var line = NextSeq;
            if (CheckLine(form, field, measure, ref line) is { } refusal)
            {
                broken.Add(refusal);
            }
            else
            {
                _fields.Add(field);
                Record(form, measure, line);
            }
        }

        _refusals.AddRange(broken);
    }

    private long NextSeq => sheet.Version + _events.Count + 1;

    private Refusal? CheckLine(EntryForm form, string field, MeasureLine measure, ref long line)
    {
        var cell = CellOf(form, measure);
        if (form.Supersedes is { } superseded)
        {
            if (sheet.LineOf(superseded) is not { } current)
            {
                return SheetRefusals.SupersededUnknown(field, superseded);
            }

            line = current.Number;
            return current.Entry != superseded || !_corrected.Add(line)
                ? SheetRefusals.SupersededBefore(field, superseded, current)
                : current.Cell != cell ? SheetRefusals.SupersededElsewhere(field, current)
                : current.IsVoid && form.Value is not null ? CheckFree(cell, field, measure)
                : null;
        }

        return sheet.IsSignedOff && WayOf(form) == EntryWay.Ordinary
            ? SheetRefusals.SignedOff(field, key)
            : CheckFree(cell, field, measure);
    }

    private Refusal? CheckFree(Cell cell, string field, MeasureLine measure) =>
        measure.Entries == CellEntries.Many ? null
        : sheet.LineAt(cell) is { } taken ? SheetRefusals.CellTaken(field, taken)
        : _filled.Add(cell) ? null
        : SheetRefusals.CellTaken(field, LineOfDraft(cell));

    private Line LineOfDraft(Cell cell)
    {
        var (id, entry) = _events.First(drafted => CellOf(drafted.Event) == cell);
        return new Line(entry.Line, cell, id, entry);
    }

    private void Record(EntryForm form, MeasureLine measure, long line)
    {
        var before = form.Supersedes is { } superseded ? sheet.Recorded(superseded) : null;
        _events.Add((form.Id, new EntryRecorded(
            line,
            rules.DateOf(form),
            form.Measure,
            rules.SubjectOf(form)!.Value,
            measure.Occasion,
            form.Product,
            form.WorkOrder,
            form.Detail,
            before is null ? RecordOf(form, measure, line) : before.Record,
            form.Value,
            measure.Decimals,
            WayOf(form),
            form.For,
            form.ObservedAt,
            form.DeviceAt,
            form.Supersedes,
            Keep(form.Reason),
            Keep(form.Note),
            form.Tags,
            Keep(form.WhyUnusual),
            Lender: rules.LenderOf(form))));
    }

    public static EntryWay WayOf(EntryForm form) =>
        form.Way is null or EntryWay.NotSet ? EntryWay.Ordinary : form.Way.Value;

    private static string? RecordOf(EntryForm form, MeasureLine measure, long line) =>
        measure.Occasion == Occasion.Heat ? form.Record
        : measure.Entries == CellEntries.Many ? DecimalTextConverter.Normal(line)
        : null;

    private Commitment? Keep(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var (content, commitment) = Commitments.Keep(text);
        _private.Add(content);
        return commitment;
    }

    private Cell CellOf(EntryForm form, MeasureLine measure) => new(
        rules.SubjectOf(form)!.Value,
        rules.DateOf(form),
        form.Measure,
        form.Product,
        form.WorkOrder,
        form.Detail,
        measure.Occasion == Occasion.Heat ? form.Record : null);

    private static string Shown(EntryRecorded recorded) => $"{CellOf(recorded)} = {Text(recorded.Value)}";

    private string Shown(EntryForm form)
    {
        var subject = rules.SubjectOf(form)?.ToString() ?? "nobody";
        var parts = new[] { subject, form.Product?.Value, form.WorkOrder?.Value, form.Detail, form.Record };
        return $"'{form.Measure}' of {string.Join(' ', parts.OfType<string>())} = {Text(form.Value)}";
    }

    private static string Text(decimal? value) => value is { } number ? DecimalTextConverter.Normal(number) : "void";
}
