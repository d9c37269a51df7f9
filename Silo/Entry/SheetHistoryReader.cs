using System.Text;
using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Evidence;
using Ganchao.Grains;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Silo.Evidence;

namespace Ganchao.Silo.Entry;

/// <summary>Every version of every line of a sheet, from its stream in the ledger; free text from the private contents.</summary>
internal sealed class SheetHistoryReader(
    ILedger ledger, IPlantBooks books, IPrivateContents contents, EvidenceTable evidence, PlantClock clock)
{
    public async Task<SheetHistory> ReadAsync(KnownShift shift, CancellationToken cancellationToken)
    {
        var (lines, nothings, signOff) = await ReadAsync(shift.Sheet, shift.Book, shift.Subject, cancellationToken);
        return new SheetHistory(shift.HeadingAt(clock.GetUtcNow()), lines, signOff, nothings);
    }

    /// <summary>Null where nothing was ever written on the sheet.</summary>
    public async Task<DepartmentHistory?> ReadAsync(DepartmentSheet sheet, CancellationToken cancellationToken)
    {
        if (!(await ledger.ReadPlantsAsync(cancellationToken)).Contains(sheet.Plant))
        {
            return null;
        }

        var book = await books.ReadAsync(sheet.Plant, cancellationToken);
        var stream = new StreamId(sheet.Plant, StreamKind.Department, sheet.Key);
        var (lines, _, _) = await ReadAsync(stream, book, own: null, cancellationToken);
        return lines.Count == 0 ? null : new DepartmentHistory(
            sheet,
            BookNames.OfPlant(book),
            BookNames.OfUnit(book, sheet.Department.Value),
            book.Calendar.OffsetAt(clock.GetUtcNow()),
            lines);
    }

    /// <summary>Every line of a sheet that is of no shift.</summary>
    public async Task<IReadOnlyList<HistoryLine>> ReadAsync(
        StreamId sheet, PlantBook book, CancellationToken cancellationToken) =>
        (await ReadAsync(sheet, book, own: null, cancellationToken)).Lines;

    // Of the sheet's own team a shift lead may correct what a shift lead enters.
    private async Task<(IReadOnlyList<HistoryLine> Lines, IReadOnlyList<HistoryNothing> Nothings, HistoryAct? SignOff)> ReadAsync(
        StreamId sheet, PlantBook book, SubjectId? own, CancellationToken cancellationToken)
    {
        var nothings = new List<HistoryNothing>();
        var attached = new List<EvidenceAttached>();
        var versions = new SortedDictionary<long, (EntryRecorded First, List<HistoryVersion> Versions)>();
        HistoryAct? signOff = null;
        foreach (var stored in await ledger.ReadStreamAsync(sheet, 0, cancellationToken))
        {
            switch (EventCodec.Decode(stored))
            {
                case EntryRecorded entry:
                    if (!versions.TryGetValue(entry.Line, out var line))
                    {
                        versions.Add(entry.Line, line = (entry, []));
                    }

                    line.Versions.Add(await VersionOf(stored, entry, cancellationToken));
                    break;
                case NothingReported nothing:
                    nothings.Add(new HistoryNothing(stored.Seq, stored.Id, ActOf(stored), nothing.Way));
                    break;
                case EvidenceAttached file:
                    attached.Add(file);
                    break;
                case SheetSignedOff:
                    signOff = ActOf(stored);
                    break;
            }
        }

        var kept = attached.Count == 0
            ? new HashSet<string>()
            : await evidence.KeptAsync(sheet.Plant, [.. attached.Select(file => file.File.Sha256)], cancellationToken);
        var files = attached.ToLookup(
            file => file.Entry, file => new ShownEvidence(file.File, IsRemoved: !kept.Contains(file.File.Sha256)));
        return (
            [.. versions.Values.Select(line => LineOf(book, own, line.First, [.. line.Versions.Select(Proven)]))],
            nothings,
            signOff);

        HistoryVersion Proven(HistoryVersion version) =>
            files.Contains(version.Entry) ? version with { Evidence = [.. files[version.Entry]] } : version;
    }

    private static HistoryLine LineOf(
        PlantBook book, SubjectId? own, EntryRecorded first, IReadOnlyList<HistoryVersion> versions)
    {
        var person = first.Subject.Kind == SubjectKind.Person ? new PersonId(first.Subject.Key) : (PersonId?)null;
        var cell = new EntryCell(first.Measure, first.Product, first.WorkOrder, first.Detail, person);
        var measure = book.Measure(first.Measure, first.Date);
        return new HistoryLine(
            first.Line,
            cell,
            measure is null ? Unnamed(first) : BookNames.Of(book, first.Date, cell, measure),
            first.Occasion == Occasion.Heat ? first.Record : null,
            first.Subject == own || person is not null ? null : BookNames.Of(book, first.Subject),
            measure is not null && (person is null
                ? ShiftMeasures.IsOurs(measure) && first.Subject == own
                : ShiftMeasures.IsOfCrew(measure) && own is not null),
            versions);
    }

    private static CellWords Unnamed(EntryRecorded first) => new(new Names(first.Measure.Value), "", first.Decimals);

    private async Task<HistoryVersion> VersionOf(
        StoredEvent stored, EntryRecorded entry, CancellationToken cancellationToken) => new(
        stored.Seq,
        stored.Id,
        entry.Value,
        ActOf(stored),
        entry.DeviceAt,
        entry.ObservedAt,
        entry.Way,
        await TextOf(stored, entry.Reason, cancellationToken),
        await TextOf(stored, entry.Note, cancellationToken),
        entry.Unusual,
        await TextOf(stored, entry.WhyUnusual, cancellationToken));

    private async Task<KeptText?> TextOf(
        StoredEvent stored, Commitment? commitment, CancellationToken cancellationToken) =>
        commitment is null ? null
        : await contents.ReadAsync(stored.Stream.Plant, commitment.Content, cancellationToken) is { } content
            ? new KeptText(Encoding.UTF8.GetString(content.Content.Span))
            : new KeptText(null);

    private static HistoryAct ActOf(StoredEvent stored) => new(stored.Actor.Role, stored.Actor.Id, stored.At);
}
