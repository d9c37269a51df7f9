using Ganchao.Contracts.Entries;

namespace Ganchao.Silo.Import.Sending;

/// <summary>
/// Turns changed figures into corrections (更正). The n-th correction of an imported entry has an id of its own, made from the
/// entry's and n, so the sheet itself tells how often an import has corrected it: whoever runs it, and however often.
/// A line that a person has corrected since shows an id that no import makes, and is left alone.
/// </summary>
internal static class SheetCorrections
{
    private const int MostCorrections = 100;

    /// <summary>What is left to send: new entries, and corrections of those whose figure differs.</summary>
    public static ImportBatch Plan(ImportBatch batch, SheetView? sheet, string reason)
    {
        if (sheet is null)
        {
            return batch;
        }

        var current = sheet.Lines.ToDictionary(l => l.Entry);
        return batch with { Lines = [.. batch.Lines.Select(l => Plan(l, current, reason)).OfType<ImportLine>()] };
    }

    /// <summary>Null: the sheet holds the figure already.</summary>
    private static ImportLine? Plan(ImportLine line, Dictionary<Guid, SheetLine> current, string reason)
    {
        var entry = (EntryForm)line.Content;
        var (id, number) = (entry.Id, 0);
        while (!current.ContainsKey(id) && number < MostCorrections)
        {
            number++;
            id = LineIds.Correction(entry.Id, number);
        }

        if (!current.TryGetValue(id, out var held))
        {
            return line;
        }

        if (held.Value == entry.Value)
        {
            return null;
        }

        var next = LineIds.Correction(entry.Id, number + 1);
        return line with { Id = next, Content = entry with { Id = next, Supersedes = id, Reason = reason } };
    }
}
