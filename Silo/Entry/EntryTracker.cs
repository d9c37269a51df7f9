using Ganchao.Contracts;
using Ganchao.Contracts.Certifications;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Offline;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;

namespace Ganchao.Silo.Entry;

/// <summary>Follows entries by the sheet's history and by the verdicts that hold on their totals.</summary>
internal sealed class EntryTracker(ShiftFinder finder, SheetHistoryReader histories, IFacts facts) : IEntryTracker
{
    public async Task<IReadOnlyList<EntryTrack>> ReadAsync(ShiftId shift, CancellationToken cancellationToken)
    {
        if ((await finder.FindAsync(shift, cancellationToken)).Shift is not { } known)
        {
            return [];
        }

        var history = await histories.ReadAsync(known, cancellationToken);
        var certified = await CertifiedAsync(known, cancellationToken);
        return
        [
            .. from line in history.Lines
               from version in line.Versions
               select new EntryTrack(version.Entry, version != line.Current ? EntryFate.Corrected
                   : certified.Contains(line.Cell.Measure) ? EntryFate.Certified
                   : EntryFate.Recorded),
        ];
    }

    // A verdict holds for the total as it was: any later figure of the period opens the total again.
    private async Task<HashSet<MeasureCode>> CertifiedAsync(KnownShift shift, CancellationToken cancellationToken)
    {
        var certified = new HashSet<MeasureCode>();
        foreach (var total in shift.Book.Verdicts.Keys.Where(
            total => total.Subject == shift.Subject && total.Period.Contains(shift.Id.Date)))
        {
            var placed = await facts.ReadPlacedAsync(shift.Id.Plant, total.Period, cancellationToken);
            var figures = placed.Where(fact => fact.Row.Measure == total.Measure && fact.Row.Subject == total.Subject).ToList();
            if (figures.Count > 0 && Holds(shift, total, figures.Max(fact => fact.Position)))
            {
                certified.Add(total.Measure);
            }
        }

        return certified;
    }

    private static bool Holds(KnownShift shift, CertificationId total, long last) =>
        shift.Book.Measure(total.Measure, shift.Id.Date) is { Certifiers: { Count: > 0 } certifiers } &&
        certifiers.All(department =>
            shift.Book.VerdictsOn(total).GetValueOrDefault(department) is { } accepted && accepted.Position >= last);
}
