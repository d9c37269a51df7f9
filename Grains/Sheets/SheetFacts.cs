using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Json;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Interfaces.Teams;
using Ganchao.Grains.Ledger;

namespace Ganchao.Grains.Sheets;

/// <summary>
/// What a sheet's events say about facts: a row for every entry, one for the sign-off of a shift's sheet, which is
/// then handed in (交班), and one for every stretch of it that was proposed not to count,
/// with its minutes once that is agreed.
/// </summary>
public sealed class SheetFacts : IFactProjection
{
    public FactRow? Project(StoredEvent stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return stored.Stream.Kind is StreamKind.Shift or StreamKind.Department or StreamKind.Event
            ? RowOf(SheetKey.Of(stored.Stream), stored.Seq, stored.Id, EventCodec.Decode(stored))
            : null;
    }

    internal static FactRow? RowOf(SheetKey sheet, long seq, Guid id, object payload) => payload switch
    {
        EntryRecorded entry => RowOf(sheet, seq, id, entry),
        SheetSignedOff when sheet.Team is { } team => HandedIn(sheet, team, seq, id),
        ExclusionProposed proposed when sheet.Team is { } team =>
            Excluded(sheet, team, seq, id, seq, proposed.Stretch, counts: false),
        ExclusionAnswered { Agreed: true } agreed when sheet.Team is { } team =>
            Excluded(sheet, team, seq, id, agreed.Line, agreed.Stretch, counts: true),
        ExclusionDecided decided when sheet.Team is { } team =>
            Excluded(sheet, team, seq, id, decided.Line, decided.Stretch, decided.Upheld),
        _ => null,
    };

    /// <summary>The sheet is there; nothing that it needs stands in the event, so that the oldest sign-off says it too.</summary>
    private static FactRow HandedIn(SheetKey sheet, SubjectId team, long seq, Guid id) => new(
        sheet.Stream,
        seq,
        seq,
        id,
        sheet.Stream.Date,
        sheet.Shift?.Value ?? "",
        team,
        Occasion.Shift,
        ReservedMeasures.SheetsHandedIn,
        "",
        "",
        "",
        "",
        1,
        0,
        null);

    /// <summary>A stretch that both sides agreed to leave out; void before, and where it no longer counts.</summary>
    private static FactRow Excluded(
        SheetKey sheet, SubjectId team, long seq, Guid id, long line, ExcludedStretch stretch, bool counts) => new(
        sheet.Stream,
        line,
        seq,
        id,
        sheet.Stream.Date,
        sheet.Shift?.Value ?? "",
        team,
        Occasion.Shift,
        ReservedMeasures.ExcludedMinutes,
        "",
        "",
        ExclusionDetails.Of(stretch.Cause),
        DecimalTextConverter.Normal(line),
        counts ? stretch.Minutes : null,
        0,
        null,
        FactTags.TextOf(new Dictionary<string, string> { [ExclusionDetails.Responsible] = stretch.Responsible.Value }));

    internal static FactRow RowOf(SheetKey sheet, long seq, Guid id, EntryRecorded entry) => new(
        sheet.Stream,
        entry.Line,
        seq,
        id,
        entry.Date,
        sheet.Shift?.Value ?? "",
        entry.Subject,
        entry.Occasion,
        entry.Measure,
        entry.Product?.Value ?? "",
        entry.WorkOrder?.Value ?? "",
        entry.Detail ?? "",
        entry.Record ?? "",
        entry.Value is { } value ? Scaled(value, entry.Decimals) : null,
        entry.Decimals,
        entry.ObservedAt,
        FactTags.TextOf(entry.Tags));

    internal static SheetFigure FigureOf(FactRow row) => new(
        row.Line,
        row.Seq,
        row.Entry,
        row.Date,
        (int)row.Occasion,
        row.Measure.Value,
        row.Product,
        row.WorkOrder,
        row.Detail,
        row.Record,
        row.Scaled,
        row.Decimals,
        row.ObservedAt,
        row.Tags);

    internal static FactRow RowOf(StreamId sheet, SubjectId subject, SheetFigure figure) => new(
        sheet,
        figure.Line,
        figure.Seq,
        figure.Entry,
        figure.Date,
        SheetKey.Of(sheet).Shift?.Value ?? "",
        subject,
        (Occasion)figure.Occasion,
        new(figure.Measure),
        figure.Product,
        figure.WorkOrder,
        figure.Detail,
        figure.Record,
        figure.Scaled,
        figure.Decimals,
        figure.ObservedAt,
        figure.Tags ?? "");

    private static long Scaled(decimal value, int decimals) =>
        Scale.TryScale(value, decimals, out var scaled)
            ? scaled
            : throw new InvalidOperationException($"{value} does not fit {decimals} decimals; the ledger is damaged.");
}
